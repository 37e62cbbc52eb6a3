"""Days and times the way people write them in Norwegian, Danish, Swedish and English.

Pure functions: the language is an argument, nothing here reads a clock or a setting.
"""

from datetime import date, datetime, time
from functools import cache

from babel import Locale
from babel.dates import format_date

DAY = {
    "nb": "EEEE d. MMMM",
    "da": "EEEE 'den' d. MMMM",
    "sv": "EEEE d MMMM",
    "en": "EEEE d MMMM",
}
SHORT_DAY = {"nb": "EEE d. MMM", "da": "EEE d. MMM", "sv": "EEE d MMM", "en": "EEE d MMM"}
LOCALE = {"nb": "nb_NO", "da": "da_DK", "sv": "sv_SE", "en": "en_GB"}
DASH = "\N{EN DASH}"
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Keeps "kl." and its time on one line."""


def known(language: str) -> str:
    """The one of our four languages that stands for `language` ("nb-NO" -> "nb"); English for any other."""
    code = language.split("-")[0].lower()
    return code if code in DAY else "en"


@cache
def locale(language: str) -> Locale:
    """What Babel knows of the language: names of days, months and languages."""
    return Locale.parse(LOCALE[known(language)])


@cache
def weekdays(language: str) -> tuple[str, ...]:
    """The names of the weekdays as written inside a sentence, Monday first."""
    names = locale(language).days["format"]["wide"]
    return tuple(str(names[number]) for number in range(7))


def day(value: date, language: str, *, year: bool = False) -> str:
    """ "torsdag 26. november", with the year behind it when asked for."""
    code = known(language)
    pattern = DAY[code] + (" y" if year else "")
    return format_date(value, pattern, locale=locale(code))


def short_day(value: date, language: str) -> str:
    """ "tor. 26. nov." for calendars and tables, where room is scarce."""
    code = known(language)
    return format_date(value, SHORT_DAY[code], locale=locale(code))


def clock(value: time, language: str) -> str:
    """ "12.00"; English writes "12:00"."""
    return value.strftime("%H:%M" if known(language) == "en" else "%H.%M")


def clock_at(value: time, language: str) -> str:
    """ "kl. 12.00"; English: "12:00"."""
    return f"{_at(language)}{clock(value, language)}"


def clock_span(start: time, end: time, language: str) -> str:
    """ "kl. 12.00–14.00"; English has no word before the time."""
    return f"{clock_at(start, language)}{DASH}{clock(end, language)}"


def moment(value: datetime, language: str) -> str:
    """ "torsdag 26. november kl. 12.00"; English: "Thursday 26 November, 12:00"."""
    return f"{day(value, language)}{_before_time(language)}{clock(value.time(), language)}"


def moment_span(start: datetime, end: datetime, language: str) -> str:
    """ "torsdag 26. november kl. 12.00–14.00"; both days are named when they differ."""
    if start.date() == end.date():
        return f"{moment(start, language)}{DASH}{clock(end.time(), language)}"
    return f"{moment(start, language)} {DASH} {moment(end, language)}"


def _at(language: str) -> str:
    return "" if known(language) == "en" else f"kl.{NO_BREAK}"


def _before_time(language: str) -> str:
    return ", " if known(language) == "en" else f" kl.{NO_BREAK}"
