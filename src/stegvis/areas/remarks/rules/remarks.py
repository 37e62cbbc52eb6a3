"""Following up after something was said (S1-34). Pure."""

from __future__ import annotations

from datetime import date, timedelta

LATEST_FOLLOW_UP = timedelta(days=7)


def may_follow_up_by(day: date, today: date) -> bool:
    """Whoever was hit is not left alone with it: today, or within a week."""
    return today <= day <= today + LATEST_FOLLOW_UP


def expires_on(noted_on: date, note_days: int) -> date:
    """The first day on which the words are gone."""
    return noted_on + timedelta(days=note_days)
