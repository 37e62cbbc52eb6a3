"""How a message reaches somebody outside her page, and what happens when it does not."""

from datetime import datetime, timedelta

from .codes import DeliveryState, Outcome, Way, Why

UNDER_WAY = frozenset({DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.TO_CALL})
MOST_ATTEMPTS = 6
FIRST_PAUSE = timedelta(minutes=1)
UNCERTAIN_AFTER = timedelta(minutes=10)
"""Longer than one e-mail can take with every answer of the other side at its slowest."""

FOLLOWS: dict[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.WAITING: frozenset({DeliveryState.SENDING, DeliveryState.TO_CALL, DeliveryState.DROPPED}),
    DeliveryState.SENDING: frozenset(
        {DeliveryState.SENT, DeliveryState.WAITING, DeliveryState.TO_CALL, DeliveryState.DROPPED}
    ),
    DeliveryState.TO_CALL: frozenset({DeliveryState.TOLD, DeliveryState.SENT, DeliveryState.DROPPED}),
    DeliveryState.SENT: frozenset(),
    DeliveryState.TOLD: frozenset(),
    DeliveryState.DROPPED: frozenset(),
}
"""What a delivery may become. Back to waiting only when it is certain that nothing went out."""


def first_delivery(*, has_login: bool, way: Way) -> tuple[DeliveryState, Why | None] | None:
    """What to do about a new message besides showing it on her page; None: nothing.

    Nothing leaves the house unless she chose it. Who cannot log in has no page to read, and is called; but never who
    said never.
    """
    if way is Way.NEVER:
        return None
    if not has_login:
        return DeliveryState.TO_CALL, Why.CHOSEN if way is Way.CALL else Why.NO_LOGIN
    if way is Way.EMAIL:
        return DeliveryState.WAITING, None
    if way is Way.CALL:
        return DeliveryState.TO_CALL, Why.CHOSEN
    return None


def pause_after(attempts: int) -> timedelta:
    """How long to wait after the so-manyth e-mail that certainly did not go: 1, 4, 16, 64 minutes, then 4 h 16 min."""
    pause: timedelta = FIRST_PAUSE * 4 ** (attempts - 1)
    return pause


def after_sending(
    outcome: Outcome, *, attempts: int, way: Way, now: datetime
) -> tuple[DeliveryState, Why | None, datetime]:
    """What follows an e-mail that was begun for the so-manyth time: its state, why a call is due, and when to go on.

    Only what certainly did not go out is tried again; what may have gone is told on the phone, never mailed twice.
    `way` is how she wants to be reached now: when she has said never meanwhile, nothing follows.
    """
    if outcome is Outcome.WENT:
        return DeliveryState.SENT, None, now
    if way is Way.NEVER:
        return DeliveryState.DROPPED, None, now
    if outcome is Outcome.UNKNOWN:
        return DeliveryState.TO_CALL, Why.UNCERTAIN, now
    if outcome is Outcome.NEVER or attempts >= MOST_ATTEMPTS:
        return DeliveryState.TO_CALL, Why.NOT_SENT, now
    return DeliveryState.WAITING, None, now + pause_after(attempts)
