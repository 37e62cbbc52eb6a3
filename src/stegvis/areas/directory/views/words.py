"""Times and languages in words, in the reader's language."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.utils.text import capfirst

from stegvis.ui import dates

from ..api import Time
from ..forms.filters import language_name


def weekday(number: int, language: str) -> str:
    """The name of a weekday, 0 Monday to 6 Sunday, as written inside a sentence."""
    return dates.weekdays(language)[number]


def when(times: Iterable[Time], language: str) -> list[str]:
    """One line for each time span: "Tirsdag, torsdag kl. 12.00–14.00"."""
    by_span = sorted(times, key=lambda time: (time.starts, time.ends, time.weekday))
    lines = []
    for (starts, ends), together in groupby(by_span, key=lambda time: (time.starts, time.ends)):
        numbers = [time.weekday for time in together]
        days = capfirst(", ".join(weekday(number, language) for number in numbers))
        lines.append((numbers[0], f"{days} {dates.clock_span(starts, ends, language)}"))
    return [line for _first, line in sorted(lines)]


def language_names(codes: Sequence[str], language: str) -> str:
    """ "norsk, engelsk"."""
    names = dates.locale(language)
    return ", ".join(language_name(names, code) for code in codes)
