"""Whose rows the database shows. The second line behind `visible_to`, by row-level security on PostgreSQL."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from threading import Lock
from uuid import UUID

from django.db import OperationalError, connection, transaction

from .actor import NO_ORGANISATION, Actor

_Context = tuple[str, str]
_NOBODY: _Context = ("", "")
_FULL = 2
_writing = Lock()
_patience: ContextVar[float | None] = ContextVar("patience_with_other_writers", default=None)
_current: ContextVar[_Context] = ContextVar("database_context", default=_NOBODY)


@contextmanager
def within(*, organisation_id: UUID | None = None, user_id: UUID | None = None) -> Iterator[None]:
    """Let the database show this organisation's rows, and rows that this user holds herself, until the block ends.

    On PostgreSQL it opens a transaction, since the context is bound to it: a context that outlived its transaction
    would follow the pooled connection into somebody else's request. SQLite has no row-level security; there the
    block only says whose data the program works on, and asks nothing, so that reading never waits for the one writer.
    """
    wanted = (str(organisation_id or ""), str(user_id or ""))
    if connection.vendor != "postgresql":
        token = _current.set(wanted)
        try:
            yield
        finally:
            _current.reset(token)
        return
    before = _current.get()
    if wanted == before and connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        _tell(wanted)
        token = _current.set(wanted)
        try:
            yield  # an exception rolls this block back, and the context with it; telling would hide the exception
            if not connection.needs_rollback:
                _tell(before)
        finally:
            _current.reset(token)


@contextmanager
def turn_to_write() -> Iterator[None]:
    """Wait in line for SQLite's one writer, with the other threads of this process; before a transaction that writes.

    Knocking at the lock of the file instead is no line, and worse: a thread that waits there keeps its connection to
    itself, and one that then clears away a cursor of it stops all threads until the wait is over. Raises
    OperationalError when the turn does not come in the time a writer waits. On PostgreSQL the block changes nothing.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    if not _writing.acquire(
        timeout=_patience.get() or connection.settings_dict["OPTIONS"].get("timeout", 5.0)
    ):
        raise OperationalError("database is locked")
    try:
        yield
    finally:
        _writing.release()


@contextmanager
def without_waiting(milliseconds: int = 300) -> Iterator[None]:
    """Give up soon when another writer holds the database: for what is worth less than the person's time.

    Raises OperationalError then. Only SQLite has one lock for all; on PostgreSQL the block changes nothing.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {min(milliseconds, usual)}")
    patience = _patience.set(milliseconds / 1000)
    try:
        yield
    finally:
        _patience.reset(patience)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def as_actor(actor: Actor) -> AbstractContextManager[None]:
    """`within` for an actor's organisation and user."""
    return within(organisation_id=actor.organisation_id, user_id=actor.user_id)


def organisation_at_work() -> UUID | None:
    """Whose data the running action or query works on. None outside of them, and for a visitor of no organisation."""
    organisation = _current.get()[0]
    return UUID(organisation) if organisation and organisation != str(NO_ORGANISATION) else None


def could_lose_writes() -> list[str]:
    """The database's settings with which a write that was acknowledged could be lost at a power cut; best none."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT name FROM pg_settings WHERE setting = 'off'"
                " AND name IN ('fsync', 'synchronous_commit', 'full_page_writes') ORDER BY name"
            )
            return [name for (name,) in cursor.fetchall()]
        cursor.execute("PRAGMA synchronous")
        return [] if cursor.fetchone()[0] >= _FULL else ["synchronous"]


def _tell(context: _Context) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('stegvis.organisation', %s, true), set_config('stegvis.user', %s, true)",
            context,
        )
