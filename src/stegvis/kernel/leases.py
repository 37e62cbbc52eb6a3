"""Who works on which task, and what happens when that one dies or the task fails.

The queue is django-tasks-db's table; it has neither lease nor retry, so they are kept here beside it. A task's
arguments stand in that table as they are: ids only, never a word about a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from .action import changing
from .models import Heartbeat, TaskLease

MOST_ATTEMPTS = 6
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
FORGET_WORKER_AFTER = timedelta(days=1)

log = structlog.get_logger("stegvis.worker")


class WorkerDied(Exception):
    """The worker that held the task did not come back."""


class GivenUp(Exception):
    """The task failed too often; the name of the last error's kind, without its words."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A task that this worker may run until its lease ends. `attempt` counts from 1."""

    task: Any
    attempt: int

    @property
    def id(self) -> UUID:
        return UUID(str(self.task.id))


def pause_after(attempts: int) -> timedelta:
    """How long to wait after the so-manyth failed attempt: 30 s, 2 min, 8 min, 32 min, 2 h 8 min."""
    pause: timedelta = FIRST_PAUSE * 4 ** (attempts - 1)
    return min(pause, LONGEST_PAUSE)


def claim(worker: str, *, lease: timedelta, now: datetime) -> Claimed | None:
    """Take the next task that is ready, or None. Two workers never take the same one."""
    ready = DBTaskResult.objects.filter(
        Q(run_after=get_date_max()) | Q(run_after__lte=now), status=TaskResultStatus.READY
    )
    if not ready.exists():  # looked at first without a transaction: an idle worker keeps no writer waiting
        return None
    with changing():
        task = ready.get_locked()
        if task is None:
            return None
        held, _ = TaskLease.objects.get_or_create(
            task_id=task.id, defaults={"worker": worker, "lease_until": now + lease}
        )
        held.worker, held.lease_until, held.attempts = worker, now + lease, held.attempts + 1
        held.save()
        task.claim(worker[:64])
    return Claimed(task, held.attempts)


def renew(worker: str, *, lease: timedelta, now: datetime) -> None:
    """Say that this worker lives, and keep what it holds."""
    with changing():
        Heartbeat.objects.update_or_create(worker=worker, defaults={"at": now})
        Heartbeat.objects.filter(at__lt=now - FORGET_WORKER_AFTER).delete()
        TaskLease.objects.filter(worker=worker, lease_until__gt=now).update(lease_until=now + lease)


def finish(claimed: Claimed, worker: str, answer: Any) -> bool:
    """Mark the task as done. False when the lease was lost meanwhile: then another worker answers for it."""
    with changing():
        if not _still_ours(claimed, worker):
            return False
        claimed.task.set_successful(answer)
        TaskLease.objects.filter(task_id=claimed.id).delete()
    return True


def fail(claimed: Claimed, worker: str, error: BaseException, *, now: datetime) -> None:
    """Put the task back for later, or, after the last attempt, mark it as failed and say so loudly."""
    with changing():
        if _still_ours(claimed, worker):
            _put_back_or_give_up(
                claimed.task, claimed.attempt, error, pause=pause_after(claimed.attempt), now=now
            )


def reap(*, now: datetime) -> int:
    """Put back the tasks whose worker died, to be run at once. Returns how many."""
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    expired = TaskLease.objects.filter(lease_until__lte=now, task_id__in=running.values("id"))
    if not expired.exists():
        return 0
    with changing():
        lost = list(expired.select_for_update(skip_locked=True))
        tasks = DBTaskResult.objects.in_bulk([lease.task_id for lease in lost])
        for lease in lost:
            _put_back_or_give_up(
                tasks[lease.task_id], lease.attempts, WorkerDied(lease.worker), pause=timedelta(), now=now
            )
    return len(lost)


def _still_ours(claimed: Claimed, worker: str) -> bool:
    held = TaskLease.objects.select_for_update().filter(task_id=claimed.id).first()
    return held is not None and (held.worker, held.attempts) == (worker, claimed.attempt)


def _put_back_or_give_up(
    task: Any, attempts: int, error: BaseException, *, pause: timedelta, now: datetime
) -> None:
    kind = type(error).__name__  # never its words: they may hold a person's
    if attempts >= MOST_ATTEMPTS:
        task.set_failed(_without_words(error))
        TaskLease.objects.filter(task_id=task.id).delete()
        log.error("task_given_up", task=task.task_path, id=str(task.id), attempts=attempts, error=kind)
        return
    task.status, task.run_after = TaskResultStatus.READY, now + pause
    task.save(update_fields=["status", "run_after"])
    TaskLease.objects.filter(task_id=task.id).update(worker="", lease_until=now + pause)
    log.warning("task_put_back", task=task.task_path, id=str(task.id), attempts=attempts, error=kind)


def _without_words(error: BaseException) -> BaseException:
    """The error with where it happened and without what it said: the queue's table keeps tracebacks as text."""
    bare = GivenUp(type(error).__name__)
    return bare.with_traceback(error.__traceback__)
