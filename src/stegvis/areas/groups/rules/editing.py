"""What changing a round does to its dates. Pure: no Django, no clock.

A date that somebody holds is never lost: it stays, or it is called off and everybody is told. What has passed, or where
somebody was noted as here, stays as it was.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from .calendar import Planned, days_of, moment
from .codes import Refusal, SessionState


@dataclass(frozen=True, slots=True)
class Frame:
    """The days and times of a round. `recurrence` empty: its dates were chosen one by one."""

    recurrence: str
    from_on: date
    until_on: date
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Dated:
    """One meeting that stands in the calendar. `fixed`: it has passed, or somebody was noted as here."""

    session_id: UUID
    on: date
    starts: time
    ends: time
    state: SessionState
    fixed: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of each meeting. `moved` and `back` (called off before, held after all) get the times beside them;
    only where nobody holds a place is a meeting `removed` instead of `called_off`.
    """

    stay: tuple[Dated, ...]
    moved: tuple[tuple[Dated, Planned], ...]
    back: tuple[tuple[Dated, Planned], ...]
    new: tuple[Planned, ...]
    called_off: tuple[Dated, ...]
    removed: tuple[Dated, ...]

    @property
    def any(self) -> bool:
        return bool(self.moved or self.back or self.new or self.called_off or self.removed)


def edit(
    sessions: Sequence[Dated],
    *,
    old: Frame,
    new: Frame,
    held: bool,
    leave_out: Collection[date] = (),
    hold: Collection[date] = (),
    now: datetime,
    zone: str,
) -> Changes | Refusal:
    """What happens when a round gets new days or times. `held`: somebody has a place in it.

    Only what the change is about changes: dates that were added, moved or called off by hand stay as they are.
    `leave_out`: days not to meet on (holidays); `hold`: days to meet on although they were left out before.
    """
    if new.ends <= new.starts:
        return Refusal.ENDS_BEFORE_IT_STARTS
    before, after = _days(old), _days(new)
    if isinstance(after, Refusal):
        return after
    was = frozenset() if isinstance(before, Refusal) else before
    sorter = _Sorter(old, new, was, after - set(leave_out), now, zone)
    fates = [(one, sorter.fate(one)) for one in sessions]
    met = {one.on for one in sessions}
    wanted = sorted(((after - was) | (after & set(hold))) - set(leave_out) - met)
    added = tuple(plan for plan in map(sorter.planned, wanted) if plan.starts_at > now)
    if _clash(fates, added):
        return Refusal.DATE_IS_TAKEN
    dropped = tuple(one for one, fate in fates if fate is None)
    return Changes(
        stay=tuple(one for one, fate in fates if fate is one),
        moved=tuple((one, fate) for one, fate in fates if isinstance(fate, Planned) and _stands(one)),
        back=tuple((one, fate) for one, fate in fates if isinstance(fate, Planned) and not _stands(one)),
        new=added,
        called_off=dropped if held else (),
        removed=() if held else dropped,
    )


Fate = Dated | Planned | None
"""Itself: it stays. Planned: it gets these times. None: the round does not meet then any more."""


@dataclass(frozen=True, slots=True)
class _Sorter:
    old: Frame
    new: Frame
    was: frozenset[date]
    after: frozenset[date]
    now: datetime
    zone: str

    def planned(self, on: date) -> Planned:
        starts, ends = self.new.starts, self.new.ends
        return Planned(on, starts, ends, moment(on, starts, zone=self.zone), moment(on, ends, zone=self.zone))

    def fate(self, one: Dated) -> Fate:
        if one.fixed:
            return one
        plan = self.planned(one.on)
        to_come = plan.starts_at > self.now
        if not _stands(one):
            return plan if one.on in self.after - self.was and to_come else one
        if one.on in self.was - self.after:
            return None
        ours = (one.starts, one.ends) == (self.old.starts, self.old.ends)
        same = (one.starts, one.ends) == (self.new.starts, self.new.ends)
        return plan if ours and not same and to_come else one


def _stands(one: Dated) -> bool:
    return one.state is not SessionState.CALLED_OFF


def _days(frame: Frame) -> frozenset[date] | Refusal:
    if not frame.recurrence:
        return frozenset()
    days = days_of(frame.recurrence, from_on=frame.from_on, until_on=frame.until_on)
    return days if isinstance(days, Refusal) else frozenset(days)


def _clash(fates: Sequence[tuple[Dated, Fate]], added: Sequence[Planned]) -> bool:
    """Whether two meetings of the round would begin at the same time. Called-off ones keep their line, too."""
    kept = [fate if isinstance(fate, Planned) else one for one, fate in fates]
    times = [(one.on, one.starts) for one in (*kept, *added)]
    return len(times) != len(set(times))


def decide_date(planned: Planned, *, frame: Frame, taken: bool, now: datetime) -> Refusal | None:
    """Whether a meeting may be set at this time by hand, in a round with these days. `taken`: it meets then already.

    Past the last day only as long as no other day of the round's own rule comes in between: the round then lasts
    until there, and must not seem to have days that nobody planned.
    """
    if planned.ends <= planned.starts:
        return Refusal.ENDS_BEFORE_IT_STARTS
    if planned.starts_at <= now:
        return Refusal.DATE_HAS_PASSED
    if taken:
        return Refusal.DATE_IS_TAKEN
    if frame.recurrence and not _fits(planned.on, frame):
        return Refusal.OUTSIDE_THE_ROUND
    return None


def _fits(on: date, frame: Frame) -> bool:
    if on < frame.from_on:
        return False
    if on <= frame.until_on:
        return True
    longer = days_of(frame.recurrence, from_on=frame.from_on, until_on=on)
    return not isinstance(longer, Refusal) and not any(frame.until_on < day < on for day in longer)
