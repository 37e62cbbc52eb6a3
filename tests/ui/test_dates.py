"""Days and times as people write them."""

from datetime import UTC, date, datetime, time

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from stegvis.ui import dates

THURSDAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12, 0)  # noqa: DTZ001 - a wall clock
TWO = datetime(2026, 11, 26, 14, 0)  # noqa: DTZ001
NEXT_MORNING = datetime(2026, 11, 27, 9, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "day", "long_day", "span"),
    [
        (
            "nb",
            "torsdag 26. november",
            "torsdag 26. november 2026",
            "torsdag 26. november kl.\xa012.00–14.00",
        ),
        (
            "da",
            "torsdag den 26. november",
            "torsdag den 26. november 2026",
            "torsdag den 26. november kl.\xa012.00–14.00",
        ),
        (
            "sv",
            "torsdag 26 november",
            "torsdag 26 november 2026",
            "torsdag 26 november kl.\xa012.00–14.00",
        ),
        ("en", "Thursday 26 November", "Thursday 26 November 2026", "Thursday 26 November, 12:00–14:00"),
    ],
)
def test_each_language_has_its_own_way(language: str, day: str, long_day: str, span: str) -> None:
    assert dates.day(THURSDAY, language) == day
    assert dates.day(THURSDAY, language, year=True) == long_day
    assert dates.moment_span(NOON, TWO, language) == span


@pytest.mark.parametrize(
    ("language", "clock", "span"),
    [
        ("nb", "09.05", "kl.\xa009.05–12.00"),
        ("sv", "09.05", "kl.\xa009.05–12.00"),
        ("en", "09:05", "09:05–12:00"),
    ],
)
def test_clock(language: str, clock: str, span: str) -> None:
    assert dates.clock(time(9, 5), language) == clock
    assert dates.clock_span(time(9, 5), time(12, 0), language) == span


def test_a_night_over_names_both_days() -> None:
    assert dates.moment_span(NOON, NEXT_MORNING, "nb") == (
        "torsdag 26. november kl.\xa012.00 – fredag 27. november kl.\xa009.30"
    )


@pytest.mark.parametrize(
    ("code", "known"), [("nb-NO", "nb"), ("SV", "sv"), ("da", "da"), ("de", "en"), ("", "en")]
)
def test_other_languages_read_english(code: str, known: str) -> None:
    assert dates.known(code) == known


def test_filters_speak_the_page_language_and_the_local_clock() -> None:
    starts, ends = datetime(2026, 11, 26, 11, tzinfo=UTC), datetime(2026, 11, 26, 13, tzinfo=UTC)
    page = Template(
        "{% load ui %}{{ a|time_span:b }}|{{ a|moment }}|{{ a|day }}|{{ a|clock }}|{{ a|short_day }}"
    )
    with translation.override("nb"), timezone.override("Europe/Oslo"):
        assert page.render(Context({"a": starts, "b": ends})) == (
            "torsdag 26. november kl.\xa012.00–14.00|torsdag 26. november kl.\xa012.00|torsdag 26. november|12.00|"
            "tor. 26. nov."
        )


def test_nothing_known_is_shown_as_nothing() -> None:
    page = Template(
        "{% load ui %}[{{ a|time_span:a }}{{ a|moment }}{{ a|day }}{{ a|long_day }}{{ a|clock }}]"
    )
    assert page.render(Context({"a": None})) == "[]"


def test_midnight_is_a_time() -> None:
    assert Template("{% load ui %}{{ a|clock }}").render(Context({"a": time(0, 0)})) in ("00.00", "00:00")


def test_an_open_end_shows_the_start() -> None:
    with translation.override("nb"):
        page = Template("{% load ui %}{{ a|time_span:b }}")
        assert page.render(Context({"a": time(12, 0), "b": None})) == "kl.\xa012.00"
