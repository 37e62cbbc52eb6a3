"""The centre that most tests happen in, and who is there. A test module that needs another one makes its own."""

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import an_offering
from tests.factories.people import an_actor, an_organisation


@pytest.fixture
def centre(db: None) -> Organisation:
    return an_organisation()


@pytest.fixture
def kari(centre: Organisation) -> Actor:
    return an_actor(centre, Role.PARTICIPANT)


@pytest.fixture
def ingrid(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER)


@pytest.fixture
def lunch(centre: Organisation) -> Listing:
    return an_offering(centre.pk)
