"""What a participant shares, for herself (X-04); what is shared with a seat; what waits for her yes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Grant, item, items
from ..rules.sharing import AUTHORITY, RECIPIENTS, ShareFor, ShareState, state_of
from ..texts import NO_LONGER_KEPT, SHARE_STATES, SHARED_FOR

READINGS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class ReadOnce:
    """One reading: what was read and when."""

    items: tuple[Promise, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class GrantShown:
    """One consent, in words. `told_by`: who wrote it down, empty when she did; `paper`: who has her signature.

    `ended_on`: the day she took it back. `readings`: the latest first; empty in lists.
    """

    grant_id: UUID
    name: str
    role: Promise
    nickname: str
    items: tuple[Promise, ...]
    purpose: Promise
    words: str
    given_on: date
    until_on: date
    state: ShareState
    state_words: Promise
    told_by: str
    paper: str
    ended_on: date | None
    readings: tuple[ReadOnce, ...] = ()


@dataclass(frozen=True, slots=True)
class MySharing:
    """What waits for her answer, what is shared now, and what has ended, which she alone can see."""

    noted: tuple[GrantShown, ...]
    running: tuple[GrantShown, ...]
    over: tuple[GrantShown, ...]


@dataclass(frozen=True, slots=True)
class ToShare:
    """The answers to choose from: people, and things that not all of them see anyhow."""

    recipients: tuple[tuple[UUID, str, Promise], ...]
    items: tuple[tuple[str, Promise], ...]


@dataclass(frozen=True, slots=True)
class SharedWithMe:
    """Somebody shares something with this seat."""

    grant_id: UUID
    nickname: str
    items: tuple[Promise, ...]
    purpose: Promise
    until_on: date


@dataclass(frozen=True, slots=True)
class Noting:
    """For whom an adviser writes down a share, and what waits for her answer."""

    participant_id: UUID
    nickname: str
    waiting: tuple[GrantShown, ...]


@query
def my_sharing(actor: Actor, now: datetime) -> MySharing:
    """Raises NotAllowed for anybody but a participant. Reading it is no look: it is hers."""
    policy.require_may_share(actor)
    mine = people.my_participant(actor)
    rows = Grant.objects.visible_to(actor).filter(participant_id=mine.id).prefetch_related("items")
    shown = _shown(actor, rows.order_by("-given_at", "pk"), mine.nickname, now)
    by_state: dict[ShareState, list[GrantShown]] = {state: [] for state in ShareState}
    for grant in shown:
        by_state[grant.state].append(grant)
    over = [grant for grant in shown if grant.state in {ShareState.RUN_OUT, ShareState.TAKEN_BACK}]
    return MySharing(tuple(by_state[ShareState.NOTED]), tuple(by_state[ShareState.RUNNING]), tuple(over))


@query
def my_grant(actor: Actor, grant_id: UUID, now: datetime) -> GrantShown:
    """One of hers, with what was read through it and when. Raises NotFound for somebody else's, NotAllowed."""
    policy.require_may_share(actor)
    mine = people.my_participant(actor)
    row = Grant.objects.visible_to(actor).prefetch_related("items").one_visible_to(actor, grant_id)
    return _shown(actor, [row], mine.nickname, now, readings=_readings(row))[0]


@query
def to_share(actor: Actor, now: datetime) -> ToShare:
    """With whom, and what: for the participant herself, and for an adviser who writes down for her.

    Left out are people who see everything there is anyhow, the adviser herself, and authority seats when an adviser
    asks. Raises NotAllowed for others.
    """
    policy.require_may_share_or_note(actor)
    every = items()
    recipients = [
        (one.seat_id, one.name, people.ROLES[one.role])
        for one in people.helpers(actor, now=now)
        if one.role in RECIPIENTS
        and any(one.role not in each.seen_by for each in every)
        and one.seat_id != actor.seat_id
        and (policy.may_share(actor) or one.role not in AUTHORITY)
    ]
    return ToShare(tuple(recipients), tuple((each.code, each.words) for each in every))


