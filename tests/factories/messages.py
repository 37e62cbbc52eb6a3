"""Messages to participants, and how they want to be reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID

from stegvis.areas.messages import actions
from stegvis.areas.messages.models import Delivery, Message, Reach
from stegvis.areas.messages.rules import Kind, Way, Words, kinds
from stegvis.kernel.actor import Actor
from tests.support import given

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""A Monday, eleven o'clock in Oslo."""

KIND = "tests.bread_is_baked"
_number = count(1)


@contextmanager
def a_kind(**fields: Any) -> Iterator[list[tuple[Actor, UUID, datetime]]]:
    """A kind of message that exists inside the block; gives what its `reached` was called with."""
    calls: list[tuple[Actor, UUID, datetime]] = []
    defaults: dict[str, Any] = {
        "words": lambda arguments, language: Words(f"Bread {language}", f"{arguments.get('loaves')} loaves"),
        "spoken": lambda arguments, language: f"There are {arguments.get('loaves')} loaves.",
        "reached": lambda actor, about, now: calls.append((actor, about, now)),
    }
    kinds.declare_kind(Kind(KIND, **{**defaults, **fields}))
    try:
        yield calls
    finally:
        kinds._kinds.pop(KIND)


def sent(actor: Actor, participant_id: UUID, **fields: Any) -> str:
    """Send a message of that kind from inside an action of somebody's; gives its key."""
    key = fields.pop("key", f"tests.bread:{next(_number)}")
    defaults = {"kind": KIND, "about": UUID(int=1), "arguments": {"loaves": "3"}, "now": NOW}
    with given(actor):
        actions.send(actor, participant_id=participant_id, key=key, **{**defaults, **fields})
    return key


def wants(organisation_id: UUID, participant_id: UUID, way: Way, **fields: Any) -> Reach:
    """This person wants to be reached in this way."""
    defaults = {
        "address": "kari@example.org" if way is Way.EMAIL else "",
        "phone": "900 00 000" if way is Way.CALL else "",
        "others_may_see": way is Way.EMAIL,
        "chosen_at": NOW,
        "still_right_at": NOW,
    }
    with given(organisation_id):
        return Reach.objects.create(
            organisation_id=organisation_id, participant_id=participant_id, way=way, **{**defaults, **fields}
        )


def message(actor: Actor, key: str) -> Message:
    with given(actor):
        return Message.objects.get(key=key)


def delivery(actor: Actor, key: str) -> Delivery | None:
    with given(actor):
        return Delivery.objects.filter(message__key=key).first()
