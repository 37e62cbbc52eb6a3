"""E-mails on their way: never twice, never lost, never in the quiet hours."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from hypothesis import given as for_all
from hypothesis import strategies as some

from stegvis.areas.messages import actions, queries, tasks
from stegvis.areas.messages.models import Delivery
from stegvis.areas.messages.rules import (
    FOLLOWS,
    UNCERTAIN_AFTER,
    DeliveryState,
    Outcome,
    Wanted,
    Way,
    Why,
    after_sending,
    is_quiet,
)
from stegvis.areas.messages.rules.deliveries import MOST_ATTEMPTS
from stegvis.areas.messages.tasks.emails import post
from stegvis.areas.messages.texts import NO_LONGER
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, delivery, sent, wants
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre() -> Organisation:
    organisation = an_organisation()
    organisation.refresh_from_db()
    return organisation


@pytest.fixture
def kari(centre: Organisation) -> Actor:
    actor = an_actor(centre, Role.PARTICIPANT)
    wants(centre.pk, participant_of(actor).pk, Way.EMAIL)
    return actor


@pytest.fixture
def key(kari: Actor) -> str:
    """A message that is to go out by e-mail."""
    with a_kind():
        return sent(kari, participant_of(kari).pk)


def _run(at: datetime = NOW) -> None:
    tasks.send_out(at, clock_time=lambda: at)


def _found(kari: Actor, key: str) -> Delivery:
    row = delivery(kari, key)
    assert row is not None
    return row


class Failing(EmailBackend):
    """Takes an e-mail, or fails where it is told to."""

    at_open: Exception | None = None
    at_sending: Exception | None = None
    at_close: Exception | None = None

    def open(self) -> bool:
        if self.at_open:
            raise self.at_open
        return True

    def send_messages(self, messages):
        if self.at_sending:
            raise self.at_sending
        return super().send_messages(messages)

    def close(self) -> None:
        if self.at_close:
            raise self.at_close


@pytest.fixture
def failing(settings, monkeypatch: pytest.MonkeyPatch):
    settings.EMAIL_BACKEND = f"{__name__}.Failing"

    def fail(where: str, error: Exception | None) -> None:
        monkeypatch.setattr(Failing, where, error)

    monkeypatch.setattr("stegvis.areas.messages.tasks.emails.get_connection", Failing)
    return fail


def test_it_goes_out_once(kari: Actor, key: str):
    _run()
    _run(NOW + timedelta(days=1))
    assert [email.to for email in mail.outbox] == [["kari@example.org"]]
    assert _found(kari, key).state == DeliveryState.SENT


@pytest.mark.parametrize(
    ("where", "error", "state", "why"),
    [
        ("at_open", ConnectionRefusedError(), DeliveryState.WAITING, ""),
        ("at_open", smtplib.SMTPAuthenticationError(535, b"no"), DeliveryState.WAITING, ""),
        ("at_open", TimeoutError(), DeliveryState.WAITING, ""),
        ("at_sending", smtplib.SMTPRecipientsRefused({"a": (450, b"later")}), DeliveryState.WAITING, ""),
        (
            "at_sending",
            smtplib.SMTPRecipientsRefused({"a": (550, b"no")}),
            DeliveryState.TO_CALL,
            Why.NOT_SENT,
        ),
        ("at_sending", smtplib.SMTPDataError(451, b"later"), DeliveryState.WAITING, ""),
        ("at_sending", smtplib.SMTPDataError(554, b"no"), DeliveryState.TO_CALL, Why.NOT_SENT),
        ("at_sending", smtplib.SMTPSenderRefused(550, b"no", "a"), DeliveryState.WAITING, ""),
        ("at_sending", smtplib.SMTPServerDisconnected(), DeliveryState.TO_CALL, Why.UNCERTAIN),
        ("at_sending", TimeoutError(), DeliveryState.TO_CALL, Why.UNCERTAIN),
        ("at_sending", ConnectionResetError(), DeliveryState.TO_CALL, Why.UNCERTAIN),
        ("at_close", smtplib.SMTPServerDisconnected(), DeliveryState.SENT, ""),
    ],
    ids=str,
)
def test_what_each_failure_leads_to(kari: Actor, key: str, failing, where, error, state, why):
    failing(where, error)
    _run()
    found = _found(kari, key)
    assert (found.state, found.why) == (state, why)


def test_what_certainly_failed_is_tried_again_later_and_at_last_told(kari: Actor, key: str, failing):
    failing("at_open", ConnectionRefusedError())
    moment, pauses = NOW, []
    for _ in range(MOST_ATTEMPTS):
        _run(moment - timedelta(seconds=1))  # not before its time
        _run(moment)
        found = _found(kari, key)
        pauses.append(round((found.not_before - moment).total_seconds() / 60))
        moment = found.not_before
    assert pauses == [1, 4, 16, 64, 256, 0]
    assert (found.state, found.why, found.attempts) == (DeliveryState.TO_CALL, Why.NOT_SENT, MOST_ATTEMPTS)
    assert mail.outbox == []


def test_it_goes_out_once_the_other_side_is_back(kari: Actor, key: str, failing):
    failing("at_open", ConnectionRefusedError())
    _run()
    failing("at_open", None)
    _run(NOW + timedelta(minutes=1))
    assert _found(kari, key).state == DeliveryState.SENT
    assert len(mail.outbox) == 1


def test_one_that_fails_holds_up_no_other(centre: Organisation, kari: Actor, key: str, failing, monkeypatch):
    eva = an_actor(centre, Role.PARTICIPANT)
    wants(centre.pk, participant_of(eva).pk, Way.EMAIL, address="eva@example.org")
    with a_kind():
        other = sent(eva, participant_of(eva).pk)

    def refuse_kari(self, messages):
        if messages[0].to == ["kari@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"kari@example.org": (550, b"no")})
        return EmailBackend.send_messages(self, messages)

    monkeypatch.setattr(Failing, "send_messages", refuse_kari)
    _run()
    assert _found(kari, key).state == DeliveryState.TO_CALL
    assert _found(eva, other).state == DeliveryState.SENT


# Killed in the middle: what is left is a delivery that says "it may have gone"


def _taken(kari: Actor) -> tuple[Actor, actions.Outgoing]:
    housekeeper = Actor.housekeeper(kari.organisation_id)
    outgoing = actions.take_next(housekeeper, now=NOW)
    assert outgoing is not None
    return housekeeper, outgoing


def test_what_somebody_took_nobody_else_takes(kari: Actor, key: str):
    housekeeper, _ = _taken(kari)
    assert actions.take_next(housekeeper, now=NOW + timedelta(days=1)) is None


def test_what_a_dead_worker_took_is_told_and_never_mailed(kari: Actor, key: str, centre: Organisation):
    _taken(kari)
    _run(NOW + UNCERTAIN_AFTER - timedelta(seconds=1))
    assert _found(kari, key).state == DeliveryState.SENDING
    _run(NOW + UNCERTAIN_AFTER)
    with a_kind():
        [call] = queries.calls_waiting(an_actor(centre, Role.ADVISER), NOW)
    assert call.why is Why.UNCERTAIN
    _run(NOW + timedelta(days=7))
    assert mail.outbox == []


def test_who_was_only_slow_may_still_say_that_it_went(kari: Actor, key: str):
    housekeeper, outgoing = _taken(kari)
    _run(NOW + UNCERTAIN_AFTER)
    told = {"delivery_id": outgoing.delivery_id, "attempt": outgoing.attempt, "now": NOW}
    actions.note_outcome(housekeeper, outcome=Outcome.NOT_NOW, **told)
    assert _found(kari, key).state == DeliveryState.TO_CALL, "doubt is not undone by a failure"
    actions.note_outcome(housekeeper, outcome=Outcome.WENT, **told)
    assert _found(kari, key).state == DeliveryState.SENT


def test_an_earlier_attempt_says_nothing_about_a_later_one(kari: Actor, key: str):
    housekeeper, first = _taken(kari)
    actions.note_outcome(
        housekeeper, delivery_id=first.delivery_id, attempt=1, outcome=Outcome.NOT_NOW, now=NOW
    )
    later = NOW + timedelta(minutes=1)
    second = actions.take_next(housekeeper, now=later)
    assert second is not None
    actions.note_outcome(
        housekeeper, delivery_id=first.delivery_id, attempt=1, outcome=Outcome.WENT, now=later
    )
    assert _found(kari, key).state == DeliveryState.SENDING


@pytest.mark.parametrize("settled", ["opened", "withdrawn"])
def test_what_is_settled_meanwhile_is_not_told_any_more(kari: Actor, key: str, settled: str):
    housekeeper, outgoing = _taken(kari)
    with a_kind():
        if settled == "opened":
            actions.open_mine(kari, now=NOW)
        else:
            with given(kari):
                actions.withdraw(kari, key=key, now=NOW)
    actions.note_outcome(
        housekeeper, delivery_id=outgoing.delivery_id, attempt=1, outcome=Outcome.UNKNOWN, now=NOW
    )
    assert _found(kari, key).state == DeliveryState.DROPPED


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HOUSEKEEPER], ids=str)
def test_only_the_worker_sends(centre: Organisation, kari: Actor, key: str, role: Role):
    actor, found = an_actor(centre, role), _found(kari, key)
    for forbidden in (
        lambda: actions.take_next(actor, now=NOW),
        lambda: actions.doubt_old(actor, now=NOW),
        lambda: actions.note_outcome(actor, delivery_id=found.pk, attempt=0, outcome=Outcome.WENT, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            forbidden()


def test_a_worker_sends_only_its_own_organisations(kari: Actor, key: str):
    assert actions.take_next(Actor.housekeeper(an_organisation().pk), now=NOW) is None


def test_who_was_called_to_a_message_that_went_on_finds_nothing_to_do(kari: Actor, key: str):
    _run()
    with given(kari), a_kind():
        actions.withdraw(kari, key=key, now=NOW)
    [entry] = queries.my_thread(kari)
    assert (entry.subject, entry.is_new) == (str(NO_LONGER), False)
    assert not queries.has_news(kari)


def test_her_language_is_used(centre: Organisation, kari: Actor, key: str):
    _run()
    assert "message" not in mail.outbox[0].body.lower(), "Kari reads Norwegian"


def test_what_she_chose_last_counts(kari: Actor, key: str):
    changed = Wanted(Way.EMAIL, address="new@example.org", others_may_see=True)
    actions.choose_reach(kari, wanted=changed, now=NOW)
    _run()
    assert [email.to for email in mail.outbox] == [["new@example.org"]]


# Quiet hours


@pytest.mark.parametrize(
    ("utc", "goes"),
    [
        (datetime(2026, 11, 23, 18, 59, tzinfo=UTC), True),  # 19.59 in Oslo
        (datetime(2026, 11, 23, 19, 0, tzinfo=UTC), False),  # 20.00
        (datetime(2026, 11, 24, 2, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 24, 8, 0, tzinfo=UTC), True),  # 9.00
        (datetime(2026, 7, 23, 18, 0, tzinfo=UTC), False),  # 20.00, in summer
    ],
)
def test_nothing_goes_out_in_the_quiet_hours(kari: Actor, key: str, utc: datetime, goes: bool):
    with given(kari):
        Delivery.objects.update(not_before=utc - timedelta(days=1))
    _run(utc)
    assert bool(mail.outbox) is goes


def test_quiet_is_what_the_wall_clock_says_however_late_the_worker_is(kari: Actor, key: str):
    tasks.send_out(NOW, clock_time=lambda: NOW.replace(hour=22))
    assert mail.outbox == []


@for_all(some.times(), some.times(), some.times())
def test_quiet_hours_and_the_rest_make_a_day(at: time, begins: time, ends: time):
    if begins == ends:
        assert not is_quiet(at, quiet_from=begins, quiet_until=ends)
        return
    assert is_quiet(at, quiet_from=begins, quiet_until=ends) is not is_quiet(
        at, quiet_from=ends, quiet_until=begins
    )
    assert is_quiet(begins, quiet_from=begins, quiet_until=ends)
    assert not is_quiet(ends, quiet_from=begins, quiet_until=ends)


# The rule behind it all


@for_all(some.sampled_from(Outcome), some.integers(1, 2 * MOST_ATTEMPTS))
def test_only_what_certainly_failed_is_sent_again(outcome: Outcome, attempts: int):
    state, why, go_on_at = after_sending(outcome, attempts=attempts, way=Way.EMAIL, now=NOW)
    assert state in FOLLOWS[DeliveryState.SENDING]
    assert (state is DeliveryState.SENT) == (outcome is Outcome.WENT)
    if state is DeliveryState.WAITING:
        assert outcome is Outcome.NOT_NOW
        assert attempts < MOST_ATTEMPTS
        assert go_on_at > NOW
    assert (why is not None) == (state is DeliveryState.TO_CALL)


def test_it_is_the_doubt_that_keeps_her_from_getting_two(kari: Actor, key: str, monkeypatch):
    """Were an unknown outcome taken for a failure, the e-mail of a worker that died would go out again."""

    def careless(outcome: Outcome, **known: Any):
        return after_sending(Outcome.NOT_NOW if outcome is Outcome.UNKNOWN else outcome, **known)

    monkeypatch.setattr(actions.outbox, "after_sending", careless)
    _, outgoing = _taken(kari)
    post(outgoing)  # and then the worker dies
    _run(NOW + UNCERTAIN_AFTER)
    _run(NOW + UNCERTAIN_AFTER * 2)
    assert len(mail.outbox) == 2
