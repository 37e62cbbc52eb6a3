"""How long somebody who guesses has to wait: longer each time, never for ever (promise 18)."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Budget:
    """`free` tries without a pause, then a pause that doubles with each try, up to `longest`."""

    free: int
    longest: timedelta
    forgotten_after: timedelta = timedelta(hours=1)


CODE = Budget(free=5, longest=timedelta(minutes=1))
"""One participant's code, from anywhere. Short: the owner has no known device, and the secret is too long to guess."""

EMAIL = Budget(free=5, longest=timedelta(minutes=15))
"""One e-mail address, from devices that have never been in."""

KNOWN_DEVICE = Budget(free=10, longest=timedelta(minutes=1))
"""One e-mail address on a device that has been in: it pays for its own mistakes only."""

ADDRESS = Budget(free=30, longest=timedelta(minutes=5))
"""One network address, whoever it asks for. Wide: a whole centre may share one."""


def pause(tries: int, budget: Budget) -> timedelta:
    """How long to wait after so many wrong tries in a row."""
    if tries < budget.free:
        return timedelta(0)
    doublings = min(tries - budget.free, 20)
    return min(timedelta(seconds=2**doublings), budget.longest)
