"""Tasks for the worker's tests, and what came of them."""

import json
import os
import time
from pathlib import Path
from uuid import UUID

from django.utils import timezone
from django_tasks import task

NICKNAME = "Kari"
HERE = UUID("11111111-1111-1111-1111-111111111111")


@task
def act_and_wait(key: str, folder: str) -> None:
    """Have an effect once, tell the folder, and then, as long as the folder says so, go on without finishing."""
    from stegvis.kernel import journal
    from stegvis.kernel.action import action
    from stegvis.kernel.actor import Actor
    from stegvis.kernel.once import once

    @action
    def act(actor: Actor) -> None:
        if os.environ.get("WITHOUT_ONCE") or once(key, at=timezone.now()):
            journal.written(actor, "test.acted", about=HERE, at=timezone.now(), outcome=key)

    wait = Path(folder, "wait")
    if wait.exists() and wait.read_text() == "before":
        Path(folder, "reached").touch()
        time.sleep(60)
    act(Actor.housekeeper(HERE))
    Path(folder, "reached").touch()
    while wait.exists():
        time.sleep(0.02)


@task
def fails(key: str) -> None:
    raise ValueError(f"{NICKNAME} could not be reached: {key}")


@task
def answers(key: str) -> str:
    return key


def report(key: str) -> dict[str, object]:
    """How often the effect happened, and how the task stands."""
    from django_tasks_db.models import DBTaskResult

    from stegvis.kernel.database import within
    from stegvis.kernel.models import JournalEntry

    with within(organisation_id=HERE):
        effects = JournalEntry.objects.filter(what="test.acted", outcome=key).count()
    tasks = [row for row in DBTaskResult.objects.all() if key in json.dumps(row.args_kwargs)]
    return {
        "effects": effects,
        "states": [row.status for row in tasks],
        "attempts": [len(row.worker_ids) for row in tasks],
    }
