"""How long those who come and those who work here are known, counted in months and years. Pure."""

from __future__ import annotations

from datetime import date


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def unused_before(today: date) -> date:
    """Whoever was last here in a month before this day's has not been here for twelve months.

    Only months are known, so the last one counts to its end: nobody goes too early.
    """
    return date(today.year - 1, today.month, 1)


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 28 February for a day that year did not have."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
