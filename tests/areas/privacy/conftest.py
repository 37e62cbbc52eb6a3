"""The Monday on which who has looked is told, and one more adviser."""

from collections.abc import Iterator

import pytest
import time_machine

from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW
from tests.factories.people import an_actor


@pytest.fixture
def a_monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ane(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER, name="Ane")
