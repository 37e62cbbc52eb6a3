"""/health/ says whether the house is open, and nothing else."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.utils import timezone

from stegvis.kernel import leases

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)


def test_open_without_a_worker():
    answer = Client().get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "database": True, "worker": None})


def test_it_says_how_long_ago_a_worker_was_alive():
    leases.renew("one", lease=A_MINUTE, now=timezone.now() - timedelta(seconds=90))
    leases.renew("two", lease=A_MINUTE, now=timezone.now() - timedelta(seconds=40))
    assert 40 <= Client().get("/health/").json()["worker"] <= 45


def test_old_workers_are_forgotten():
    start = datetime(2026, 11, 26, tzinfo=UTC)
    leases.renew("old", lease=A_MINUTE, now=start)
    leases.renew("new", lease=A_MINUTE, now=start + timedelta(days=2))
    assert list(leases.Heartbeat.objects.values_list("worker", flat=True)) == ["new"]


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_503(error: type[Exception]):
    with patch.object(connection, "cursor", side_effect=error("gone")):
        answer = Client().get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"ok": False, "database": False, "worker": None})


def test_it_sets_no_cookie_and_needs_nobody():
    assert not Client().get("/health/").cookies
