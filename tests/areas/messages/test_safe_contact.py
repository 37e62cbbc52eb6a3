"""Safe contact: her way, her hours, her word, or never; the outbox and the call list keep to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import transaction
from django.db.models import Exists, Q
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as some

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Delivery, Reach
from stegvis.areas.messages.rules import (
    DeliveryState,
    Hours,
    House,
    Outcome,
    Refusal,
    Wanted,
    Way,
    Why,
    hours,
    what_is_wrong,
)
from stegvis.areas.messages.tasks import send_out
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, delivery, sent, wants
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

OSLO = ZoneInfo("Europe/Oslo")
HOUSE = House(quiet_from=time(20), quiet_until=time(9))
TEN, NOON = time(10), time(12)
MORNING = Hours(TEN, NOON)
CALL = Wanted(Way.CALL, phone="900 00 000", hours=MORNING, code_word="the bicycle shop")
EMAIL = Wanted(Way.EMAIL, address="kari@example.org", others_may_see=True, hours=MORNING)
NEVER = Wanted(Way.NEVER)
WANTED = (Wanted(Way.HERE), CALL, EMAIL, NEVER)


def at(hour: int, minute: int = 0) -> datetime:
    """That time in Oslo, on the day of the tests."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=OSLO)


@pytest.fixture(autouse=True)
def _kind() -> Iterator[None]:
    with a_kind():
        yield


# What can be kept


@pytest.mark.parametrize(
    ("start", "end", "refusal"),
    [
        (None, None, None),
        (TEN, NOON, None),
        (TEN, None, None),
        (None, TEN, None),
        (time(19), time(23), None),  # the house's quiet hours take the rest of it
        (NOON, TEN, Refusal.HOURS_ARE_NONE),
        (TEN, TEN, Refusal.HOURS_ARE_NONE),
        (time(20), None, Refusal.HOURS_ARE_NONE),
        (None, time(9), Refusal.HOURS_ARE_NONE),
        (time(21), time(23), Refusal.HOURS_ARE_NONE),
    ],
)
def test_hours_that_would_mean_never_are_refused(
    start: time | None, end: time | None, refusal: Refusal | None
):
    wanted = Wanted(Way.CALL, phone="900 00 000", hours=Hours(start, end))
    assert what_is_wrong(wanted, has_login=True, house=HOUSE) is refusal


