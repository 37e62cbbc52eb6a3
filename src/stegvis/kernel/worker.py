"""The worker: runs what is queued, and the clock. Any number may run at once; any may be killed at any moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog
from django.db import Error, IntegrityError, close_old_connections, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from . import clock, leases, tasks
from .action import changing
from .models import Tick

LEASE = timedelta(seconds=60)
KEEP_TICKS = timedelta(days=30)
"""Longer than a worker can hold an old view of which times are taken."""

log = structlog.get_logger("stegvis.worker")


def take_times(entries: Iterable[clock.Entry], *, now: datetime) -> int:
    """Queue a task for each periodic job whose time has come. Returns how many.

    A job's next time is taken only when its last one is done with, so what was missed is caught up in order. Of a job
    that was never seen before, no time counts as missed.
    """
    coming = [(due, entry) for entry in entries if (due := _next_time(entry, now=now))]
    return sum(_take(entry, due) for due, entry in sorted(coming, key=lambda pair: (pair[0], pair[1].name)))


def _next_time(entry: clock.Entry, *, now: datetime) -> datetime | None:
    last = Tick.objects.filter(job=entry.name).order_by("-due_at").first()
    if last is None:
        _begin(entry, now=now)
        return None
    waiting = {TaskResultStatus.READY, TaskResultStatus.RUNNING}
    if last.task_id and DBTaskResult.objects.filter(id=last.task_id, status__in=waiting).exists():
        return None
    return entry.due(after=last.due_at, now=now)


def _begin(entry: clock.Entry, *, now: datetime) -> None:
    with changing():
        Tick.objects.get_or_create(job=entry.name, due_at=now)


def _take(entry: clock.Entry, due: datetime) -> bool:
    """Write the tick and its task together. False when another worker took that time first."""
    try:
        with changing(), transaction.atomic():
            tick = Tick.objects.create(job=entry.name, due_at=due)
            queued = tasks.run_job.enqueue(entry.name, due.isoformat())
            tick.task_id = queued.id
            tick.save(update_fields=["task_id"])
            Tick.objects.filter(job=entry.name, due_at__lt=due - KEEP_TICKS).delete()
    except IntegrityError:
        return False
    return True


def run_one(worker: str, *, lease: timedelta, clock_time: Callable[[], datetime]) -> bool:
    """Run the next task that is ready. False when there is none."""
    claimed = leases.claim(worker, lease=lease, now=clock_time())
    if claimed is None:
        return False
    try:
        asked = claimed.task.args_kwargs
        answer = claimed.task.task.call(*asked["args"], **asked["kwargs"])
    except Exception as error:
        leases.fail(claimed, worker, error, now=clock_time())
        return True
    if not leases.finish(claimed, worker, answer):
        log.warning("lease_lost", task=claimed.task.task_path, id=str(claimed.id))
    return True


def run_ready(
    worker: str, *, lease: timedelta = LEASE, clock_time: Callable[[], datetime] = timezone.now
) -> int:
    """Everything that can be done now: tasks of dead workers, times that came, what is queued. Returns how many ran."""
    count = 0
    while True:
        leases.reap(now=clock_time())
        take_times(clock.entries(), now=clock_time())
        if not run_one(worker, lease=lease, clock_time=clock_time):
            return count
        count += 1


def run_until(stop: threading.Event, worker: str, *, lease: timedelta, pause: timedelta) -> None:
    """Work until told to stop, in pauses of `pause`. A database that is away is waited for."""
    beating = threading.Thread(target=_beat, args=(stop, worker, lease), daemon=True)
    beating.start()
    while not stop.is_set():
        try:
            close_old_connections()
            run_ready(worker, lease=lease)
        except Error as error:
            log.warning("database_away", error=type(error).__name__)
        stop.wait(pause.total_seconds())
    beating.join(timeout=pause.total_seconds())


def _beat(stop: threading.Event, worker: str, lease: timedelta) -> None:
    while not stop.is_set():
        try:
            close_old_connections()
            leases.renew(worker, lease=lease, now=timezone.now())
        except Error as error:
            log.warning("heartbeat_missed", error=type(error).__name__)
        stop.wait(lease.total_seconds() / 3)
