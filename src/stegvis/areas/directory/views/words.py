"""Times and languages in words, in the reader's language."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from babel import Locale

from stegvis.ui import dates

from ..api import Time

NORWEGIAN = ("nb", "nn")
"""Nobody asks which written form is spoken."""


def weekday(number: int, language: str) -> str:
    """The name of a weekday, 0 Monday to 6 Sunday, as written inside a sentence."""
    names = Locale.parse(dates.LOCALE[dates.known(language)]).days["format"]["wide"]
    return str(names[number])


def when(times: Iterable[Time], language: str) -> list[str]:
    """One line for each time span: "Tirsdag, torsdag kl. 12.00–14.00"."""
    by_span = sorted(times, key=lambda time: (time.starts, time.ends, time.weekday))
    lines = []
    for (starts, ends), same in groupby(by_span, key=lambda time: (time.starts, time.ends)):
        same = list(same)
        days = ", ".join(weekday(time.weekday, language) for time in same)
        lines.append(
            (same[0].weekday, f"{days[:1].upper()}{days[1:]} {dates.clock_span(starts, ends, language)}")
        )
    return [line for _first, line in sorted(lines)]


def language_name(code: str, language: str) -> str:
    """The name of a language for a reader of `language`; the code itself when nobody knows it."""
    names = Locale.parse(dates.LOCALE[dates.known(language)]).languages
    return str(names.get("no" if code in NORWEGIAN else code, code))


def language_names(codes: Sequence[str], language: str) -> str:
    """ "norsk, engelsk"."""
    return ", ".join(language_name(code, language) for code in codes)
