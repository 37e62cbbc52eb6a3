"""What counts as a contact or a visit, and that the same person counts once a day (catalogue F1)."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.areas.counting.rules import Kind, Source, Unit, Way, mark, shown, visits_of_day


@pytest.mark.parametrize(
    ("way", "source", "unit", "once_a_day"),
    [
        (Way.PHONE, Source.USER, Unit.CONTACTS, True),
        (Way.MESSAGE, Source.NEXT_OF_KIN, Unit.CONTACTS, True),
        (Way.LETTER, Source.NOT_SAID, Unit.CONTACTS, True),
        (Way.VISIT, Source.USER, Unit.VISITS, True),
        (Way.VISIT, Source.NEXT_OF_KIN, Unit.VISITS, True),
        (Way.VISIT, Source.NOT_SAID, Unit.VISITS, True),
        (Way.VISIT, Source.PARTNER, Unit.CONTACTS, False),
        (Way.PHONE, Source.PARTNER, Unit.CONTACTS, False),
    ],
)
def test_what_it_is_counted_as(way, source, unit, once_a_day):
    assert (Kind(way, source).unit, Kind(way, source).once_a_day) == (unit, once_a_day)


@pytest.mark.parametrize(
    ("came", "again", "logged", "visits"),
    [
        ([], 0, 0, 0),
        ([5], 0, 0, 5),
        ([5, 4], 2, 0, 7),
        ([5, 4], 2, 3, 10),
        ([3], 3, 0, 3),
        ([6, 2], 5, 1, 7),
    ],
)
def test_how_many_visited(came, again, logged, visits):
    assert visits_of_day(came, again=again, logged=logged) == visits


@pytest.mark.parametrize(("logged", "talked_too", "visits"), [(2, 0, 6), (2, 1, 5), (2, 2, 4), (0, 2, 4)])
def test_a_talk_of_somebody_who_was_at_a_meeting_is_no_second_visit(logged, talked_too, visits):
    assert visits_of_day([3, 2], again=1, logged=logged, talked_too=talked_too) == visits


@settings(max_examples=40)
@given(st.lists(st.sets(st.integers(0, 9)), max_size=4), st.integers(0, 5))
def test_each_visitor_counts_once_however_many_meetings_she_comes_to(meetings, at_the_door):
    people = set().union(*meetings)
    again = sum(map(len, meetings)) - len(people)
    assert (
        visits_of_day(list(map(len, meetings)), again=again, logged=at_the_door) == len(people) + at_the_door
    )


@given(st.integers(0, 99), st.none() | st.integers(0, 99))
def test_the_number_by_hand_counts_where_there_is_one(worked_out, by_hand):
    assert shown(worked_out=worked_out, by_hand=by_hand) == (worked_out if by_hand is None else by_hand)


@settings(max_examples=20)
@given(st.text(min_size=1, max_size=20))
def test_a_mark_is_the_same_for_the_same_name_and_says_nothing_of_it(name):
    today, tomorrow = os.urandom(32), os.urandom(32)
    hers = mark(today, Unit.CONTACTS, name)
    assert hers == mark(today, Unit.CONTACTS, f"  {name} ")
    assert hers != mark(tomorrow, Unit.CONTACTS, name), "another day, another secret"
    assert hers != mark(today, Unit.VISITS, name), "contacts and visits are counted each once"
    assert len(hers) == 32
