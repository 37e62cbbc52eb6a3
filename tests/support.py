"""What tests need to set something up, and to look at what came of it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stegvis.kernel.action import Change, running
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.errors import Refused


@contextmanager
def given(organisation: UUID | Actor | None = None, *, user_id: UUID | None = None) -> Iterator[None]:
    """Write and read past the actions, as this organisation: for setting a scene and for looking at the outcome.

    Without an organisation the database shows only what is nobody's (users, organisations, published listings).
    """
    if isinstance(organisation, Actor):
        user_id = user_id or organisation.user_id
        organisation = organisation.organisation_id
    token = running.set(Change(written=1))
    try:
        with within(organisation_id=organisation, user_id=user_id):
            yield
    finally:
        running.reset(token)


def refused(attempt: Callable[[], object]) -> str:
    """Why this was refused, as the rules name it. Fails when it went through."""
    with pytest.raises(Refused) as caught:
        attempt()
    return caught.value.reason


FRAME = re.compile(r"\s*(?:SELECT set_config|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT)", re.IGNORECASE)


@contextmanager
def asked_of_database() -> Iterator[list[str]]:
    """The statements sent inside the block, there once it has ended: without the frame of transactions and contexts,
    which differs between databases and says nothing about how a page grows.
    """
    statements: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield statements
    statements += [query["sql"] for query in captured if not FRAME.match(query["sql"])]
