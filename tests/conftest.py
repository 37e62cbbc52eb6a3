"""Shared set-up: the app role on PostgreSQL, and the guard that lets only actions change data."""

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, settings

from stegvis.kernel.action import running

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's driver runs a loop in this thread

settings.register_profile(
    "any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")  # no property fails because the machine is busy

CHANGE = re.compile(r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)", re.IGNORECASE)
EMPTIED = re.compile(r"DELETE FROM \"\w+\";")
"""How the test runner empties SQLite's tables between tests that commit; the application never does."""
APP_ROLE = "stegvis_app"
ASKING = {"db", "transactional_db", "live_server", "django_db_setup", "killable"}
"""Fixtures of tests that ask a database of the run's kind without saying so by a mark."""


class ChangeOutsideAction(AssertionError):
    """Data of ours was changed by something that is not an action."""


@cache
def ours() -> tuple[str, ...]:
    """How the names of our tables begin: every area's, without a list that somebody forgets to lengthen."""
    rooms = ("stegvis.kernel", "stegvis.areas.")
    return tuple(f"{app.label}_" for app in apps.get_app_configs() if app.name.startswith(rooms))


def only_actions_change_data(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    change = CHANGE.match(sql)
    if change and change[1].startswith(ours()) and not EMPTIED.fullmatch(sql):
        action = running.get()
        if action is None:
            raise ChangeOutsideAction(sql)
        if not change[1].startswith("kernel_"):
            action.changes += 1
    return execute(sql, params, many, context)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """On PostgreSQL the owner has migrated by now; from here on the tests are the app role, which owns nothing."""
    if connection.vendor != "postgresql":
        yield
        return
    owner = connection.settings_dict["USER"]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        # Emptying tables between tests that commit is the test runner's need, not the application's.
        cursor.execute(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {APP_ROLE}")
        connection.close()
    connection.settings_dict["USER"] = APP_ROLE
    yield
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["USER"] = owner


@pytest.fixture(autouse=True)
def _guard() -> Iterator[None]:
    with connection.execute_wrapper(only_actions_change_data):
        yield


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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, rather than skip, what means nothing on this database (make test runs both), and full targets."""
    marks = {"sqlite" if connection.vendor == "postgresql" else "postgresql"}
    if "proof" not in config.getoption("markexpr"):
        marks.add("proof")
    left_out = [item for item in items if _means_nothing(item, marks)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not _means_nothing(item, marks)]


def _means_nothing(item: pytest.Item, marks: set[str]) -> bool:
    """Left out are these marks and, on PostgreSQL, what asks no database: it has had its say in the other run."""
    if any(item.get_closest_marker(mark) for mark in marks):
        return True
    asks = item.get_closest_marker("django_db") or item.get_closest_marker("postgresql")
    return connection.vendor == "postgresql" and not asks and ASKING.isdisjoint(item.fixturenames)  # type: ignore[attr-defined]
