"""A centre with a manager, who reviews, and offerings that people see."""

from uuid import UUID

import pytest

from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.directory import a_published_offering, a_service
from tests.factories.people import an_actor


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER, name="Berit")


@pytest.fixture
def social(berit: Actor) -> UUID:
    return a_service(berit)


@pytest.fixture
def walk(berit: Actor, social: UUID) -> UUID:
    return a_published_offering(berit, title="Rolig tur", service=social)


@pytest.fixture
def knitting(berit: Actor, social: UUID) -> UUID:
    return a_published_offering(berit, title="Strikkekafé", service=social)
