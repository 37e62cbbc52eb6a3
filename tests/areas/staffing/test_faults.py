"""What goes wrong in a real house, really provoked: the server that was down over the check time, the mail too, the
night the clocks change, a holiday, a week of five hundred meetings.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from unittest.mock import patch
from uuid import UUID

import pytest
from django.core import mail

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups.models import Session
from stegvis.areas.groups.rules import moment
from stegvis.areas.messages import actions as reach
from stegvis.areas.messages import tasks as post
from stegvis.areas.messages.models import Delivery, Message
from stegvis.areas.messages.rules import Outcome, Wanted, Way
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import actions, queries, tasks
from stegvis.areas.staffing.rules import Carries, Refusal
from stegvis.kernel import clock, worker
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import somebody_in
from tests.areas.staffing.scene import (
    CHECK,
    a_walk,
    first_of,
    on_duty,
    somebody_employed,
    states,
)
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round, sessions_in
from tests.support import asked_of_database, given


class Watch:
    """The clock on the worker's wall."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def only_the_check() -> Iterator[list[datetime]]:
    """A worker with this one job, and the times at which it was due."""
    entry = next(one for one in clock.entries() if one.name == "staffing.check_due")
    due: list[datetime] = []

    def look(now: datetime) -> None:
        due.append(now)
        tasks.check_due(now)

    looking = clock.Entry(entry.name, entry.period, entry.missed, look)
    with patch.object(clock, "_entries", {entry.name: looking}):
        yield due


def _work(watch: Watch, name: str = "one") -> None:
    worker.run_ready(name, lease=timedelta(minutes=1), clock_time=watch)


# The check time passes while the server is down


@pytest.mark.django_db
@pytest.mark.requirement("S1-31")
def test_a_check_time_missed_while_the_server_was_down_is_caught_up_once_and_in_order(
    centre: Organisation, lunch: Listing, odd: Actor, berit: Actor
):
    """Down from ten to three until ten past four: two check times pass, the first for the later meeting."""
    early = a_walk(berit, lunch, starts=time(15), ends=time(16))
    late = a_walk(berit, an_offering(centre.pk), starts=time(12), ends=time(13))
    actions.set_needs(berit, round_id=early, employees=2, check_at=time(15), version=0, now=NOW)
    actions.set_needs(berit, round_id=late, employees=2, check_at=time(16), version=0, now=NOW)
    with only_the_check() as due:
        watch = Watch(datetime(2026, 11, 25, 13, 50, tzinfo=UTC))
        _work(watch)
        assert states(berit, early)[0] == states(berit, late)[0] == "planned"
        watch.now = datetime(2026, 11, 25, 15, 10, tzinfo=UTC)
        _work(watch)
        _work(watch, "two")
    assert states(berit, early)[0] == states(berit, late)[0] == "called_off"
    assert due == sorted(set(due))
    with given(berit):
        entries = JournalEntry.objects.filter(what="groups.meeting_called_off").order_by("at")
        assert [(entry.about, entry.at) for entry in entries] == [
            (first_of(berit, early).pk, moment(date(2026, 11, 25), time(15), zone="Europe/Oslo")),
            (first_of(berit, late).pk, moment(date(2026, 11, 25), time(16), zone="Europe/Oslo")),
        ]


@pytest.mark.django_db
def test_a_worker_that_dies_in_the_middle_calls_nothing_off_twice(odd: Actor, berit: Actor, walk: UUID):
    """The call-off and the messages stand or fall together; whoever looks next does what is left, once."""
    adviser = somebody_employed(Organisation.objects.get(pk=berit.organisation_id), "Ingrid", Role.ADVISER)
    somebody_in(adviser, walk)
    on_duty(berit, first_of(berit, walk), odd)
    house = Actor.housekeeper(berit.organisation_id)
    with (
        patch(
            "stegvis.areas.groups.actions.calling_off.messages.send", side_effect=RuntimeError("power cut")
        ),
        pytest.raises(RuntimeError),
    ):
        actions.check_due(house, now=CHECK)
    assert states(berit, walk)[0] == "planned"
    assert actions.check_due(house, now=CHECK) == [first_of(berit, walk).pk]
    assert actions.check_due(house, now=CHECK) == []
    with given(berit):
        assert Message.objects.filter(kind="groups.called_off").count() == 1


# Mail is down for a day


@pytest.mark.django_db
@pytest.mark.requirement("S1-32")
def test_mail_that_is_down_for_a_day_keeps_nobody_from_being_told(
    centre: Organisation, odd: Actor, berit: Actor, walk: UUID, monkeypatch: pytest.MonkeyPatch
):
    adviser = somebody_employed(centre, "Ingrid", Role.ADVISER)
    kari = somebody_in(adviser, walk)
    reach.choose_reach(
        kari, wanted=Wanted(Way.EMAIL, address="kari@example.org", others_may_see=True), now=NOW
    )
    on_duty(berit, first_of(berit, walk), odd)
    actions.check_due(Actor.housekeeper(centre.pk), now=CHECK)
    morning = CHECK + timedelta(hours=15)
    with monkeypatch.context() as down:
        down.setattr(post, "post", lambda outgoing: Outcome.NOT_NOW)
        post.send_out(CHECK, clock_time=lambda: CHECK)
    assert mail.outbox == []
    assert states(berit, walk)[0] == "called_off"  # nobody waits for the mail to know it here
    later = CHECK + timedelta(days=1)
    for hour in range(40):
        post.send_out(morning, clock_time=lambda at=later + timedelta(hours=hour): at)
    with given(centre.pk):
        (delivery,) = Delivery.objects.all()
    assert delivery.state in {"sent", "to_call"}
    assert len(mail.outbox) == (1 if delivery.state == "sent" else 0)


