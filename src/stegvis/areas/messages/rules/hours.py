"""When it is safe to reach somebody outside her page. Pure: times of the house's wall clock go in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from .quiet import is_quiet


@dataclass(frozen=True, slots=True)
class Hours:
    """From and until when, each day; an end that is None is open. It does not pass midnight."""

    start: time | None = None
    end: time | None = None

    def hold(self, at: time) -> bool:
        """Whether this time lies in them; the end itself does not."""
        return (self.start is None or self.start <= at) and (self.end is None or at < self.end)


ANY_TIME = Hours()


@dataclass(frozen=True, slots=True)
class House:
    """The house's own quiet hours, as `is_quiet` takes them."""

    quiet_from: time
    quiet_until: time

    def is_quiet(self, at: time) -> bool:
        return is_quiet(at, quiet_from=self.quiet_from, quiet_until=self.quiet_until)


def is_safe_now(at: time, hours: Hours, house: House) -> bool:
    """Whether she may be reached outside her page at this time: in her hours, and never in the house's quiet ones."""
    return hours.hold(at) and not house.is_quiet(at)


def leave_a_moment(hours: Hours, house: House) -> bool:
    """Whether there is any time of day at which both allow it: it would begin where one of the two begins."""
    beginnings = (hours.start or time(), house.quiet_until)
    return any(is_safe_now(at, hours, house) for at in beginnings)


def hours_to_choose(house: House) -> tuple[list[time], list[time]]:
    """The whole hours at which a safe time may begin, and those at which it may end."""
    starts = [at for hour in range(24) if not house.is_quiet(at := time(hour))]
    ends = [time(at.hour + 1) for at in starts if at.hour + 1 < 24]
    return starts, ends
