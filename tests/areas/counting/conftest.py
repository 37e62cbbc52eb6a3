"""Somebody who counts."""

import pytest

from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.people import an_actor


@pytest.fixture
def odd(centre, lunch) -> Actor:
    """Employed where something is written about people, by nickname."""
    return an_actor(centre, Role.EMPLOYEE)
