"""A walk that Ingrid plans, on Thursday at noon, and three people who come along."""

from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.outings.walks import along, planned
from tests.factories.admission import an_offering
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor


@pytest.fixture
def walk(centre: Organisation) -> Listing:
    return an_offering(centre.pk, "An easy walk")


@pytest.fixture
def round_id(ingrid: Actor, walk: Listing) -> UUID:
    return a_round(ingrid, walk.pk)


@pytest.fixture
def session_id(ingrid: Actor, round_id: UUID) -> UUID:
    return sessions_in(ingrid, round_id)[0].pk


@pytest.fixture
def eva(centre: Organisation) -> Actor:
    return an_actor(centre, Role.PARTICIPANT)


@pytest.fixture
def odd(centre: Organisation) -> Actor:
    return an_actor(centre, Role.EMPLOYEE)


@pytest.fixture
def outing(ingrid: Actor, kari: Actor, eva: Actor, round_id: UUID, session_id: UUID) -> UUID:
    """The meeting, planned as a walk of an hour; Kari and Eva have a place. Gives the session's id."""
    for person in (kari, eva):
        along(ingrid, person, round_id)
    planned(ingrid, session_id)
    return session_id
