"""The centre that most tests happen in, and who is there. A test module that needs another one makes its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

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


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """One database for many threads: on SQLite a copy in a file, since one in memory is no store people share."""
    if connection.vendor == "postgresql":
        yield
        return
    settings, copy = connection.settings_dict, str(tmp_path / "race.sqlite3")
    before = settings["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [copy])
    settings["NAME"] = copy
    try:
        yield
    finally:
        settings["NAME"] = before
