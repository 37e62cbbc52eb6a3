"""The staff of a small centre, and a walk that needs two of them."""

from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import a_walk, somebody_employed


@pytest.fixture
def odd(centre: Organisation) -> Actor:
    return somebody_employed(centre, "Odd")


@pytest.fixture
def siri(centre: Organisation) -> Actor:
    return somebody_employed(centre, "Siri")


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return somebody_employed(centre, "Berit", Role.MANAGER)


@pytest.fixture
def walk(berit: Actor, lunch: Listing) -> UUID:
    """A round of walks on Thursdays, twelve to two, whose assessment asks for two employees."""
    return a_walk(berit, lunch)