# The clocks change


@pytest.mark.django_db
@pytest.mark.requirement("S1-26")
@pytest.mark.parametrize(("on", "hours"), [(date(2026, 10, 25), 5), (date(2027, 3, 28), 3)])
def test_an_open_door_through_the_night_the_clocks_change(
    centre: Organisation, odd: Actor, siri: Actor, berit: Actor, on: date, hours: int
):
    """One to five by the clock on the wall is five hours in October and three in March. All of it needs somebody."""
    before = datetime(on.year, on.month, 1, 10, tzinfo=UTC)
    night = a_walk(
        berit,
        an_offering(centre.pk, gated=False),
        employees=1,
        capacity=None,
        from_on=on,
        until_on=on,
        recurrence="FREQ=DAILY",
        starts=time(1),
        ends=time(5),
        now=before,
    )
    session = first_of(berit, night)
    assert session.ends_at - session.starts_at == timedelta(hours=hours)
    on_duty(berit, session, odd, Carries.DROP_IN, ends=time(4), now=before)
    on_duty(berit, session, siri, Carries.DROP_IN, starts=time(4), now=before)
    shown = queries.meeting_staffing(berit, session.pk, before, "en").meeting
    assert shown.can_be_held
    assert shown.gaps == ()
    visitor, at = Actor.visitor(centre.pk), session.starts_at
    while at < session.ends_at:
        assert queries.door(visitor, at).is_open
        at += timedelta(minutes=30)
    assert not queries.door(visitor, session.ends_at).is_open


@pytest.mark.django_db
def test_a_holiday_has_no_meeting_no_duty_and_nothing_to_call_off(odd: Actor, berit: Actor, lunch: Listing):
    new_year = a_round(
        berit,
        lunch.pk,
        from_on=date(2026, 12, 18),
        until_on=date(2027, 1, 8),
        recurrence="FREQ=WEEKLY;BYDAY=FR",
        leave_out=[date(2026, 12, 25), date(2027, 1, 1)],
    )
    first, last = sessions_in(berit, new_year)
    on_duty(berit, first, odd)
    for monday in (date(2026, 12, 21), date(2026, 12, 28)):
        with pytest.raises(Refused) as refused:
            actions.copy_week(berit, monday=monday, version=0, now=NOW)
        assert refused.value.reason == Refusal.NOTHING_TO_COPY
    actions.copy_week(berit, monday=date(2027, 1, 4), from_monday=date(2026, 12, 14), version=0, now=NOW)
    house = Actor.housekeeper(berit.organisation_id)
    for day in range(40):
        actions.check_due(house, now=NOW + timedelta(days=day))
    assert [one.on for one in sessions_in(berit, new_year)] == [first.on, last.on]
    assert states(berit, new_year) == ["planned", "planned"]


# Much


@pytest.mark.django_db
def test_five_hundred_meetings_a_week_ask_the_database_no_more(
    centre: Organisation, berit: Actor, lunch: Listing
):
    walk = a_walk(berit, lunch)
    asked = {}
    for wanted in (3, 500):
        with given(centre.pk):
            there = Session.objects.filter(organisation_id=centre.pk).count()
            Session.objects.bulk_create(_meeting(centre, walk, number) for number in range(there, wanted))
        with asked_of_database() as statements:
            week = queries.week(berit, date(2026, 11, 23), NOW, "en")
            queries.my_part(berit, NOW, "en")
            queries.door(Actor.visitor(centre.pk), NOW)
        asked[wanted] = len(statements)
    assert sum(len(day.meetings) for day in week.days) > 490
    assert asked[500] == asked[3]


@pytest.mark.django_db
def test_a_round_with_room_for_nobody_still_needs_its_employees(berit: Actor, odd: Actor, lunch: Listing):
    """Capacity 0 is a group that is full, not an open door."""
    none = a_walk(berit, lunch, capacity=0, employees=1)
    first = first_of(berit, none)
    assert not queries.staffed(berit, [first.pk], NOW)[first.pk].can_be_held
    on_duty(berit, first, odd)
    shown = queries.meeting_staffing(berit, first.pk, NOW, "en").meeting
    assert (shown.is_open_door, shown.can_be_held) == (False, True)


def _meeting(centre: Organisation, round_id: UUID, number: int) -> Session:
    on = date(2026, 11, 24) + timedelta(days=number % 5)
    starts = time(8 + number // 5 // 60 * 2, number // 5 % 60)
    ends = time(starts.hour + 1, starts.minute)
    return Session(
        organisation_id=centre.pk,
        round_id=round_id,
        on=on,
        starts=starts,
        ends=ends,
        starts_at=moment(on, starts, zone="Europe/Oslo"),
        ends_at=moment(on, ends, zone="Europe/Oslo"),
    )
