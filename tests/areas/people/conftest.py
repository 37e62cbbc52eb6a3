"""A clean count of wrong tries for every test; and for some a clock that stands, and an adviser with a password."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache

from stegvis.areas.people.models import Seat
from stegvis.kernel.roles import Role
from tests.areas.people.pages import NOW, an_employee
from tests.factories.people import an_organisation


@pytest.fixture(autouse=True)
def _nobody_has_guessed_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def clock() -> Iterator[time_machine.Coordinates]:
    """It stands on a Monday, unless a test moves it."""
    with time_machine.travel(NOW, tick=False) as moving:
        yield moving


@pytest.fixture
def seat(db: None) -> Seat:
    """Ingrid's, who logs in with a password."""
    return an_employee(an_organisation(), Role.ADVISER)
