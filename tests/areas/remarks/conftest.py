"""A centre with a guideline, a round that has met, and those who work there."""

from datetime import date
from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.remarks.house import MET_FIRST, a_guideline
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER, name="Berit")


@pytest.fixture
def odd(centre: Organisation) -> Actor:
    return an_actor(centre, Role.EMPLOYEE, name="Odd")


@pytest.fixture
def guideline(berit: Actor) -> int:
    return a_guideline(berit)


@pytest.fixture
def running(ingrid: Actor, lunch: Listing) -> UUID:
    """A round that has met twice already."""
    return a_round(ingrid, lunch.pk, from_on=MET_FIRST, until_on=date(2026, 12, 10))


@pytest.fixture
def meeting(ingrid: Actor, running: UUID) -> UUID:
    """Its first meeting."""
    return sessions_in(ingrid, running)[0].pk
