"""Parts that a higher area adds to the public page of an offering. Knowledge flows up, imports never do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from .actor import Actor


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a page: the template that shows it, and what that template needs."""

    template: str
    context: Mapping[str, Any]


OfferingPanel = Callable[[Actor, UUID, datetime], Panel | None]
"""Makes the part for one listing, or None when there is nothing to say. Gets a visitor of the offering's own
organisation, the listing's id and the moment: a public page looks the same to everybody.
"""

_of_offering: list[OfferingPanel] = []


def add_to_offering(make: OfferingPanel) -> None:
    """Put a part on every offering's page. To be called from an area's `ready()`."""
    if make not in _of_offering:
        _of_offering.append(make)


def of_offering(actor: Actor, listing_id: UUID, now: datetime) -> list[Panel]:
    """The parts for this listing, in the order in which the areas came."""
    made = (make(actor, listing_id, now) for make in _of_offering)
    return [panel for panel in made if panel is not None]
