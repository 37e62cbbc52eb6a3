"""When the door is open, for the sign in the street (S1-26). Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .coverage import staffing_of
from .facts import Roster, Span


@dataclass(frozen=True, slots=True)
class Door:
    """Open until a moment, or closed until the next time it opens. None: nobody has planned any."""

    open_until: datetime | None
    next_opens_at: datetime | None
    next_closes_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.open_until is not None


def open_spans(roster: Roster) -> list[Span]:
    """When an employee on duty carries drop-in, at any of the open doors; times that touch are one."""
    spans = [
        span
        for meeting in roster.meetings
        if meeting.is_open_door
        for span in staffing_of(meeting, roster).whole
    ]
    return joined(spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of time; what overlaps or touches is one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.starts_at <= kept[-1].ends_at:
            kept[-1] = kept[-1]._replace(ends_at=max(kept[-1].ends_at, span.ends_at))
        else:
            kept.append(span)
    return kept


def door_at(now: datetime, spans: Iterable[Span]) -> Door:
    """How the sign stands at this moment. Open from the first minute; closed from the minute the last one leaves."""
    open_until = next((span.ends_at for span in spans if span.starts_at <= now < span.ends_at), None)
    following = next((span for span in spans if span.starts_at > now), None)
    if following is None:
        return Door(open_until, None, None)
    return Door(open_until, following.starts_at, following.ends_at)
