"""Holidays among the days of a round, so that nobody plans a meeting on one unawares. Pure: no Django, no clock."""

from collections.abc import Iterable
from datetime import date

from holidays import country_holidays

KINDS = {"NO": ("public",), "DK": ("public", "optional"), "SE": ("public", "de_facto")}
"""The kinds of holidays people stay at home on, by country."""

LANGUAGES = {"NO": "no", "DK": "da", "SE": "sv"}
EVES = {(12, 24): "Julaften", (12, 31): "Nyttårsaften"}
"""Norway's law does not name them, and yet everybody is at home."""

EVES_IN_ENGLISH = {(12, 24): "Christmas Eve", (12, 31): "New Year's Eve"}


def holidays_among(days: Iterable[date], *, country: str, language: str) -> dict[date, str]:
    """Which of these days are holidays in the country ("NO", "DK" or "SE"), in order, and what they are called.

    The names are in English for a reader of "en", else in the country's own language.
    """
    wanted = sorted(set(days))
    english = language == "en"
    known = country_holidays(
        country,
        years={day.year for day in wanted},
        categories=KINDS[country],
        language="en_US" if english else LANGUAGES[country],
    )
    eves = (EVES_IN_ENGLISH if english else EVES) if country == "NO" else {}
    named = {day: known.get(day) or eves.get((day.month, day.day)) for day in wanted}
    return {day: str(name) for day, name in named.items() if name}