MOMENTS = [time(minute // 60, minute % 60) for minute in range(0, 24 * 60, 30)]
SOME_TIME = some.sampled_from(MOMENTS)


@for_all(some.none() | SOME_TIME, some.none() | SOME_TIME, SOME_TIME, SOME_TIME)
def test_a_moment_is_left_exactly_when_there_is_one(
    start: time | None, end: time | None, quiet_from: time, quiet_until: time
):
    wanted, house = Hours(start, end), House(quiet_from, quiet_until)
    found = any(hours.is_safe_now(moment, wanted, house) for moment in MOMENTS)
    assert hours.leave_a_moment(wanted, house) is found


@for_all(SOME_TIME, SOME_TIME)
def test_only_hours_that_leave_a_moment_can_be_chosen(quiet_from: time, quiet_until: time):
    house = House(quiet_from, quiet_until)
    starts, _ = hours.hours_to_choose(house)
    assert all(hours.leave_a_moment(Hours(start=start), house) for start in starts)


@pytest.mark.parametrize("word", ["two\nlines", "x" * 41, "a\u202eb", "a\tb"])
def test_a_code_word_is_one_short_line(word: str):
    wanted = Wanted(Way.CALL, phone="900 00 000", code_word=word)
    assert what_is_wrong(wanted, has_login=True, house=HOUSE) is Refusal.CODE_WORD_NOT_VALID


def test_who_says_never_leaves_nothing_behind(kari: Actor):
    for wanted in (CALL, EMAIL):
        actions.choose_reach(kari, wanted=wanted, now=NOW)
        actions.choose_reach(
            kari, wanted=Wanted(Way.NEVER, "a@b.example", "900 00 000", True, MORNING, "cat"), now=NOW
        )
        assert queries.my_reach(kari).wanted == NEVER


def test_her_word_is_unreadable_in_the_table(kari: Actor):
    actions.choose_reach(kari, wanted=CALL, now=NOW)
    with given(kari):
        [raw] = Reach.objects.raw("SELECT id, code_word || '' AS stored FROM messages_reach")
    assert "bicycle" not in raw.stored


# The call list


@pytest.mark.parametrize(
    ("now", "is_shown"),
    [
        (at(9, 59), False),
        (at(10), True),
        (at(11, 59), True),
        (at(12), False),
        (at(23), False),
    ],
)
def test_number_and_word_stand_there_only_in_her_hours(
    kari: Actor, ingrid: Actor, now: datetime, is_shown: bool
):
    actions.choose_reach(kari, wanted=CALL, now=NOW)
    sent(ingrid, participant_of(kari).pk)
    [call] = queries.calls_waiting(ingrid, now)
    assert call.hours == MORNING
    assert (call.phone, call.code_word) == (("900 00 000", "the bicycle shop") if is_shown else ("", ""))
    assert call.not_now is not is_shown


@pytest.mark.parametrize(("now", "is_shown"), [(at(8, 59), False), (at(9), True), (at(20), False)])
def test_nobody_is_called_in_the_quiet_hours(kari: Actor, ingrid: Actor, now: datetime, is_shown: bool):
    actions.choose_reach(kari, wanted=Wanted(Way.CALL, phone="900 00 000"), now=NOW)
    sent(ingrid, participant_of(kari).pk)
    [call] = queries.calls_waiting(ingrid, now)
    assert bool(call.phone) is is_shown


def test_a_never_without_a_login_is_no_line_either(centre: Organisation, ingrid: Actor):
    odd = a_participant(centre)
    actions.record_reach(ingrid, participant_id=odd.pk, wanted=NEVER, now=NOW)
    key = sent(ingrid, odd.pk)
    assert delivery(ingrid, key) is None
    assert queries.calls_waiting(ingrid, NOW) == []


def test_a_never_said_while_a_message_was_on_its_way_counts(centre: Organisation, kari: Actor, ingrid: Actor):
    """Its row was written as she chose: the list asks again how she wants to be reached when it is read."""
    wants(centre.pk, participant_of(kari).pk, Way.CALL)
    sent(ingrid, participant_of(kari).pk)
    with given(kari):
        Reach.objects.update(way=Way.NEVER)
    assert queries.calls_waiting(ingrid, NOW) == []


# The outbox


@pytest.mark.parametrize(
    ("now", "goes"), [(at(9, 30), False), (at(10), True), (at(12), False), (at(21), False)]
)
def test_an_e_mail_waits_for_her_hours(kari: Actor, ingrid: Actor, now: datetime, goes: bool):
    actions.choose_reach(kari, wanted=EMAIL, now=at(8))
    sent(ingrid, participant_of(kari).pk, now=at(8))
    send_out(now, clock_time=lambda: now)
    assert len(mail.outbox) == goes


@pytest.mark.parametrize("outcome", Outcome)
def test_a_never_said_while_an_e_mail_goes_ends_it(kari: Actor, ingrid: Actor, outcome: Outcome):
    actions.choose_reach(kari, wanted=EMAIL, now=NOW)
    key = sent(ingrid, participant_of(kari).pk)
    keeper = Actor.housekeeper(kari.organisation_id)
    outgoing = actions.take_next(keeper, now=NOW)
    assert outgoing is not None
    actions.choose_reach(kari, wanted=NEVER, now=NOW)
    actions.note_outcome(
        keeper, delivery_id=outgoing.delivery_id, attempt=outgoing.attempt, outcome=outcome, now=NOW
    )
    found = delivery(kari, key)
    assert found is not None
    assert found.state == (DeliveryState.SENT if outcome is Outcome.WENT else DeliveryState.DROPPED)


@pytest.mark.parametrize("why", Why)
def test_never_ends_every_call_that_was_due(centre: Organisation, kari: Actor, ingrid: Actor, why: Why):
    wants(centre.pk, participant_of(kari).pk, Way.CALL)
    key = sent(ingrid, participant_of(kari).pk)
    with given(kari):
        Delivery.objects.update(why=why)
    actions.choose_reach(kari, wanted=NEVER, now=NOW)
    found = delivery(kari, key)
    assert found is not None
    assert found.state == DeliveryState.DROPPED


# Whatever happens, in whatever order

STEPS = some.lists(
    some.sampled_from([*WANTED, "tell her", "the worker runs", "half an hour goes by", "four hours go by"]),
    min_size=4,
    max_size=14,
)


def _live(kari: Actor, ingrid: Actor, steps: list[Wanted | str]) -> list[tuple[Wanted, datetime, str]]:
    """What reached her, or could have: how she wanted it, when, and what went out."""
    now, wanted, found = at(8), Wanted(Way.HERE), []
    mail.outbox.clear()
    for step in steps:
        if isinstance(step, Wanted):
            wanted = step
            with suppress(Refused):
                actions.choose_reach(kari, wanted=wanted, now=now)
        elif step == "tell her":
            sent(ingrid, participant_of(kari).pk, now=now)
        elif step == "the worker runs":
            send_out(now, clock_time=lambda now=now: now)
            found += [(wanted, now, "e-mail")] * len(mail.outbox)
            mail.outbox.clear()
        else:
            now += timedelta(hours=4) if step.startswith("four") else timedelta(minutes=30)
        calls = queries.calls_waiting(ingrid, now)
        found += [(wanted, now, "call" if call.phone else "line") for call in calls]
    return found


def _unsafe(found: list[tuple[Wanted, datetime, str]]) -> list[tuple[Wanted, datetime, str]]:
    return [(wanted, now, what) for wanted, now, what in found if not _was_safe(wanted, now.time(), what)]


def _was_safe(wanted: Wanted, at: time, what: str) -> bool:
    if what == "line":
        return wanted.way is not Way.NEVER
    way = Way.EMAIL if what == "e-mail" else Way.CALL
    return wanted.way is way and TEN <= at < NOON


@contextmanager
def _two_people() -> Iterator[tuple[Actor, Actor]]:
    """They are gone afterwards: the worker serves every house, and would send what waits from the history before."""
    with transaction.atomic():
        centre = an_organisation(slug=uuid4().hex)
        yield an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
        transaction.set_rollback(True)


def _of_many(histories: int) -> settings:
    return settings(
        max_examples=histories, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


@pytest.mark.django_db
@for_all(STEPS)
@_of_many(8)
def test_nothing_reaches_her_another_way_or_at_another_time(steps: list[Wanted | str]):
    with _two_people() as (kari, ingrid):
        assert _unsafe(_live(kari, ingrid, steps)) == []


@pytest.mark.proof
@pytest.mark.django_db
@for_all(STEPS)
@_of_many(400)
def test_nothing_reaches_her_so_in_hundreds_of_histories(steps: list[Wanted | str]):
    with _two_people() as (kari, ingrid):
        assert _unsafe(_live(kari, ingrid, steps)) == []


def _any_hour(at: time, hours: Hours, house: House) -> bool:
    return True


def _always(actor: Actor, now: datetime) -> Exists | Q:
    return ~Q(pk=None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("module", "guard", "without", "steps"),
    [
        (queries.calls, "is_safe_now", _any_hour, [CALL, "tell her"]),
        (
            actions.outbox,
            "_wants_it_now",
            _always,
            [EMAIL, "tell her", "four hours go by", "the worker runs"],
        ),
    ],
)
def test_without_the_guard_she_would_be_reached_at_another_time(
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    guard: str,
    without: Callable[..., object],
    steps: list[Wanted | str],
):
    with _two_people() as (kari, ingrid):
        assert _unsafe(_live(kari, ingrid, steps)) == []
    monkeypatch.setattr(module, guard, without)
    with _two_people() as (kari, ingrid):
        assert _unsafe(_live(kari, ingrid, steps))
