"""What can be a guideline, where it counts as seen, and what must not stand in a note."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.remarks.rules import (
    LONGEST_HEADING,
    LONGEST_LINE,
    MOST_LINES,
    Group,
    Hanging,
    Letters,
    Refusal,
    Way,
    Written,
    expires_on,
    how_shown,
    lacking,
    letters_for,
    may_follow_up_by,
    room_key,
    traces,
    why_not,
)

TODAY = date(2026, 11, 26)
GOOD = Written("Her er alle trygge", "Vi sier stopp.\nDen som ble såret, får støtte.")
GROUP = Group(UUID(int=1), "Storgata 14, 2. etasje", TODAY - timedelta(7), TODAY + timedelta(7))


@pytest.mark.requirement("S1-15")
@pytest.mark.parametrize(
    ("written", "days", "reason"),
    [
        pytest.param({"nb": GOOD}, 30, None, id="one language is enough"),
        pytest.param({"nb": GOOD, "da": Written("", "", "")}, 30, None, id="an empty one is left out"),
        pytest.param({"nb": GOOD, "da": GOOD}, 1, None, id="two languages"),
        pytest.param({"da": GOOD}, 30, Refusal.NOT_IN_OWN_LANGUAGE, id="not in the house's own"),
        pytest.param({"nb": Written(" ", "\n")}, 30, Refusal.NOT_IN_OWN_LANGUAGE, id="nothing"),
        pytest.param({"nb": Written("Her", "")}, 30, Refusal.HALF_WRITTEN, id="a heading alone"),
        pytest.param(
            {"nb": GOOD, "sv": Written("", "Stopp")}, 30, Refusal.HALF_WRITTEN, id="half a language"
        ),
        pytest.param(
            {"nb": Written("Her", "a\n" * (MOST_LINES + 1))}, 30, Refusal.TOO_MANY_LINES, id="a wall of text"
        ),
        pytest.param(
            {"nb": Written("Her", "a" * (LONGEST_LINE + 1))}, 30, Refusal.LINE_TOO_LONG, id="a long line"
        ),
        pytest.param({"nb": Written("a" * 61, "b")}, 30, Refusal.LINE_TOO_LONG, id="a long heading"),
        pytest.param({"nb": GOOD}, 0, Refusal.NOTE_DAYS, id="notes that go before they are read"),
        pytest.param({"nb": GOOD}, 91, Refusal.NOTE_DAYS, id="notes that stay"),
    ],
)
def test_what_can_hang_on_a_wall(written: dict[str, Written], days: int, reason: Refusal | None):
    refused = why_not(written, "nb", days)
    assert (refused[0] if refused else None) is reason


@pytest.mark.requirement("S1-16")
@pytest.mark.parametrize(
    ("hangs_in", "written_on", "way"),
    [
        pytest.param([], None, None, id="nowhere"),
        pytest.param(["Storgata 14, 2. etasje"], None, Way.ON_THE_WALL, id="in its room"),
        pytest.param(["  storgata 14,  2. ETASJE. "], None, Way.ON_THE_WALL, id="typed otherwise"),
        pytest.param(["Biblioteket"], None, None, id="in another room"),
        pytest.param([], TODAY, Way.WRITTEN_DOWN, id="written down together"),
        pytest.param(["Biblioteket"], TODAY, Way.WRITTEN_DOWN, id="another room, and written down"),
        pytest.param(["Storgata 14, 2. etasje"], TODAY, Way.ON_THE_WALL, id="both"),
    ],
)
def test_how_a_group_sees_it(hangs_in: list[str], written_on: date | None, way: Way | None):
    shown = how_shown(GROUP, [Hanging(room, TODAY, 1) for room in hangs_in], written_on)
    assert (shown.way if shown else None) is way


@pytest.mark.requirement("S1-16")
@pytest.mark.parametrize(
    ("from_in", "until_in", "lacks"), [(-7, 7, True), (0, 0, True), (1, 7, False), (-7, -1, False)]
)
def test_only_groups_that_meet_now_lack_it(from_in: int, until_in: int, lacks: bool):
    group = Group(UUID(int=1), "Rommet", TODAY + timedelta(from_in), TODAY + timedelta(until_in))
    assert bool(lacking([group], [], {}, TODAY)) is lacks


@given(st.lists(st.text(" .,aA2é", max_size=6), max_size=3), st.text(" .,aA2é", max_size=6))
@pytest.mark.requirement("S1-16")
def test_a_poster_counts_in_its_own_room_alone(rooms: list[str], met_in: str):
    group = Group(UUID(int=1), met_in, TODAY, TODAY)
    shown = how_shown(group, [Hanging(room, TODAY, 1) for room in rooms], None)
    assert (shown is not None) == (room_key(met_in) in {room_key(room) for room in rooms})


CALLED = {"Kari", "Lille My", "Solsikke", "Bo", "D"}


@pytest.mark.requirement("S1-34")
@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        pytest.param("Noe om hvor noen kommer fra. Det ble stille.", [], id="what happened"),
        pytest.param("", [], id="nothing"),
        pytest.param("kari ble lei seg", ["kari"], id="in small letters"),
        pytest.param("Det var Karis tur", ["Karis"], id="belonging to"),
        pytest.param("Kari's turn", ["Kari's"], id="belonging to, in English"),
        pytest.param("Vi hørte det, lille my også", ["Lille My"], id="two words"),
        pytest.param("Det gjaldt solsikke", ["solsikke"], id="a nickname"),
        pytest.param("De bo her", [], id="an everyday word that is a name too"),
        pytest.param("Det var Bo som hørte det", ["Bo"], id="the same with a capital"),
        pytest.param("Bo og arbeid", [], id="the same at the beginning"),
        pytest.param("Mohammed gikk ut", ["Mohammed"], id="a common name of nobody here"),
        pytest.param("Ring 55 51 22 22", ["55 51 22 22"], id="a phone number"),
        pytest.param("født 12.11.1985", ["12.11.1985"], id="a date of birth"),
        pytest.param("nr 12118512345", ["12118512345"], id="a national number"),
        pytest.param("skriv til noen@example.org", ["noen@example.org"], id="an address"),
        pytest.param("Mellom 12.30 og 13.15, fire personer i 2026", [], id="times and counts"),
        pytest.param("Samtale kl. 12.00-14.00.", [], id="a time span"),
        pytest.param("Planen D holdt", [], id="one letter is no name"),
        pytest.param("karikatur på veggen", [], id="part of a word"),
    ],
)
def test_a_note_names_nobody(words: str, left_out: list[str]):
    assert [one.words for one in traces(words, CALLED)] == left_out


@given(
    st.sampled_from(["Kari", "Åse-Marie", "Zahra", "Pål", "Rødhette"]),
    st.sampled_from(["{} ble såret", "det gjaldt {}", "si det til {}!", "«{}»", "{}s plass", "x\n{}\ny"]),
    st.sampled_from([str, str.lower, str.upper]),
)
@pytest.mark.requirement("S1-34")
def test_nobody_in_the_group_gets_into_a_note_however_it_is_written(name: str, sentence: str, spelled):
    assert traces(sentence.format(spelled(name)), {name})


@pytest.mark.requirement("S1-34")
def test_following_up_is_today_or_within_a_week_and_notes_go():
    assert [may_follow_up_by(TODAY + timedelta(days), TODAY) for days in (-1, 0, 7, 8)] == [
        False,
        True,
        True,
        False,
    ]
    assert expires_on(TODAY, 30) == date(2026, 12, 26)


def test_the_letters_are_as_large_as_the_sheet_has_room_for():
    heading, line = (
        "Her skal alle kunne være trygge",
        "Vi sier stopp, rolig og med en gang, og vi ber om hjelp. ",
    )
    longest = (line * 3)[:LONGEST_LINE]
    assert letters_for(heading, [line]) is Letters.LARGEST
    assert letters_for(heading, [longest] * 4) is Letters.MEDIUM
    assert letters_for(heading, [longest] * 6) is Letters.SMALL
    assert letters_for((heading * 2)[:LONGEST_HEADING], [longest] * MOST_LINES) is Letters.SMALLEST
