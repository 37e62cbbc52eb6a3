"""Rounds of the Thursday lunch."""

from datetime import date
from uuid import UUID

import pytest

from stegvis.areas.directory.models import Listing
from stegvis.kernel.actor import Actor
from tests.areas.groups.meetings import ten_days_with
from tests.factories.groups import a_round, sessions_in


@pytest.fixture
def thursdays(ingrid: Actor, lunch: Listing) -> UUID:
    return a_round(ingrid, lunch.pk)


@pytest.fixture
def open_thursdays(ingrid: Actor, lunch: Listing) -> UUID:
    """With room for everybody, until the end of February."""
    return a_round(ingrid, lunch.pk, until_on=date(2027, 2, 25), capacity=None)


@pytest.fixture
def first(ingrid: Actor, open_thursdays: UUID) -> UUID:
    """The first meeting of `open_thursdays`."""
    return sessions_in(ingrid, open_thursdays)[0].pk


@pytest.fixture
def daily(ingrid: Actor, lunch: Listing, kari: Actor) -> UUID:
    """A round of days from today on, in which Kari has a place."""
    return ten_days_with(kari, ingrid, lunch.pk)
