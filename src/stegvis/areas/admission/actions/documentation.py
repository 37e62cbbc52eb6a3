"""What may be written down about somebody who asks for a talk (X-15)."""

from __future__ import annotations

from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.kernel.actor import Actor


def documentation_of(actor: Actor, listing_id: UUID | None) -> str:
    """The mode of the service she asked for; the centre's strictest when she asked for none in particular."""
    if listing_id is not None:
        return directory.joining_facts(actor, listing_id).documentation
    return directory.strictest_documentation(actor)
