"""Counting contacts: once a day, corrected by hand, and nothing left about anybody."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import example
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.counting import actions, queries, tasks
from stegvis.areas.counting.models import ByHand, KnownToday, Tally
from stegvis.areas.counting.rules import Kind, Refusal, Source, Unit, Way, mark
from stegvis.areas.directory.models import Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions as groups
from stegvis.kernel import retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.personal_data import KeepFor
from stegvis.kernel.roles import EMPLOYED, Role
from tests.areas.counting.numbers import TODAY, held_today, numbers
from tests.areas.histories import Centre, histories
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import asked_of_database, given

PHONE, VISIT = Kind(Way.PHONE), Kind(Way.VISIT)
PARTNER = Kind(Way.PHONE, Source.PARTNER)


def counted(actor, kind=PHONE, times=1, now=NOW):
    for _ in range(times):
        actions.count(actor, kind=kind, now=now)


def test_one_tap_counts_and_a_form_sent_twice_counts_once(odd):
    key = uuid4()
    for _ in range(2):
        actions.count(odd, kind=PHONE, key=key, now=NOW)
    counted(odd, VISIT)
    assert numbers(odd) == (1, 1, 0)


def test_what_is_said_after_moves_it_and_counts_nothing_more(odd):
    counted(odd)
    said = Kind(Way.PHONE, Source.USER, "telephone_advice")
    actions.say_more(odd, kind=PHONE, instead=said, now=NOW)
    assert numbers(odd) == (1, 0, 0)
    with pytest.raises(Refused, match=Refusal.NOTHING_THERE):
        actions.say_more(odd, kind=PHONE, instead=said, now=NOW)
    visit = Kind(Way.VISIT)
    counted(odd, visit)
    actions.say_more(odd, kind=visit, instead=Kind(Way.VISIT, Source.PARTNER), now=NOW)
    assert numbers(odd) == (2, 0, 0), "a partner service that drops in is a contact"


def test_the_same_person_again_counts_once_and_each_partner_counts(odd, ingrid):
    counted(odd, times=2)
    actions.same_again(odd, kind=PHONE, now=NOW)
    assert numbers(odd) == (1, 0, 1)
    counted(odd, PARTNER, times=2)
    with pytest.raises(Refused, match=Refusal.EVERY_ONE_COUNTS):
        actions.same_again(odd, kind=PARTNER, now=NOW)
    with pytest.raises(Refused, match=Refusal.EVERY_ONE_COUNTS):
        actions.known_by(ingrid, kind=PARTNER, nickname="Ring", now=NOW)
    assert numbers(odd) == (3, 0, 1)


def test_taken_back_it_was_none(odd):
    counted(odd, times=2)
    actions.same_again(odd, kind=PHONE, now=NOW)
    actions.take_back(odd, kind=PHONE, now=NOW)
    actions.take_back(odd, kind=PHONE, again=True, now=NOW)
    assert numbers(odd) == (0, 0, 0)
    for again in (False, True):
        with pytest.raises(Refused, match=Refusal.NOTHING_THERE):
            actions.take_back(odd, kind=PHONE, again=again, now=NOW)


def test_by_nickname_the_same_person_counts_once_a_day_by_herself(lunch, ingrid):
    def called(name, kind=PHONE, now=NOW):
        counted(ingrid, kind, now=now)
        return actions.known_by(ingrid, kind=kind, nickname=name, now=now)

    assert [called("Kari"), called(" kari "), called("Eva")] == [False, True, False]
    assert numbers(ingrid) == (2, 0, 1)
    assert called("Kari", VISIT) is False, "once as a contact, once as a visit"
    assert called("Kari", Kind(Way.MESSAGE)) is True, "another way, the same contact"
    assert numbers(ingrid) == (2, 1, 2)
    tomorrow = NOW + timedelta(days=1)
    assert called("Kari", now=tomorrow) is False
    assert numbers(ingrid, tomorrow.date()) == (1, 0, 0)


def test_the_name_is_kept_nowhere_and_the_marks_go_in_the_night(centre, lunch, ingrid):
    counted(ingrid)
    actions.known_by(ingrid, kind=PHONE, nickname="Evangeline", now=NOW)
    with given(ingrid):
        (row,) = KnownToday.objects.all()
        known = json.loads(row.marks)
        everything = [list(m.objects.values()) for m in (Tally, ByHand, KnownToday, JournalEntry)]
    assert "vangeline" not in str(everything)
    assert known["marks"] == [mark(bytes.fromhex(known["secret"]), Unit.CONTACTS, "evangeline")]
    assert len(known["secret"]) == 64, "made for the day"

    tasks.forget_known(NOW + timedelta(hours=12, minutes=30))
    with given(ingrid):
        assert KnownToday.objects.count() == 1, "the day is not over in Korsby"
    (rule,) = [rule for rule in retention.rules() if rule.keep_for is KeepFor.THE_DAY]
    assert rule.tidy(Actor.housekeeper(centre.pk), NOW + timedelta(hours=13, minutes=30)) == 1
    with given(ingrid):
        assert not KnownToday.objects.exists()
        assert Tally.objects.count() == 1, "the numbers stay"


def test_no_row_is_about_a_person_or_knows_who_counted(odd, ingrid):
    """By the tables themselves, and by the journal: no worker's number can be made of anything that is kept."""
    for model in (Tally, ByHand, KnownToday):
        assert not [field for field in model._meta.local_fields if field.is_relation], model
        assert not {field.name for field in model._meta.local_fields} & {"seat", "seat_id", "by", "user"}
        assert model.ABOUT == ""
    for worker in (odd, ingrid):
        counted(worker, times=3)
        actions.same_again(worker, kind=PHONE, now=NOW)
        actions.take_back(worker, kind=PHONE, now=NOW)
    actions.known_by(ingrid, kind=PHONE, nickname="Kari", now=NOW)
    with given(odd):
        entries = JournalEntry.objects.filter(what__startswith="counting.")
        assert set(entries.values_list("seat_id", flat=True)) == {None}
        assert not {odd.seat_id, ingrid.seat_id} & {
            value for row in Tally.objects.values() for value in row.values()
        }


