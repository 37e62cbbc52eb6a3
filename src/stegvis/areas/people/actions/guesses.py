"""Counting wrong tries in the cache that all processes share, so that guessing becomes slow (promise 18).

The cache holds keyed hashes of codes, e-mail addresses and network addresses, and forgets them after an hour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from ..rules import guessing
from ..rules.guessing import Budget


@dataclass(frozen=True, slots=True)
class Purse:
    """One budget of tries and whom it is for."""

    budget: Budget
    whose: str

    def key(self) -> str:
        return "try:" + salted_hmac("people.guesses", self.whose, algorithm="sha256").hexdigest()[:32]


def purses(*, name: str, by_code: bool, address: str, device: str) -> list[Purse]:
    """What a try is paid from. `device` is empty unless this device has been in as this name before: then it pays
    from its own purse alone, so that nobody who guesses elsewhere locks the owner out.
    """
    if device:
        return [Purse(guessing.KNOWN_DEVICE, f"device/{device}/{name}")]
    budget = guessing.CODE if by_code else guessing.EMAIL
    return [Purse(budget, f"name/{name}"), Purse(guessing.ADDRESS, f"address/{address}")]


def second_purses(*, user_id: UUID, address: str, device: str) -> list[Purse]:
    """What a try at the second step is paid from: as at the first one, and not from the same purse."""
    return purses(name=f"second/{user_id}", by_code=False, address=address, device=device)


def own_purses(*, user_id: UUID) -> list[Purse]:
    """What a try at one's own password is paid from, for somebody who is logged in already."""
    return [Purse(guessing.KNOWN_DEVICE, f"own/{user_id}")]


def wait(paid_from: list[Purse], *, now: datetime) -> timedelta:
    """How long until the next try. Zero: the try is paid now, before the answer is known, so that tries sent at the
    same moment do not share one payment. A try that has to wait costs nothing, so a pause always ends.
    """
    kept = cache.get_many([purse.key() for purse in paid_from])
    until = max((kept[key][1] for key in kept), default=0.0)
    if until > now.timestamp():
        return timedelta(seconds=until - now.timestamp())
    for purse in paid_from:
        tries = kept.get(purse.key(), (0, 0.0))[0] + 1
        pause = guessing.pause(tries, purse.budget)
        _keep(purse, tries, now + pause)
    return timedelta(0)


def give_back(paid_from: list[Purse]) -> None:
    """The try was right: the name starts afresh, the address gets this one back."""
    for purse in paid_from:
        if purse.budget is not guessing.ADDRESS:
            cache.delete(purse.key())
        elif kept := cache.get(purse.key()):
            cache.set(purse.key(), (max(kept[0] - 1, 0), 0.0), purse.budget.forgotten_after.total_seconds())


def _keep(purse: Purse, tries: int, until: datetime) -> None:
    cache.set(purse.key(), (tries, until.timestamp()), purse.budget.forgotten_after.total_seconds())
