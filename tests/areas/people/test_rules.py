"""Codes, words and pauses, as tables and as properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from stegvis.areas.people import texts
from stegvis.areas.people.rules import Language, OrganisationKind, Reason, codes, guessing
from stegvis.areas.people.rules.seats import has_been_idle, is_running
from stegvis.areas.people.rules.words import LISTS
from stegvis.kernel.roles import Role

LANGUAGES = st.sampled_from(list(Language))


@pytest.mark.requirement("X-03")
@pytest.mark.parametrize("language", list(Language))
def test_four_words_are_more_than_forty_bits(language):
    words = LISTS[language]

    assert codes.bits(language) > 40
    assert len({codes.fold(word) for word in words}) == len(words) >= 1024


@pytest.mark.parametrize("language", list(Language))
def test_words_are_short_and_typed_with_letters_only(language):
    assert [
        word for word in LISTS[language] if not (3 <= len(word) <= 8 and word.isalpha() and word.islower())
    ] == []


@pytest.mark.parametrize("pair", ["O0", "I1", "L1", "S5", "Z2", "B8", "G6", "UV", "MN", "IJ", "QO"])
def test_the_public_part_has_nothing_that_looks_like_something_else(pair):
    used = set(codes.LETTERS + codes.DIGITS)

    assert not set(pair) <= used


@for_any(st.randoms(use_true_random=False))
def test_the_public_part_is_never_a_word(random):
    public_part = codes.make_public_part(random.choice)

    assert len(public_part) == codes.PUBLIC_LENGTH
    assert all(c.isdigit() == bool(i % 2) for i, c in enumerate(public_part))


@for_any(st.randoms(use_true_random=True), LANGUAGES)
def test_what_is_shown_is_read_again(random, language):
    public_part = codes.make_public_part(random.choice)
    secret = codes.suggest_secret(random.choice, language)

    assert codes.long_enough(secret)
    assert len(set(secret.split())) == codes.WORDS_IN_SECRET
    assert codes.read(codes.shown(public_part, secret)) == codes.TypedCode(public_part, codes.fold(secret))


@pytest.mark.parametrize(
    "typed",
    [
        "K4M-7R3 bjørk sti kopp regn",
        "k4m7r3 bjørk sti kopp regn",
        "K4M 7R3  BJØRK, STI, KOPP, REGN",
        " k4m-7r3 bjork-sti-kopp-regn ",
        "K4M-7R3\nbjørk\nsti\nkopp\nregn",
        "K4M7R3bjørk sti kopp regn"[:6] + " bjørk·sti·kopp·regn",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert codes.read(typed) == codes.TypedCode("K4M7R3", "bjork sti kopp regn")


@pytest.mark.parametrize("typed", ["", "K4M", "bjørk sti", "K4M-7R3", "K4M-7R3   ", "!!!!", "\x00" * 9])
def test_what_cannot_be_a_code_is_none(typed):
    assert codes.read(typed) is None


@for_any(st.text(max_size=400))
def test_reading_never_fails(typed):
    codes.read(typed)


@for_any(st.text(max_size=60))
def test_folding_twice_changes_nothing(text):
    assert codes.fold(codes.fold(text)) == codes.fold(text)


@pytest.mark.parametrize(
    ("secret", "enough"),
    [
        ("bjørk sti kopp regn", True),
        ("elleve tegn", False),
        ("tolv tegn her", True),
        ("a           b", False),
    ],
)
def test_a_secret_has_twelve_characters_that_count(secret, enough):
    assert codes.long_enough(secret) is enough


@pytest.mark.parametrize(
    ("tries", "seconds"), [(0, 0), (4, 0), (5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (1000, 60)]
)
def test_the_pause_doubles_and_stops_growing(tries, seconds):
    assert guessing.pause(tries, guessing.CODE) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("until_on", "running"), [(None, True), (date(2026, 11, 21), True), (date(2026, 11, 20), False)]
)
def test_a_seat_counts_to_its_last_day(until_on, running):
    assert is_running(from_on=date(2026, 1, 1), until_on=until_on, day=date(2026, 11, 21)) is running


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize(("seconds", "idle"), [(0, False), (20 * 60, False), (20 * 60 + 1, True)])
def test_a_seat_goes_idle(seconds, idle):
    assert has_been_idle(last_seen=0, now=seconds, minutes=20) is idle


@pytest.mark.parametrize(
    ("codes_of", "words"), [(Reason, texts.REASONS), (Role, texts.ROLES), (OrganisationKind, texts.KINDS)]
)
def test_no_code_is_without_words(codes_of, words):
    assert set(codes_of) == set(words)
