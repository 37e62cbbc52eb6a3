"""Parts that a higher area adds to the page of a lower one. Knowledge flows up, imports never do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from .actor import Actor


class Page(StrEnum):
    """A page that takes parts from higher areas, and whose id it hands to them."""

    OFFERING = "offering"
    """The public page of an offering: the listing's id. The actor is a visitor of the offering's own organisation,
    since a public page looks the same to everybody."""
    DESCRIBED = "described"
    """The staff's page on which an offering is described: the listing's id."""
    ROUND = "round"
    """The staff's page of a round: the round's id."""
    SESSION = "session"
    """The staff's page of one meeting: the session's id."""
    PLACE = "place"
    """The participant's page of a place that she holds: the round's id."""
    MEETING = "meeting"
    """The participant's page of one meeting to come: the session's id."""
    DESK = "desk"
    """The desk's first page: the organisation's id."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a page: the template that shows it, and what that template needs, as `panel`.

    `first`: it cannot wait until what the page itself shows has been read; on the desk, it belongs to the day, and the
    others stand below it. `just_come`, on an offering: nobody signs up there, so no page may put anything before
    coming (S1-12).
    """

    template: str
    context: Mapping[str, Any]
    first: bool = False
    just_come: bool = False


MakePanel = Callable[[Actor, UUID, datetime], Panel | None]
"""Makes the part for one page, or None when there is nothing to say or the actor may not see it.

It asks the database as little as possible, and equally often however much there is.
"""

_of: dict[Page, list[tuple[int, MakePanel]]] = {page: [] for page in Page}


def add(page: Page, make: MakePanel, *, order: int = 50) -> None:
    """Put a part on every page of this kind. To be called from an area's `ready()`.

    `order`: lower comes first; what has the same order stands as the areas do.
    """
    if make not in [known for _, known in _of[page]]:
        _of[page].append((order, make))
        _of[page].sort(key=lambda one: one[0])


def of(page: Page, actor: Actor, about: UUID, now: datetime) -> list[Panel]:
    """The parts for one page, in their order."""
    made = (make(actor, about, now) for _, make in _of[page])
    return [panel for panel in made if panel is not None]
