"""A lunch with one place taken by Kari, met for the first time."""

from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Session
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import a_participant


@pytest.fixture
def round_id(ingrid: Actor, kari: Actor, lunch: Listing) -> UUID:
    made = a_round(ingrid, lunch.pk)
    her = participant_of(kari).pk
    a_held_talk(ingrid, her, lunch.pk)
    groups.give_place(ingrid, participant_id=her, round_id=made, now=NOW)
    return made


@pytest.fixture
def three(ingrid: Actor, lunch: Listing, round_id: UUID) -> UUID:
    """The round, with two more in it: among three one can be somebody."""
    for _ in range(2):
        somebody = a_participant(Organisation.objects.get(pk=ingrid.organisation_id)).pk
        a_held_talk(ingrid, somebody, lunch.pk)
        groups.give_place(ingrid, participant_id=somebody, round_id=round_id, now=NOW)
    return round_id


@pytest.fixture
def meetings(ingrid: Actor, round_id: UUID) -> list[Session]:
    return sessions_in(ingrid, round_id)
