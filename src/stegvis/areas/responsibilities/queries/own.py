"""The participant's own tasks, and what she could wish for. Nobody else's is ever here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query

from .. import policy
from ..models import OwnWords, Responsibility, Task
from ..policy.house import House, house, name_of
from ..policy.meetings import NextMeeting, next_meetings, where_she_comes
from ..rules import Facts, Purpose, Said, Standing, TaskKind, is_hers, review_is_open, standing
from ..texts import KINDS


@dataclass(frozen=True, slots=True)
class TaskToWish:
    """A task that she can wish for, at something she comes to."""

    task_id: UUID
    kind: TaskKind
    name: str | Promise
    offering: str
    offering_language: str


@dataclass(frozen=True, slots=True)
class MyTask:
    """A task she wants or has. `told_by`: who wrote it down, until she says yes herself. `next`: the next meeting, and
    `next_is_mine`: whether she does it then. `said` and `words` are her own about how it is.
    """

    responsibility_id: UUID
    task_id: UUID
    version: int
    called: str
    name: str | Promise
    offering: str
    offering_language: str
    standing: Standing
    told_by: str
    wished_on: date
    own_yes_on: date | None
    guide: str
    guide_left: bool
    purpose: Purpose | None
    review_on: date | None
    review_open: bool
    said: Said | None
    words: str
    shared: bool
    next: NextMeeting | None
    next_is_mine: bool


@dataclass(frozen=True, slots=True)
class MyTasks:
    mine: tuple[MyTask, ...]
    possible: tuple[TaskToWish, ...]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One of hers, as a line that leads on to it."""

    responsibility_id: UUID
    name: str | Promise
    offering: str
    offering_language: str


@dataclass(frozen=True, slots=True)
class TasksInShort:
    """Hers, what she can answer first. `possible`: there are others that she could wish for."""

    mine: tuple[TaskLine, ...]
    possible: bool


class _Hers(NamedTuple):
    """What a line is made of: columns by their names there."""

    pk: UUID
    task_id: UUID
    task__kind: str
    task__name: str
    task__offering__listing_id: UUID
    purpose: str
    own_yes_on: date | None


@query
def my_tasks(actor: Actor, now: datetime, language: str) -> MyTasks:
    """Hers first, then what she can wish for: where she has a place, and at open doors. Raises
    NotAllowed for anybody but a participant.
    """
    policy.require_may_take_on(actor)
    rows = list(_mine(actor))
    offered = list(_offered(actor))
    comes_to = where_she_comes(actor, {task.offering.listing_id for task in offered}, now)
    hers = {row.task_id for row in rows}
    tasks = [task for task in offered if task.offering.listing_id in comes_to and task.pk not in hers]
    listings = {row.task.offering.listing_id for row in rows} | comes_to
    here = house(actor, listings, language, now)
    return MyTasks(
        mine=tuple(sorted(_shown(actor, rows, here, now), key=_for_her_to_answer)),
        possible=tuple(_to_wish(task, here) for task in tasks if here.allows(task)),
    )


@query
def on_my_page(actor: Actor, now: datetime, language: str) -> TasksInShort | None:
    """For a page that only leads on to them; None where she has none and can wish for none. Raises NotAllowed."""
    policy.require_may_take_on(actor)
    rows = [_Hers._make(row) for row in _mine(actor).values_list(*_Hers._fields)]
    hers = {row.task_id for row in rows}
    can_be = _offered(actor).exclude(pk__in=hers).values_list("offering__listing_id", flat=True).order_by()
    comes_to = where_she_comes(actor, set(can_be), now)
    possible = bool(comes_to) and bool(directory.published_here(actor, among=comes_to))
    if not rows and not possible:
        return None
    titles = directory.titled(actor, {row.task__offering__listing_id for row in rows}, language)
    return TasksInShort(
        mine=tuple(_in_short(row, titles) for row in sorted(rows, key=_answered)), possible=possible
    )


