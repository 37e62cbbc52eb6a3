"""A lunch with one place taken by Kari, met for the first time."""

from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Session
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.groups import a_round, sessions_in


@pytest.fixture
def round_id(ingrid: Actor, kari: Actor, lunch: Listing) -> UUID:
    made = a_round(ingrid, lunch.pk)
    her = participant_of(kari).pk
    a_held_talk(ingrid, her, lunch.pk)
    groups.give_place(ingrid, participant_id=her, round_id=made, now=NOW)
    return made


@pytest.fixture
def meetings(ingrid: Actor, round_id: UUID) -> list[Session]:
    return sessions_in(ingrid, round_id)
