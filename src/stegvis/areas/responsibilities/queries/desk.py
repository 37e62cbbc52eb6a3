"""What the staff see: wishes that wait for somebody who goes along, talks that are due, what came back to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query

from .. import policy
from ..models import BackWithStaff, OwnWords, Responsibility, Task
from ..policy.house import House, house, name_of
from ..policy.meetings import NextMeeting, next_meetings
from ..rules import Missing, Purpose, Said, Standing, missing, review_is_open, standing


@dataclass(frozen=True, slots=True)
class DeskTask:
    """Somebody's task, for those who go along with her and for advisers. `words`: hers, where she lets them read it."""

    responsibility_id: UUID
    participant_id: UUID
    called: str
    listing_id: UUID
    name: str | Promise
    offering: str
    offering_language: str
    standing: Standing
    missing: tuple[Missing, ...]
    review_open: bool
    told_by: str
    wished_on: date
    own_yes_on: date | None
    on_paper: bool
    guide_id: UUID | None
    guide: str
    purpose: Purpose | None
    review_on: date | None
    said: Said | None
    words: str
    version: int
    next: NextMeeting | None


@dataclass(frozen=True, slots=True)
class Back:
    """A task that is the staff's again. Whose it was stands nowhere."""

    back_id: UUID
    name: str | Promise
    offering: str
    offering_language: str
    since_on: date


@dataclass(frozen=True, slots=True)
class OnDesk:
    """Everything about tasks that this seat may see, what needs somebody first."""

    back: tuple[Back, ...]
    waiting: tuple[DeskTask, ...]
    due: tuple[DeskTask, ...]
    asked: tuple[DeskTask, ...]
    running: tuple[DeskTask, ...]


@dataclass(frozen=True, slots=True)
class InShort:
    """What waits for the staff: so many wishes for somebody who goes along, so many talks, and what came back."""

    waiting: int
    due: int
    back: tuple[Back, ...]


@dataclass(frozen=True, slots=True)
class ToNote:
    """For writing down what somebody has said: who comes there, and which tasks there are. At an open door nobody has
    a place, and `people` are those who chose it in their talk.
    """

    round_id: UUID
    listing_id: UUID
    offering: str
    offering_language: str
    people: tuple[tuple[UUID, str], ...]
    is_open_door: bool
    tasks: tuple[tuple[UUID, str | Promise], ...]
    next: NextMeeting | None


@query
def on_desk(actor: Actor, now: datetime, language: str) -> OnDesk:
    """For an adviser all, for others who are employed those they go along with; a look at each. Raises NotAllowed."""
    policy.require_may_guide(actor)
    rows = list(_rows(actor))
    back = list(_back_rows(actor))
    listings = {row.task.offering.listing_id for row in rows}
    listings |= {one.task.offering.listing_id for one in back}
    here = house(actor, listings, language, now)
    journal.seen(actor, about={row.participant_id for row in rows}, why="responsibilities.tasks", at=now)
    shown = _shown(actor, rows, here, now)
    return OnDesk(
        back=tuple(_back(one, here) for one in back),
        waiting=_where(shown, lambda one: one.standing is Standing.WISHED),
        due=_where(shown, lambda one: _is_due(one.standing, open_=one.review_open)),
        asked=_where(shown, lambda one: one.standing is Standing.ASKED),
        running=_where(shown, lambda one: one.standing is Standing.RUNS and not one.review_open),
    )


@query
def in_short(actor: Actor, now: datetime, language: str) -> InShort | None:
    """What waits for the staff here, in numbers: nobody is shown, so it is no look. None when nothing waits."""
    policy.require_may_guide(actor)
    rows, back = list(_rows(actor)), list(_back_rows(actor))
    if not rows and not back:
        return None
    here = house(actor, {one.task.offering.listing_id for one in back}, language, now)
    facts = [here.facts(row) for row in rows]
    waiting = sum(standing(one, here.today) is Standing.WISHED for one in facts)
    due = sum(_is_due(standing(one, here.today), open_=review_is_open(one, here.today)) for one in facts)
    if not waiting and not due and not back:
        return None
    return InShort(waiting, due, tuple(_back(one, here) for one in back))


@query
def desk_task(actor: Actor, responsibility_id: UUID, now: datetime, language: str) -> DeskTask:
    """One of them, with whether the next meeting has enough staff. A look. Raises NotFound, NotAllowed."""
    policy.require_may_guide(actor)
    row = _rows(actor).one_visible_to(actor, responsibility_id)
    here = house(actor, [row.task.offering.listing_id], language, now)
    journal.seen(actor, about=[row.participant_id], why="responsibilities.task", at=now)
    return _shown(actor, [row], here, now)[0]


