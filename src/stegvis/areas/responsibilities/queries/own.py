"""The participant's own tasks, and what she could wish for. Nobody else's is ever here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query

from .. import policy
from ..models import OwnWords, Responsibility, Task
from ..policy.house import House, house, name_of
from ..policy.meetings import NextMeeting, next_meetings, where_she_comes
from ..rules import Facts, Purpose, Said, Standing, TaskKind, is_hers, review_is_open, standing


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


@query
def my_tasks(actor: Actor, now: datetime, language: str) -> MyTasks:
    """Hers first, then what she can wish for: where she has a place, and at open doors. Raises
    NotAllowed for anybody but a participant.
    """
    policy.require_may_take_on(actor)
    rows = list(_mine(actor))
    comes_to = where_she_comes(actor, now)
    can_be = _offered(actor).filter(offering__listing_id__in=comes_to)
    tasks = [task for task in can_be if task.pk not in {row.task_id for row in rows}]
    listings = {row.task.offering.listing_id for row in rows} | comes_to
    here = house(actor, listings, language, now)
    return MyTasks(
        mine=tuple(sorted(_shown(actor, rows, here, now), key=_for_her_to_answer)),
        possible=tuple(_to_wish(task, here) for task in tasks if here.allows(task)),
    )


@query
def on_my_page(actor: Actor, now: datetime, language: str) -> MyTasks | None:
    """The same for her first page; None where the house has no such tasks and she has none."""
    policy.require_may_take_on(actor)
    if not _offered(actor).exists() and not _mine(actor).exists():
        return None
    found = my_tasks(actor, now, language)
    return found if found.mine or found.possible else None


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
