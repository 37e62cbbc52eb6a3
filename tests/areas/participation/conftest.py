"""A working group in which Ingrid, who works here, and Kari, who comes here, sit."""

from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.participation import actions, queries
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW, participant_of


@pytest.fixture
def group_id(ingrid: Actor, kari: Actor, lunch: Listing) -> UUID:
    started = actions.start_group(ingrid, name="Torsdagsrådet", listing_id=lunch.pk, now=NOW)
    actions.add_participant(ingrid, group_id=started, participant_id=participant_of(kari).pk, now=NOW)
    return started


def shown(actor: Actor, group_id: UUID) -> queries.GroupShown:
    """The group as this actor sees it."""
    return queries.group(actor, group_id, language="en", now=NOW)
