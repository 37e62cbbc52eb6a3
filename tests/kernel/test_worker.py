"""Tasks are leased, retried with longer and longer pauses, given up loudly, and act once. Time is an argument."""

import threading
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.db import InterfaceError, OperationalError
from django_tasks_db.models import DBTaskResult
from structlog.testing import capture_logs

from stegvis.kernel import clock, journal, leases, worker
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Heartbeat, JournalEntry, TaskLease
from stegvis.kernel.once import OutsideAction, once
from tests.kernel import work
from tests.kernel.work import HERE
from tests.support import given

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)
LEASE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_entries", {})


def _work(at: datetime, name: str = "one") -> int:
    return worker.run_ready(name, lease=LEASE, clock_time=lambda: at)


def _states() -> list[str]:
    return [row.status for row in DBTaskResult.objects.all()]


def test_a_task_runs_and_is_done():
    work.answers.enqueue("hello")
    assert _work(NOW) == 1
    row = DBTaskResult.objects.get()
    assert (row.status, row.return_value) == ("SUCCESSFUL", "hello")
    assert not TaskLease.objects.exists()


def test_a_task_is_claimed_by_one_worker():
    work.answers.enqueue("hello")
    assert leases.claim("one", lease=LEASE, now=NOW) is not None
    assert leases.claim("two", lease=LEASE, now=NOW) is None


@pytest.mark.parametrize(
    ("attempts", "seconds"),
    [(1, 30), (2, 120), (3, 480), (4, 1920), (5, 7680), (6, 21_600), (20, 21_600)],
)
def test_pauses_grow_up_to_six_hours(attempts: int, seconds: int):
    assert leases.pause_after(attempts) == timedelta(seconds=seconds)


def test_a_failing_task_is_tried_again_after_longer_and_longer_pauses_then_given_up():
    work.fails.enqueue("key")
    at, tried = NOW, []
    with capture_logs() as logs:
        for attempt in range(1, leases.MOST_ATTEMPTS + 1):
            assert _work(at) == 1
            tried.append(at)
            if attempt < leases.MOST_ATTEMPTS:
                at += leases.pause_after(attempt)
                assert _work(at - timedelta(seconds=1)) == 0, "not before its time"
    assert _states() == ["FAILED"]
    assert _work(at + timedelta(days=1)) == 0
    assert [later - earlier for earlier, later in pairwise(tried)] == [
        leases.pause_after(attempt) for attempt in range(1, leases.MOST_ATTEMPTS)
    ]
    assert [(log["event"], log["log_level"]) for log in logs] == [
        *[("task_put_back", "warning")] * (leases.MOST_ATTEMPTS - 1),
        ("task_given_up", "error"),
    ]


def test_what_an_error_said_is_kept_nowhere():
    """The words of an error may hold a name."""
    work.fails.enqueue("key")
    at = NOW
    with capture_logs() as logs:
        for attempt in range(1, leases.MOST_ATTEMPTS + 1):
            _work(at)
            at += leases.pause_after(attempt)
    row = DBTaskResult.objects.get()
    assert "Kari" not in f"{row.traceback}{row.exception_class_path}{logs}"
    assert "ValueError" in row.traceback, "its kind and its place stay"


def test_a_dead_workers_task_is_run_by_another_after_its_lease():
    work.answers.enqueue("hello")
    leases.claim("dead", lease=LEASE, now=NOW)
    assert _work(NOW + LEASE - timedelta(seconds=1), "two") == 0
    assert _work(NOW + LEASE, "two") == 1
    assert _states() == ["SUCCESSFUL"]


def test_it_is_reaping_that_brings_it_back(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leases, "reap", lambda *, now: 0)
    work.answers.enqueue("hello")
    leases.claim("dead", lease=LEASE, now=NOW)
    assert _work(NOW + timedelta(days=1), "two") == 0
    assert _states() == ["RUNNING"]


def test_a_task_that_kills_every_worker_is_given_up():
    work.answers.enqueue("hello")
    at = NOW
    for _ in range(leases.MOST_ATTEMPTS):
        assert leases.claim("dead", lease=LEASE, now=at) is not None
        at += LEASE
        assert leases.reap(now=at) == 1
    assert _states() == ["FAILED"]


def test_a_worker_that_lives_keeps_its_lease():
    work.answers.enqueue("hello")
    leases.claim("slow", lease=LEASE, now=NOW)
    leases.renew("slow", lease=LEASE, now=NOW + LEASE / 2)
    assert leases.reap(now=NOW + LEASE) == 0
    assert Heartbeat.objects.get().at == NOW + LEASE / 2


def test_a_lease_that_ran_out_is_not_renewed():
    work.answers.enqueue("hello")
    leases.claim("late", lease=LEASE, now=NOW)
    leases.renew("late", lease=LEASE, now=NOW + 2 * LEASE)
    assert leases.reap(now=NOW + 2 * LEASE) == 1


def test_who_lost_the_lease_does_not_answer_for_the_task():
    work.answers.enqueue("hello")
    late = leases.claim("late", lease=LEASE, now=NOW)
    leases.reap(now=NOW + LEASE)
    again = leases.claim("two", lease=LEASE, now=NOW + LEASE)
    assert late is not None
    assert again is not None
    assert not leases.finish(late, "late", "from the grave")
    leases.fail(late, "late", ValueError(), now=NOW + LEASE)
    assert _states() == ["RUNNING"]
    assert leases.finish(again, "two", "hello")


@action
def _act(actor: Actor, *, key: str) -> bool:
    if not once(key, at=NOW):
        return False
    journal.written(actor, "test.acted", about=HERE, at=NOW)
    return True


def test_an_effect_with_a_key_happens_once():
    housekeeper = Actor.housekeeper(HERE)
    assert [_act(housekeeper, key="a"), _act(housekeeper, key="a"), _act(housekeeper, key="b")] == [
        True,
        False,
        True,
    ]
    with given(HERE):
        assert JournalEntry.objects.count() == 2


def test_an_effect_that_was_undone_may_happen_again():
    @action
    def undone(actor: Actor) -> None:
        _act(actor, key="a")
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        undone(Actor.housekeeper(HERE))
    assert _act(Actor.housekeeper(HERE), key="a")


def test_a_key_outside_an_action_is_refused():
    with pytest.raises(OutsideAction):
        once("a", at=NOW)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_waited_for(error: type[Exception], monkeypatch: pytest.MonkeyPatch):
    stop, answers = threading.Event(), iter([error("gone"), error("gone"), None])

    def ready(name: str, *, lease: timedelta) -> int:
        if (answer := next(answers)) is not None:
            raise answer
        stop.set()
        return 0

    monkeypatch.setattr(worker, "run_ready", ready)
    monkeypatch.setattr(worker, "_beat", lambda *_: None)
    with capture_logs() as logs:
        worker.run_until(stop, "one", lease=LEASE, pause=timedelta())
    assert [log["event"] for log in logs] == ["database_away"] * 2
