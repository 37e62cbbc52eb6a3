"""Writers of one process wait in line for SQLite's one writer (docs/adr/0008)."""

from contextlib import nullcontext

import pytest
from django.db import OperationalError, connection

from stegvis.kernel import database
from stegvis.kernel.action import changing


@pytest.mark.django_db(transaction=True)
def test_whose_turn_does_not_come_in_time_is_told_that_the_database_is_busy():
    on_one_file = connection.vendor == "sqlite"
    refused = pytest.raises(OperationalError, match="locked") if on_one_file else nullcontext()
    with database._writing, database.without_waiting(20), refused, changing():
        assert not on_one_file


@pytest.mark.django_db(transaction=True)
def test_the_turn_is_given_on_also_when_the_work_fails():
    with pytest.raises(ZeroDivisionError), changing():
        raise ZeroDivisionError
    with changing():
        assert database._writing.locked() is (connection.vendor == "sqlite")
    assert not database._writing.locked()
