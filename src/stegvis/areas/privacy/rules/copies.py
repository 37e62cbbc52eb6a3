"""When a copy goes, and when somebody counts as no longer in touch. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta

COPY_KEPT_FOR = timedelta(days=7)
TABLES_A_STEP = 6
"""So few that each step is short, and so many that the steps do not fill the journal."""


def steps_for(tables: int) -> int:
    """How many steps it takes to read this many tables."""
    return -(-tables // TABLES_A_STEP)


def is_gone(*, since: datetime, now: datetime) -> bool:
    """Whether a copy that was asked for, or was ready, at `since` has had its week."""
    return now - since >= COPY_KEPT_FOR


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def unused_before(today: date) -> date:
    """The first day of the month in or after which she must have been here; who was only here before is out of touch.

    A month counts to its last day, so nobody goes before a whole twelve months have passed.
    """
    return date(today.year - 1, today.month, 1)
