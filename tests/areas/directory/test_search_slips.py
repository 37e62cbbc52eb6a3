"""Slips of the keyboard are understood, and nothing that anybody can send is an error."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import State
from tests.areas.directory.finding import find
from tests.factories.listings import a_listing
from tests.factories.people import an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db

SLIPS = [
    ("strikekafe", "strikkekafé"),
    ("gåutr", "gåtur"),
    ("gtåur", "gåtur"),
    ("lnsj", "lunsj"),
    ("Strikkekafé med lnsj", "Strikkekafé med lunsj"),
    ("xyzzyqwert", None),
    ("strikkekafé", None),
    ("☕☕☕", None),
]


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_a_typing_error_gets_a_suggestion_that_finds_something(typed, meant):
    a_listing("Strikkekafé", summary="Med lunsj og gåtur")

    found = find(typed)
    assert found.suggestion == meant
    if meant:
        assert find(meant).total


def test_a_word_that_is_only_in_what_has_closed_is_not_suggested():
    organisation = an_organisation().pk
    mine = a_listing("Strikkekafé", organisation=organisation)
    with given(organisation):
        Listing.objects.filter(pk=mine).update(state=State.CLOSED)
        index_listings([mine])

    assert find("strikekafe").suggestion is None


HOSTILE = [
    "", " ", "\x00", "kor\x00", '"', "'", '" OR 1=1 --', "kor) OR (words:*", "NEAR(kor, 2)", "kor AND NOT", "* *",
    "^kor", "kor:*", "a" * 10_000, "kor " * 5_000,
    "☕", "🧶 kor", "\ud800", "%s %(a)s {x}", "\\", "':*|!&<->", "кафе", "قهوة",
    "‮", "ﬁ", "İ", "ß", "1234567890", "-", "- kor", "column:kor", "kor\n\t", "é" * 500, "e\u0301" * 500,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_is_an_error(typed):
    a_listing("Kor")
    find(typed, place=typed[:80], spoken=typed[:80])
    find(typed)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@generated(st.text(max_size=60))
def test_nothing_that_can_be_generated_is_an_error_either(typed):
    find(typed)


def test_any_text_can_be_indexed():
    for text in HOSTILE:
        if "\x00" not in text and text != "\ud800":
            a_listing(text[:255] or "x", summary=text)
    assert find("kor").total
    assert find("🧶").total == 1
    assert find("قهوة").total == 1
