"""A talk counts by itself on the day it is held."""

from datetime import timedelta

import pytest

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.api import Way as TalkWay
from stegvis.areas.counting import queries
from stegvis.areas.counting.rules import Kind, Unit, Way
from stegvis.areas.privacy.actions import leave_us
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.counting.numbers import TODAY, held_today, numbers
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor
from tests.support import given

PHONE, VISIT = Kind(Way.PHONE), Kind(Way.VISIT)


def a_talk_held(ingrid, kari, *, way=None, on=None):
    """Kari wished for a talk in this way, or said none; Ingrid holds it."""
    if way:
        admission.ask_for_talk(kari, listing_id=None, how_to_reach=way, phone="900 00 000", now=NOW)
    talk = admission.start_talk(ingrid, participant_id=participant_of(kari).pk, now=NOW)
    for _twice in range(2):
        admission.hold_talk(ingrid, talk_id=talk, version=1, held_on=on, now=NOW)


@pytest.mark.requirement("S2-02")
@pytest.mark.parametrize(
    ("way", "counts_as"),
    [(None, VISIT), (TalkWay.COME_BY, VISIT), (TalkWay.CALL, PHONE), (TalkWay.WRITE, Kind(Way.MESSAGE))],
)
def test_a_talk_counts_by_itself_on_its_day_and_stays_a_number(centre, ingrid, odd, way, counts_as):
    kari = an_actor(centre, Role.PARTICIPANT)
    yesterday = TODAY - timedelta(days=1)
    a_talk_held(ingrid, kari, way=way, on=yesterday)  # on paper, typed in today
    counts = (0, 1, 0) if counts_as.unit is Unit.VISITS else (1, 0, 0)
    assert (numbers(odd, yesterday), numbers(odd)) == (counts, (0, 0, 0))
    talks = next(one for one in queries.month(odd, 2026, 11).services if one.service == "individual_talks")
    assert (talks.contacts, talks.visits) == counts[:2], "also where the house has no such service any more"
    leave_us(kari, now=NOW)
    assert numbers(odd, yesterday) == counts, "nothing leads back to her, and the number stays"
    with given(odd):
        (entry,) = JournalEntry.objects.filter(what="counting.counted")
        assert entry.seat_id is None


def test_a_talk_held_before_stegvis_is_no_number(centre, ingrid, odd):
    kari = participant_of(an_actor(centre, Role.PARTICIPANT))
    admission.record_talk_held_before(ingrid, participant_id=kari.pk, held_on=TODAY, now=NOW)
    assert numbers(odd) == (0, 0, 0)


def test_who_stays_for_lunch_after_her_talk_counts_once(centre, ingrid, odd):
    kari, eva, liv = (an_actor(centre, Role.PARTICIPANT) for _ in range(3))
    a_talk_held(ingrid, kari)
    a_talk_held(ingrid, eva)
    a_talk_held(ingrid, liv, way=TalkWay.CALL)
    held_today(ingrid, "Lunch", [kari, liv])
    held_today(ingrid, "Walk", [kari])
    day = queries.day(odd, TODAY, "en")
    assert (day.came, day.noted_again, day.logged_visits) == (3, 1, 1), (
        "Eva's talk; Kari's is in the meetings"
    )
    assert (day.visits.counts, day.contacts.counts) == (3, 1), "Liv phoned, and came"
