"""What a process beside the worker does for the tests of kills. Run as `python -m tests.areas.messages.worked`."""

import json
import sys
from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone

ANSWER = "messages.answer"


def build() -> dict[str, str]:
    """An organisation without quiet hours where Kari and Eva are to get an e-mail each, and the job for it queued."""
    from stegvis.areas.messages.rules import Way
    from stegvis.kernel.roles import Role
    from tests.factories.messages import sent, wants
    from tests.factories.people import a_participant, a_user, an_actor, an_organisation

    here = an_organisation(slug=uuid4().hex, quiet_from="00:00", quiet_until="00:00")
    ingrid = an_actor(here, Role.ADVISER)
    now = timezone.now()
    for number, name in enumerate(("kari", "eva")):
        person = a_participant(here, user=a_user(), nickname=name)
        wants(here.pk, person.pk, Way.EMAIL, address=f"{name}@example.org")
        key = f"{name}:{here.pk}"
        sent(ingrid, person.pk, kind=ANSWER, arguments={}, key=key, now=now + timedelta(microseconds=number))
    _queue()
    return {"organisation": str(here.pk), "adviser": str(ingrid.seat_id)}


def carry_on(organisation: str, adviser: str) -> dict[str, object]:
    """Another worker takes over what a dead one held; then an hour goes by, and it works twice more."""
    _work()
    soon = report(organisation, adviser)
    _pass_an_hour(UUID(organisation))
    for _ in range(2):
        _queue()
        _work()
    return {"soon": soon, "later": report(organisation, adviser)}


def _queue() -> None:
    from stegvis.kernel.action import changing
    from stegvis.kernel.tasks import run_job

    with changing():
        run_job.enqueue("messages.send_out", timezone.now().isoformat())


def _work() -> None:
    """Everything that is queued, and what is still held under the lease of somebody dead: it has run out for us."""
    from stegvis.kernel import worker

    worker.run_ready("other", clock_time=lambda: timezone.now() + timedelta(minutes=5))


def _pass_an_hour(organisation: UUID) -> None:
    from django.db.models import F

    from stegvis.areas.messages.models import Delivery
    from tests.support import given

    with given(organisation):
        Delivery.objects.update(since=F("since") - timedelta(hours=1))


def report(organisation: str, adviser: str) -> dict[str, object]:
    """How each e-mail stands, and whom the adviser is to call."""
    from stegvis.areas.messages import queries
    from stegvis.areas.messages.models import Delivery
    from stegvis.areas.people import api as people
    from stegvis.kernel.actor import Actor
    from tests.support import given

    here = UUID(organisation)
    with given(here):
        rows = Delivery.objects.values_list("message__key", "state")
        states = {key.partition(":")[0]: state for key, state in rows}
    ingrid = people.actor_in_seat(Actor.housekeeper(here), UUID(adviser))
    calls = {call.nickname: call.why for call in queries.calls_waiting(ingrid, timezone.now())}
    return {"states": states, "calls": calls}


if __name__ == "__main__":
    import django

    django.setup()
    command, *words = sys.argv[1:]
    answer = {"build": build, "carry_on": carry_on}[command](*words)
    print(json.dumps(answer))  # noqa: T201
