"""Who acts in the directory's tests."""

import pytest

from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.people import an_actor, an_organisation
from tests.support import given


@pytest.fixture
def adviser() -> Actor:
    """Somebody who describes and decides."""
    return an_actor(an_organisation(), Role.ADVISER)


@pytest.fixture
def colleague(adviser: Actor) -> Actor:
    """An employee of the same centre, who describes and does not decide."""
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    return an_actor(centre, Role.EMPLOYEE)


@pytest.fixture
def stranger() -> Actor:
    """The manager of another centre."""
    return an_actor(an_organisation(), Role.MANAGER)
