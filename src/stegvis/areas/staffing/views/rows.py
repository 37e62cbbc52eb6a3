"""How a meeting looks on the roster: held, short or off in shape as in words, and the bar of an open door."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from django.utils.functional import Promise

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor

from ..queries import DutyShown, MeetingOnRoster
from ..rules import Carries, Missing
from ..texts import CARRIES, MISSING

THE_CALL_LIST = "messages.answer"
BAR = 1000
"""How wide the bar of an open door is, in its own measure."""


@dataclass(frozen=True, slots=True)
class OnIt:
    """One duty with its words."""

    duty: DutyShown
    carries: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class DoorPart:
    """A part of an open door: who carries drop-in, or nobody: then it is closed. `x` and `width` on its bar."""

    starts: time
    ends: time
    names: tuple[str, ...]
    is_open: bool
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Shift:
    """One meeting on the roster. `look` is how it is drawn: held, short, off, or over: nobody mends that any more."""

    meeting: MeetingOnRoster
    look: str
    missing: tuple[Promise | str, ...]
    people: tuple[OnIt, ...]
    door: tuple[DoorPart, ...]

    @property
    def beside(self) -> tuple[OnIt, ...]:
        """Who is not told of already by the bar of the door."""
        if not self.door:
            return self.people
        return tuple(
            one for one in self.people if not one.duty.counts or Carries.DROP_IN not in one.duty.carries
        )

    @property
    def closed(self) -> tuple[DoorPart, ...]:
        """When an open door is closed though it should not be."""
        return tuple(part for part in self.door if not part.is_open)

    @property
    def says_how_many(self) -> bool:
        """A door where one is enough tells by its bar how it stands."""
        return self.look == "held" or (self.look == "short" and (not self.door or self.meeting.needed > 1))


def may_call(actor: Actor) -> bool:
    """Whether this seat opens the list of calls: who is on it is for advisers (A.7)."""
    return actor.may(THE_CALL_LIST)


def shift_of(meeting: MeetingOnRoster) -> Shift:
    """An open door that is closed for a part of the day can be held, and is drawn as lacking somebody all the same."""
    off = meeting.state is groups.SessionState.CALLED_OFF
    look = "off" if off else "over" if meeting.is_over else "short" if meeting.missing else "held"
    people = tuple(OnIt(duty, carries_words(duty.carries)) for duty in meeting.duties)
    door = _door(meeting) if meeting.is_open_door and look in {"held", "short"} else ()
    return Shift(meeting, look, tuple(_missing(code, meeting) for code in meeting.missing), people, door)


def carries_words(carries: Collection[Carries]) -> tuple[Promise, ...]:
    return tuple(CARRIES[code] for code in carries)


def _missing(code: Missing, meeting: MeetingOnRoster) -> Promise | str:
    """What lacks, in words; the house's own words for what somebody must be able to do."""
    return meeting.competence if code is Missing.COMPETENCE and meeting.competence else MISSING[code]


def _door(meeting: MeetingOnRoster) -> tuple[DoorPart, ...]:
    """From opening to closing: the parts that somebody carries, cut where another takes over, and the gaps."""
    carried = [duty for duty in meeting.duties if duty.counts and Carries.DROP_IN in duty.carries]
    parts = [
        _part(
            meeting,
            starts,
            ends,
            [duty.name for duty in carried if duty.starts <= starts and duty.ends >= ends],
        )
        for opens, closes in meeting.open
        for starts, ends in _cut(opens, closes, carried)
    ]
    parts += [_part(meeting, gap.starts, gap.ends, None) for gap in meeting.gaps]
    return tuple(sorted(parts, key=lambda part: part.x))


def _cut(opens: time, closes: time, carried: Collection[DutyShown]) -> list[tuple[time, time]]:
    cuts = {opens, closes}
    cuts |= {at for duty in carried for at in (duty.starts, duty.ends) if opens < at < closes}
    ordered = sorted(cuts)
    return list(itertools.pairwise(ordered))


def _part(meeting: MeetingOnRoster, starts: time, ends: time, names: list[str] | None) -> DoorPart:
    whole = max(_minutes(meeting.ends) - _minutes(meeting.starts), 1)
    x = BAR * (_minutes(starts) - _minutes(meeting.starts)) // whole
    width = BAR * (_minutes(ends) - _minutes(starts)) // whole
    return DoorPart(starts, ends, tuple(names or ()), names is not None, x, width)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