@pytest.mark.parametrize("role", EMPLOYED - {Role.ADVISER}, ids=str)
def test_who_may_not_know_who_comes_cannot_ask_for_a_name(centre, lunch, ingrid, role):
    """Else a guess at a nickname would tell whether she was in touch today."""
    counted(ingrid)
    actions.known_by(ingrid, kind=PHONE, nickname="Kari", now=NOW)
    worker = an_actor(centre, role)
    counted(worker)
    with pytest.raises(NotAllowed):
        actions.known_by(worker, kind=PHONE, nickname="Kari", now=NOW)
    assert not actions.may_know_by_nickname(worker)
    assert numbers(worker) == (2, 0, 0), "nothing in the numbers tells either"


@pytest.mark.requirement("X-15")
def test_where_nothing_is_written_about_people_no_nickname_is_taken(lunch, ingrid):
    with given(ingrid):
        Service.objects.update(documentation=DocumentationMode.NONE)
    counted(ingrid, times=2)
    with pytest.raises(Refused, match=Refusal.NO_NICKNAMES):
        actions.known_by(ingrid, kind=PHONE, nickname="Kari", now=NOW)
    actions.same_again(ingrid, kind=PHONE, now=NOW)
    assert numbers(ingrid) == (1, 0, 1), "it is said by a tap instead"
    with given(ingrid):
        assert not KnownToday.objects.exists()


def test_a_number_by_hand_counts_and_the_other_stays(odd):
    counted(odd, times=3)
    actions.correct(odd, on=TODAY, unit=Unit.CONTACTS, number=7, seen=None, now=NOW)
    counted(odd)
    contacts = queries.day(odd, TODAY, "en").contacts
    assert (contacts.counts, contacts.worked_out, contacts.by_hand) == (7, 4, 7)
    month = queries.month(odd, 2026, 11)
    assert (month.contacts.counts, month.contacts.worked_out) == (7, 4)
    with pytest.raises(Changed):
        actions.correct(odd, on=TODAY, unit=Unit.CONTACTS, number=9, seen=None, now=NOW)
    actions.correct(odd, on=TODAY, unit=Unit.CONTACTS, number=None, seen=7, now=NOW)
    assert numbers(odd) == (4, 0, 0)
    with pytest.raises(Changed):
        actions.correct(odd, on=TODAY, unit=Unit.CONTACTS, number=5, seen=7, now=NOW)
    with pytest.raises(Refused, match=Refusal.NOT_TO_COME):
        actions.correct(odd, on=TODAY + timedelta(days=1), unit=Unit.VISITS, number=1, seen=None, now=NOW)


@pytest.mark.parametrize("role", sorted(set(Role) - EMPLOYED))
def test_only_those_who_work_here_count(centre, role):
    other = Actor.visitor(centre.pk) if role is Role.VISITOR else an_actor(centre, role)
    for step in (
        lambda: actions.count(other, kind=PHONE, now=NOW),
        lambda: queries.day(other, TODAY, "en"),
        lambda: queries.month(other, 2026, 11),
    ):
        with pytest.raises(NotAllowed):
            step()


def test_another_house_counts_for_itself(odd):
    counted(odd)
    stranger = an_actor(an_organisation(), Role.EMPLOYEE)
    assert numbers(stranger) == (0, 0, 0)
    with pytest.raises(Refused, match=Refusal.NOTHING_THERE):
        actions.take_back(stranger, kind=PHONE, now=NOW)


@pytest.mark.requirement("S2-02")
def test_visits_come_out_of_the_calendar_and_each_visitor_counts_once(centre, ingrid, odd):
    kari, eva = (an_actor(centre, Role.PARTICIPANT) for _ in range(2))
    held_today(ingrid, "Lunch", [kari, eva])
    held_today(ingrid, "Walk", [kari])
    held_today(ingrid, "Open house", [], came=5)
    counted(odd, VISIT, times=2)
    day = queries.day(odd, TODAY, "en")
    assert (day.came, day.noted_again, day.logged_visits) == (8, 1, 2)
    assert day.visits.counts == 2 + 5 + 2

    month = queries.month(odd, 2026, 11, until=TODAY)
    assert month.visits.counts == 9
    social = next(line for line in month.services if line.service == "social_offerings")
    assert (social.held, social.came, social.contacts) == (3, 8, 0)