@query
def shared_with_me(actor: Actor, now: datetime) -> list[SharedWithMe]:
    """Who shares something with this seat at this moment, by nickname. A look at each. Raises NotAllowed."""
    policy.require_may_read_shared(actor)
    rows = (
        Grant.objects.visible_to(actor)
        .filter(recipient_id=actor.seat_id)
        .not_run_out(_day(now))
        .select_related("participant")
        .prefetch_related("items")
    )
    running = [row for row in rows if state_of(row.share(), today=_day(now)) is ShareState.RUNNING]
    journal.seen(actor, about={row.participant_id for row in running}, why="privacy.shared_list", at=now)
    shown = [
        SharedWithMe(
            row.pk, row.participant.nickname, _words(row), SHARED_FOR[ShareFor(row.purpose)], row.until_on
        )
        for row in running
    ]
    return sorted(shown, key=lambda one: (one.nickname.casefold(), one.until_on))


@query
def noting(actor: Actor, participant_id: UUID, now: datetime) -> Noting:
    """For an adviser: what was written down for her and waits for her answer. What she shares besides is not here.

    A look. Raises NotAllowed for anybody but an adviser, NotFound for somebody else's participant.
    """
    policy.require_may_note(actor)
    person = people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="privacy.noting", at=now)
    rows = Grant.objects.visible_to(actor).filter(participant_id=participant_id, confirmed_at=None)
    waiting = _shown(actor, rows.prefetch_related("items").order_by("-given_at", "pk"), person.nickname, now)
    still = tuple(grant for grant in waiting if grant.state is ShareState.NOTED)
    return Noting(person.id, person.nickname, still)


@query
def noted(actor: Actor, grant_id: UUID, now: datetime) -> tuple[UUID, GrantShown]:
    """One that waits for her answer, to print, with her id. A look. Raises NotFound once she has answered."""
    policy.require_may_note(actor)
    row = Grant.objects.visible_to(actor).filter(confirmed_at=None).one_visible_to(actor, grant_id)
    person = people.participant_shown(actor, row.participant_id)
    shown = _shown(actor, [row], person.nickname, now)[0]
    if shown.state is not ShareState.NOTED:
        raise NotFound
    journal.seen(actor, about=[person.id], why="privacy.noting", at=now)
    return person.id, shown


def _shown(
    actor: Actor,
    rows: Iterable[Grant],
    nickname: str,
    now: datetime,
    *,
    readings: tuple[ReadOnce, ...] = (),
) -> list[GrantShown]:
    grants = list(rows)
    staff = {seat.seat_id: seat for seat in people.seats_named(actor, _seats_in(grants))}
    return [_one(row, nickname, staff, now, readings) for row in grants]


def _one(
    row: Grant,
    nickname: str,
    staff: Mapping[UUID, people.StaffShown],
    now: datetime,
    readings: tuple[ReadOnce, ...],
) -> GrantShown:
    recipient = staff[row.recipient_id]
    state = state_of(row.share(), today=_day(now))
    return GrantShown(
        grant_id=row.pk,
        name=recipient.name,
        role=people.ROLES[recipient.role],
        nickname=nickname,
        items=_words(row),
        purpose=SHARED_FOR[ShareFor(row.purpose)],
        words=row.words,
        given_on=_day(row.given_at),
        until_on=row.until_on,
        state=state,
        state_words=SHARE_STATES[state],
        told_by=staff[row.told_by_seat_id].name if row.told_by_seat_id else "",
        paper=staff[row.paper_seat_id].name if row.paper_seat_id else "",
        ended_on=_day(row.ended_at) if row.ended_at else None,
        readings=readings,
    )


def _readings(row: Grant) -> tuple[ReadOnce, ...]:
    """The latest first; what was read at one moment together."""
    at: dict[datetime, list[Promise]] = {}
    for reading in row.readings.order_by("-at", "item")[:READINGS_SHOWN]:
        at.setdefault(reading.at, []).append(_word(reading.item))
    return tuple(ReadOnce(tuple(read), moment) for moment, read in at.items())


def _words(row: Grant) -> tuple[Promise, ...]:
    named = {one.item for one in row.items.all()}
    known = [each.words for each in items() if each.code in named]
    return (*known, *(NO_LONGER_KEPT for code in named if item(code) is None))


def _word(code: str) -> Promise:
    found = item(code)
    return found.words if found else NO_LONGER_KEPT


def _seats_in(grants: Iterable[Grant]) -> set[UUID]:
    named = {seat for row in grants for seat in (row.recipient_id, row.told_by_seat_id, row.paper_seat_id)}
    return {seat for seat in named if seat is not None}


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