@query
def to_note(actor: Actor, round_id: UUID, now: datetime, language: str) -> ToNote:
    """Who comes to a group, and what tasks it has, for an adviser who writes down what somebody said. A look at
    each. Raises NotAllowed for anybody else, NotFound where no meeting is or such tasks are off.
    """
    policy.require_may_note(actor)
    meetings = groups.meetings_of_round(actor, round_id)
    if not meetings:
        raise NotFound
    listing_id = meetings[0].listing_id
    tasks = Task.objects.visible_to(actor).filter(offering__listing_id=listing_id)
    here = house(actor, [listing_id], language, now)
    offered = [one for one in tasks.select_related("offering").order_by("kind", "name") if here.allows(one)]
    if not offered:
        raise NotFound
    there = _who_comes(actor, meetings[-1], now)
    return ToNote(
        round_id,
        listing_id,
        *here.title(listing_id),
        people=tuple(there),
        is_open_door=meetings[-1].is_open_door,
        tasks=tuple((one.pk, name_of(one)) for one in offered),
        next=next_meetings(actor, [listing_id], now).get(listing_id),
    )


def _who_comes(actor: Actor, meeting: groups.MeetingPlanned, now: datetime) -> list[tuple[UUID, str]]:
    """Whoever has a place; at an open door, whoever has chosen it in her talk."""
    if not meeting.is_open_door:
        return groups.places_held(actor, meeting.round_id, now=now)
    names = people.nicknames(actor, admission.said_now(actor, meeting.listing_id))
    journal.seen(actor, about=names, why="responsibilities.comes_here", at=now)
    return sorted(names.items(), key=lambda one: one[1].casefold())


def _rows(actor: Actor) -> OwnedQuerySet[Responsibility]:
    rows = Responsibility.objects.visible_to(actor).select_related("task__offering")
    return rows.order_by("wished_on", "pk")


def _back_rows(actor: Actor) -> OwnedQuerySet[BackWithStaff]:
    rows = BackWithStaff.objects.visible_to(actor).select_related("task__offering")
    return rows.order_by("since_on", "pk")


def _is_due(stands: Standing, *, open_: bool) -> bool:
    """She has said yes, and now it is for the staff to do something: talk about it, or mend what is missing."""
    return stands is Standing.RESTS or (stands is Standing.RUNS and open_)


def _where(shown: Iterable[DeskTask], holds: Callable[[DeskTask], bool]) -> tuple[DeskTask, ...]:
    return tuple(one for one in shown if holds(one))


def _back(one: BackWithStaff, here: House) -> Back:
    return Back(one.pk, name_of(one.task), *here.title(one.task.offering.listing_id), since_on=one.since_on)


def _shown(actor: Actor, rows: list[Responsibility], here: House, now: datetime) -> list[DeskTask]:
    ahead = next_meetings(actor, {row.task.offering.listing_id for row in rows}, now)
    read = OwnWords.objects.visible_to(actor).filter(responsibility_id__in=[row.pk for row in rows])
    words = dict(read.values_list("responsibility_id", "words")) if rows else {}
    names = people.seat_names(actor, {row.told_by_seat_id for row in rows if row.told_by_seat_id})
    return [_one(row, here, ahead, words, names) for row in rows]


def _one(
    row: Responsibility,
    here: House,
    ahead: Mapping[UUID, NextMeeting],
    words: Mapping[UUID, str],
    names: Mapping[UUID, str],
) -> DeskTask:
    facts, listing_id = here.facts(row), row.task.offering.listing_id
    lacking = missing(facts, here.today)
    title, title_language = here.title(listing_id)
    return DeskTask(
        responsibility_id=row.pk,
        participant_id=row.participant_id,
        called=row.called,
        listing_id=listing_id,
        name=name_of(row.task),
        offering=title,
        offering_language=title_language,
        standing=standing(facts, here.today),
        missing=tuple(what for what in Missing if what in lacking),
        review_open=review_is_open(facts, here.today),
        told_by=names.get(row.told_by_seat_id, "") if row.told_by_seat_id else "",
        wished_on=row.wished_on,
        own_yes_on=row.own_yes_on,
        on_paper=row.paper_seat_id is not None,
        guide_id=row.guide_id,
        guide=here.staff.get(row.guide_id, "") if row.guide_id else "",
        purpose=facts.purpose,
        review_on=row.review_on,
        said=Said(row.said) if row.said else None,
        words=words.get(row.pk, ""),
        version=row.version,
        next=ahead.get(listing_id),
    )