@pytest.mark.requirement("S2-02")
def test_each_kind_of_work_is_counted_separately(centre, ingrid, odd):
    with given(odd):
        for kind in ("telephone_advice", "theme_meetings"):
            Service.objects.create(organisation_id=centre.pk, kind=kind, name=kind)
    off = sessions_in(ingrid, a_round(ingrid, an_offering(centre.pk).pk))[0]
    groups.call_off(ingrid, session_ids=[off.pk], why=groups_why("staff"), instead="Coffee", now=NOW)
    counted(odd, Kind(Way.PHONE, Source.USER, "telephone_advice"), times=3)
    counted(odd, Kind(Way.VISIT, service="theme_meetings"))
    counted(odd)
    lines = {line.service: line for line in queries.month(odd, 2026, 11).services}
    assert set(lines) == {"telephone_advice", "theme_meetings", "social_offerings", None}
    assert (lines["telephone_advice"].contacts, lines["theme_meetings"].visits, lines[None].contacts) == (
        3,
        1,
        1,
    )
    assert lines["social_offerings"].called_off == {groups_why("staff"): 1}
    ways = {line.way: line for line in queries.month(odd, 2026, 11).ways}
    assert (ways[Way.PHONE].by_source[Source.USER], ways[Way.PHONE].counted) == (3, 4)


def groups_why(code):
    from stegvis.areas.groups.rules import CallOffWhy

    return CallOffWhy(code)


def test_a_month_costs_the_same_reads_however_much_there_is(centre, ingrid, odd):
    held_today(ingrid, "Lunch", [])
    counted(odd)
    queries.month(odd, 2026, 11)
    with asked_of_database() as few:
        queries.month(odd, 2026, 11)
    for number in range(6):
        held_today(ingrid, f"Walk {number}", [], came=number)
        counted(odd, Kind(Way.VISIT, Source.USER), now=NOW - timedelta(days=number))
    with asked_of_database() as many:
        queries.month(odd, 2026, 11)
    assert len(many) == len(few)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["phone", "visit", "partner", "again", "back", "known", "hand"]), st.integers(0, 2)
    ),
    max_size=15,
)


@pytest.mark.django_db
@histories(6)
@example([("phone", 0), ("known", 0), ("phone", 0), ("known", 0), ("phone", 1), ("known", 1), ("hand", 2)])
@generated(STEPS)
def test_in_any_history_each_name_counts_once_and_nothing_is_lost(history):
    """Every tap is counted, stands as again, or was taken back; and no name counts twice as a contact."""
    house = Centre(0)
    odd, ingrid = house.staff[Role.EMPLOYEE], house.staff[Role.ADVISER]
    taps, back, names = 0, 0, set()
    an_offering(house.organisation.pk)
    at = house.now
    for what, which in history:
        kind = {"visit": VISIT, "partner": PARTNER}.get(what, PHONE)
        with house.trying():
            if what in {"phone", "visit", "partner"}:
                actions.count(odd, kind=kind, now=at)
                taps += 1
            elif what == "again":
                actions.same_again(odd, kind=PHONE, now=at)
            elif what == "back":
                actions.take_back(odd, kind=PHONE, now=at)
                back += 1
            elif what == "known":
                with given(odd):
                    there = Tally.objects.filter(way="phone", source="not_said", counted__gt=0).exists()
                known = actions.known_by(ingrid, kind=PHONE, nickname=f"Name {which}", now=at)
                assert known == (which in names)
                assert there or not known
                names.add(which)
            elif what == "hand":
                day = queries.day(odd, at.date(), "nb")
                actions.correct(
                    odd, on=at.date(), unit=Unit.CONTACTS, number=which, seen=day.contacts.by_hand, now=at
                )
    day = queries.day(odd, at.date(), "nb")
    assert day.contacts.worked_out + day.visits.worked_out + day.again == taps - back


def _counted_in_a_race(odd: Actor) -> tuple[int, int, int]:
    return numbers(odd)


def test_two_who_count_and_name_the_same_person_at_the_same_moment(shared_database: None):
    def scene() -> list[Actor]:
        centre = an_organisation()
        an_offering(centre.pk)
        return [an_actor(centre, Role.ADVISER) for _ in range(2)]

    for _ in range(3):
        workers = in_thread(scene)
        start = threading.Barrier(len(workers))

        def tap(actor: Actor, start: threading.Barrier = start) -> bool:
            start.wait(timeout=30)
            actions.count(actor, kind=PHONE, now=NOW)
            return actions.known_by(actor, kind=PHONE, nickname="Kari", now=NOW)

        with ThreadPoolExecutor(len(workers)) as pool:
            known = list(pool.map(lambda actor: and_close(tap, actor), workers))
        assert sorted(known) == [False, True]
        assert in_thread(_counted_in_a_race, workers[0]) == (1, 0, 1)