@query
def my_task(actor: Actor, responsibility_id: UUID, now: datetime, language: str) -> MyTask:
    """One of her own. Raises NotFound for another's and for one that she has handed back, NotAllowed."""
    policy.require_may_take_on(actor)
    row = _mine(actor).one_visible_to(actor, responsibility_id)
    here = house(actor, [row.task.offering.listing_id], language, now)
    return _shown(actor, [row], here, now)[0]


def _for_her_to_answer(task: MyTask) -> bool:
    """What she can say yes or no to comes first."""
    return task.standing is not Standing.ASKED


def _answered(row: _Hers) -> bool:
    """Whether she has nothing to say yes to: nothing is written down yet, or she has said it."""
    return not row.purpose or row.own_yes_on is not None


def _in_short(row: _Hers, titles: Mapping[UUID, directory.Title]) -> TaskLine:
    title = titles.get(row.task__offering__listing_id)
    return TaskLine(
        responsibility_id=row.pk,
        name=row.task__name or KINDS[TaskKind(row.task__kind)],
        offering=title.words if title else "",
        offering_language=title.language if title else "",
    )


def _mine(actor: Actor) -> OwnedQuerySet[Responsibility]:
    rows = Responsibility.objects.visible_to(actor).select_related("task__offering")
    return rows.order_by("wished_on", "pk")


def _offered(actor: Actor) -> OwnedQuerySet[Task]:
    tasks = Task.objects.visible_to(actor).filter(offered=True, offering__possible=True)
    return tasks.select_related("offering").order_by("kind", "name", "pk")


def _to_wish(task: Task, here: House) -> TaskToWish:
    return TaskToWish(task.pk, TaskKind(task.kind), name_of(task), *here.title(task.offering.listing_id))


def _shown(actor: Actor, rows: list[Responsibility], here: House, now: datetime) -> tuple[MyTask, ...]:
    ahead = next_meetings(actor, {row.task.offering.listing_id for row in rows}, now)
    said = OwnWords.objects.visible_to(actor).filter(responsibility_id__in=[row.pk for row in rows])
    words = {one.responsibility_id: one for one in said} if rows else {}
    names = people.seat_names(actor, {row.told_by_seat_id for row in rows if row.told_by_seat_id})
    return tuple(_one(row, here, ahead, words, names) for row in rows)


def _one(
    row: Responsibility,
    here: House,
    ahead: Mapping[UUID, NextMeeting],
    words: Mapping[UUID, OwnWords],
    names: Mapping[UUID, str],
) -> MyTask:
    facts, listing_id = here.facts(row), row.task.offering.listing_id
    coming, own = ahead.get(listing_id), words.get(row.pk)
    title, title_language = here.title(listing_id)
    return MyTask(
        responsibility_id=row.pk,
        task_id=row.task_id,
        version=row.version,
        called=row.called,
        name=name_of(row.task),
        offering=title,
        offering_language=title_language,
        standing=standing(facts, here.today),
        told_by=names.get(row.told_by_seat_id, "") if row.told_by_seat_id and not row.own_yes_on else "",
        wished_on=row.wished_on,
        own_yes_on=row.own_yes_on,
        guide=here.staff.get(row.guide_id, "") if row.guide_id else "",
        guide_left=row.guide_id is not None and not facts.guide_works_here,
        purpose=facts.purpose,
        review_on=row.review_on,
        review_open=review_is_open(facts, here.today),
        said=Said(row.said) if row.said else None,
        words=own.words if own else "",
        shared=own is not None and own.shared,
        next=coming,
        next_is_mine=coming is not None and _is_mine(row, facts, coming),
    )


def _is_mine(row: Responsibility, facts: Facts, coming: NextMeeting) -> bool:
    there = row.guide_id in coming.seats
    return is_hers(facts, coming.on, enough_staff=coming.enough, guide_is_there=there)
