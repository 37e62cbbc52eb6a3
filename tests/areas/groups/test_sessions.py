"""Who came: one tap says so, nothing ever says who did not. "Not today", a small aim, and the day's counting."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.apps import apps

from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions, queries, tasks
from stegvis.areas.groups.models import Attendance, Session
from stegvis.areas.groups.rules import Refusal, SessionState
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import THURSDAY, attend, somebody_in
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database, given, refused

pytestmark = pytest.mark.django_db
"""Half past twelve at the first lunch."""

AFTER = datetime(2026, 11, 27, 8, tzinfo=UTC)
NOT_ADVISERS = [role for role in Role if role is not Role.ADVISER]
SQL_FOR_A_LIST = 20


def _here(actor: Actor, session_id: UUID) -> list[UUID]:
    with given(actor):
        return list(Attendance.objects.filter(session_id=session_id).values_list("participant_id", flat=True))


def _state(actor: Actor, session_id: UUID) -> str:
    with given(actor):
        return Session.objects.get(pk=session_id).state


def _rows_about(participant_id: UUID, organisation: Actor) -> dict[str, int]:
    """How many rows of the whole house point at this person, table by table; without what says that she was seen."""
    found = {}
    with given(organisation):
        for model in apps.get_models():
            keys = {field.attname for field in model._meta.concrete_fields}
            for key in keys & {"participant_id", "about"}:
                if model is not Look:
                    found[model.__name__] = model._default_manager.filter(**{key: participant_id}).count()
    return found


# Here, in one tap


def test_an_adviser_notes_several_at_once_and_takes_one_back(
    ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)
    attend(ingrid, first, kari, eva)
    attend(ingrid, first, kari)
    assert sorted(_here(ingrid, first)) == sorted(participant_of(one).pk for one in (kari, eva))
    assert _state(ingrid, first) == SessionState.HELD

    for one in (kari, kari, eva):
        actions.undo_attendance(ingrid, session_id=first, participant_id=participant_of(one).pk, now=THURSDAY)
    assert _here(ingrid, first) == []
    assert _state(ingrid, first) == SessionState.PLANNED


@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-47")
def test_absence_leaves_no_row_anywhere(ingrid: Actor, open_thursdays: UUID, first: UUID):
    """One was there, one was not, one was tapped by mistake: of the last two nothing tells a month later."""
    there, away, mistaken = (somebody_in(ingrid, open_thursdays) for _ in range(3))
    before = _rows_about(participant_of(away).pk, ingrid)
    attend(ingrid, first, there, mistaken)
    actions.undo_attendance(
        ingrid, session_id=first, participant_id=participant_of(mistaken).pk, now=THURSDAY
    )
    actions.say_not_today(away, session_id=first, now=NOW)
    tasks.forget_not_today(AFTER)
    assert _rows_about(participant_of(away).pk, ingrid) == before
    assert _rows_about(participant_of(mistaken).pk, ingrid) == before
    with given(ingrid):
        seats = set(JournalEntry.objects.filter(about=first).values_list("seat_id", flat=True))
    assert seats == {ingrid.seat_id, None}, "that she said something is nobody's history"


@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-47")
def test_five_weeks_away_change_nothing(ingrid: Actor, open_thursdays: UUID, first: UUID):
    """Her place, her number, her page and the list are as if she had been there all the time."""
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)
    attend(ingrid, first, kari, eva)
    for session in sessions_in(ingrid, open_thursdays)[1:6]:
        attend(ingrid, session.pk, eva, now=session.starts_at)
        tasks.forget_not_today(session.ends_at + timedelta(days=1))
    now = THURSDAY + timedelta(weeks=6)
    place = queries.my_places(kari, now, "en")[0]
    theirs = queries.my_places(eva, now, "en")[0]
    assert (place.round, place.sessions, place.since) == (theirs.round, theirs.sessions, theirs.since)
    sixth = sessions_in(ingrid, open_thursdays)[6].pk
    same = {(p.here, p.not_today, p.first_time, p.aim) for p in queries.people_at(ingrid, sixth, now)}
    assert same == {(False, False, False, "")}


@pytest.mark.requirement("X-15")
def test_in_mode_none_no_attendance_row_can_exist(centre: Organisation, ingrid: Actor):
    quiet = an_offering(centre.pk, documentation=DocumentationMode.NONE)
    round_id = a_round(ingrid, quiet.pk)
    first = sessions_in(ingrid, round_id)[0].pk
    kari = somebody_in(ingrid, round_id)
    assert refused(lambda: attend(ingrid, first, kari)) is Refusal.NOTHING_IS_WRITTEN
    assert refused(lambda: attend(ingrid, first)) is Refusal.NOTHING_IS_WRITTEN
    assert _here(ingrid, first) == []
    assert not queries.session_page(ingrid, first, THURSDAY, "en").keeps_names

    actions.count_came(ingrid, session_id=first, came=7, now=THURSDAY)
    (counted, *_rest) = queries.counts(ingrid, date(2026, 11, 26), date(2026, 11, 26), "en")
    assert counted.came == 7


@pytest.mark.requirement("X-15")
def test_it_is_the_rule_that_keeps_mode_none_empty(
    monkeypatch: pytest.MonkeyPatch, centre: Organisation, ingrid: Actor
):
    """Take the rule away, and a row appears."""
    round_id = a_round(ingrid, an_offering(centre.pk, documentation=DocumentationMode.NONE).pk)
    first, kari = sessions_in(ingrid, round_id)[0].pk, somebody_in(ingrid, round_id)
    monkeypatch.setattr(actions.sessions, "decide_note", lambda **facts: None)
    attend(ingrid, first, kari)
    assert _here(ingrid, first) != []


@pytest.mark.parametrize("role", NOT_ADVISERS, ids=str)
def test_only_an_adviser_sees_and_notes_who_is_there(
    role: Role, centre: Organisation, ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari = somebody_in(ingrid, open_thursdays)
    somebody = kari if role is Role.PARTICIPANT else an_actor(centre, role)
    for attempt in (
        lambda: attend(somebody, first, kari),
        lambda: actions.undo_attendance(
            somebody, session_id=first, participant_id=participant_of(kari).pk, now=THURSDAY
        ),
        lambda: queries.people_at(somebody, first, THURSDAY),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert _here(ingrid, first) == []


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR], ids=str)
def test_those_who_plan_see_numbers_and_may_count(
    role: Role, centre: Organisation, ingrid: Actor, open_thursdays: UUID, first: UUID
):
    attend(ingrid, first, somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays))
    planner = an_actor(centre, role)
    page = queries.session_page(planner, first, THURSDAY, "en")
    assert (page.noted, page.came, page.round.taken) == (2, None, 2)
    actions.count_came(planner, session_id=first, came=3, now=THURSDAY)
    assert queries.session_page(planner, first, THURSDAY, "en").came == 3
    actions.count_came(planner, session_id=first, came=None, now=THURSDAY)
    assert (queries.session_page(planner, first, THURSDAY, "en").came, _state(ingrid, first)) == (
        None,
        "held",
    )


def test_nobody_is_noted_before_the_day_or_where_it_is_called_off(
    ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari = somebody_in(ingrid, open_thursdays)
    assert refused(lambda: attend(ingrid, first, kari, now=NOW)) is Refusal.NOT_YET
    too_soon = lambda: actions.count_came(ingrid, session_id=first, came=1, now=NOW)  # noqa: E731
    assert refused(too_soon) is Refusal.NOT_YET
    actions.call_off_meeting(ingrid, session_id=first, version=1, now=NOW)
    assert refused(lambda: attend(ingrid, first, kari)) is Refusal.CALLED_OFF


def test_only_who_has_a_place_is_noted(centre: Organisation, ingrid: Actor, lunch: Listing, first: UUID):
    elsewhere = somebody_in(ingrid, a_round(ingrid, lunch.pk))
    with pytest.raises(NotFound):
        attend(ingrid, first, elsewhere)
    sara = an_actor(an_organisation(), Role.ADVISER)
    with pytest.raises(NotFound):
        attend(sara, first)


# The list at the door


def test_first_names_stand_in_alphabetical_order_and_nothing_else_orders_them(
    ingrid: Actor, open_thursdays: UUID, first: UUID
):
    who = [somebody_in(ingrid, open_thursdays) for _ in range(5)]
    with given(ingrid):
        for one, name in zip(who, ["Åse", "kari", "Øyvind", "Berit", "Ælfric"], strict=True):
            participant = participant_of(one)
            participant.nickname = name
            participant.save()
    attend(ingrid, first, who[0])
    names = [person.nickname for person in queries.people_at(ingrid, first, THURSDAY)]
    assert names == ["Berit", "kari", "Ælfric", "Øyvind", "Åse"]


def test_a_newcomer_is_marked_until_she_has_been_there(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)
    second = sessions_in(ingrid, open_thursdays)[1]
    attend(ingrid, first, kari)
    marked = {p.participant_id: p.first_time for p in queries.people_at(ingrid, second.pk, AFTER)}
    assert marked == {participant_of(kari).pk: False, participant_of(eva).pk: True}


def test_where_nobody_is_noted_who_had_a_place_the_time_before_is_no_newcomer(
    centre: Organisation, ingrid: Actor
):
    round_id = a_round(ingrid, an_offering(centre.pk, documentation=DocumentationMode.NONE).pk)
    kari = somebody_in(ingrid, round_id)
    eva = somebody_in(ingrid, round_id, now=AFTER)
    second = sessions_in(ingrid, round_id)[1]
    marked = {p.participant_id: p.first_time for p in queries.people_at(ingrid, second.pk, AFTER)}
    assert marked == {participant_of(kari).pk: False, participant_of(eva).pk: True}


@pytest.mark.requirement("X-06")
def test_each_name_on_the_list_is_one_look(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)
    queries.people_at(ingrid, first, THURSDAY)
    queries.people_at(ingrid, first, THURSDAY, only=[participant_of(kari).pk])
    with given(ingrid):
        looks = list(Look.objects.filter(why="groups.people_at").values_list("about", flat=True))
    assert sorted(looks) == sorted([participant_of(kari).pk] * 2 + [participant_of(eva).pk])


def test_the_list_costs_the_same_however_many(ingrid: Actor, open_thursdays: UUID, first: UUID):
    somebody_in(ingrid, open_thursdays)
    with asked_of_database() as one:
        queries.people_at(ingrid, first, THURSDAY)
    for _ in range(5):
        somebody_in(ingrid, open_thursdays)
    with asked_of_database() as six:
        queries.people_at(ingrid, first, THURSDAY)
    assert 0 < len(six) == len(one) <= SQL_FOR_A_LIST, "\n".join(six)


# The wall and the day's counting


@pytest.mark.requirement("S1-19")
def test_the_wall_tells_what_when_where_and_who_receives(ingrid: Actor, open_thursdays: UUID, first: UUID):
    somebody_in(ingrid, open_thursdays)
    actions.call_off_meeting(ingrid, session_id=sessions_in(ingrid, open_thursdays)[1].pk, version=1, now=NOW)
    wall = queries.on_the_wall(ingrid, NOW, 14, "en")
    assert [(one.on, one.title, one.meeting_place, one.welcomed_by, one.called_off) for one in wall] == [
        (date(2026, 11, 26), "Thursday lunch", "The back door", "Ingrid", False),
        (date(2026, 12, 3), "Thursday lunch", "The back door", "Ingrid", True),
    ]
    with pytest.raises(NotAllowed):
        queries.on_the_wall(somebody_in(ingrid, open_thursdays), NOW, 14, "en")


@pytest.mark.requirement("X-15")
def test_the_days_counting_comes_out_of_the_calendar(
    centre: Organisation, ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)
    _, second, third, fourth, *_rest = sessions_in(ingrid, open_thursdays)
    attend(ingrid, first, kari, eva)
    attend(ingrid, second.pk, kari, now=second.starts_at)
    actions.count_came(ingrid, session_id=second.pk, came=5, now=second.starts_at)
    actions.call_off_meeting(ingrid, session_id=third.pk, version=1, now=second.starts_at)
    found = queries.counts(ingrid, date(2026, 11, 1), fourth.on, "en")
    assert [(one.came, one.called_off) for one in found] == [
        (2, False),
        (5, False),
        (None, True),
        (None, False),
    ]
    (lunch,) = queries.by_offering(found)
    assert (lunch.held, lunch.called_off, lunch.came) == (3, 1, 7)
    assert [one.session_id for one in lunch.uncounted] == [fourth.pk]
    assert queries.counts(an_actor(an_organisation(), Role.MANAGER), date(2026, 11, 1), fourth.on, "en") == []
