"""Whether there are enough employees, minute by minute (S1-25, S1-26). Pure: no Django, no clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from .codes import Carries, Missing
from .facts import Employee, Gap, Gone, Meeting, Needs, OnDuty, Roster, Span, Staffing

NOTHING: frozenset[Missing] = frozenset()


def staffing_of(meeting: Meeting, roster: Roster) -> Staffing:
    """How this meeting stands. Only employees whose seat runs that day, and who are not away, are there (S1-25).

    A group needs all it needs from beginning to end. A door is open for as long as enough are there and one of them
    carries drop-in; it is held when there is any such time (S1-26).
    """
    needs = roster.needs_of(meeting)
    present = tuple(there(meeting, roster.duties_at(meeting), roster.gone, roster.employees))
    gaps: list[Gap] = []
    whole: list[Span] = []
    fewest = needs.adults if meeting.starts_at >= meeting.ends_at else None
    for starts_at, ends_at in _slices(meeting, present):
        carried: dict[UUID, frozenset[Carries]] = {}
        for one in present:
            if one.starts_at <= starts_at and one.ends_at >= ends_at:
                carried[one.seat_id] = carried.get(one.seat_id, frozenset()) | one.carries
        lacking = what_is_missing(carried, needs, is_open_door=meeting.is_open_door)
        fewest = len(carried) if fewest is None else min(fewest, len(carried))
        if lacking:
            _add_gap(gaps, Gap(starts_at, ends_at, len(carried), lacking))
        else:
            _add_span(whole, Span(starts_at, ends_at))
    missing = NOTHING.union(*(gap.missing for gap in gaps))
    can_be_held = bool(whole) if meeting.is_open_door else not gaps
    return Staffing(needs.adults, fewest or 0, missing, tuple(gaps), tuple(whole), can_be_held)


def what_is_missing(
    carried: Mapping[UUID, Collection[Carries]], needs: Needs, *, is_open_door: bool
) -> frozenset[Missing]:
    """What lacks when exactly these seats are there, each carrying this. Empty: nothing."""
    missing = set()
    if len(carried) < needs.adults:
        missing.add(Missing.EMPLOYEES)
    if needs.second_adult and not _anybody(carried, Carries.SECOND_ADULT):
        missing.add(Missing.SECOND_ADULT)
    if needs.competence and not _anybody(carried, Carries.COMPETENCE):
        missing.add(Missing.COMPETENCE)
    if is_open_door and not _anybody(carried, Carries.DROP_IN):
        missing.add(Missing.DROP_IN)
    return frozenset(missing)


def there(
    meeting: Meeting,
    duties: Iterable[OnDuty],
    gone: Mapping[UUID, Collection[Gone]],
    employees: Mapping[UUID, Employee],
) -> Iterator[OnDuty]:
    """The duties as they really are: within the meeting, of employees who work that day, without the time away."""
    for duty in duties:
        employee = employees.get(duty.seat_id)
        if employee is None or not employee.works_on(meeting.on):
            continue
        starts_at, ends_at = max(duty.starts_at, meeting.starts_at), min(duty.ends_at, meeting.ends_at)
        if starts_at >= ends_at:
            continue
        absences = gone.get(duty.seat_id)
        if not absences:
            yield OnDuty(duty.session_id, duty.seat_id, starts_at, ends_at, duty.carries)
            continue
        for span in without([Span(starts_at, ends_at)], absences):
            yield OnDuty(duty.session_id, duty.seat_id, span.starts_at, span.ends_at, duty.carries)


def without(spans: list[Span], absences: Iterable[Gone]) -> list[Span]:
    """These spans without the times away. Reported twice or overlapping takes away no more than once."""
    for gone in absences:
        left = []
        for span in spans:
            until = gone.until_at if gone.until_at is not None else span.ends_at
            before = Span(span.starts_at, min(span.ends_at, gone.from_at))
            after = Span(max(span.starts_at, until), span.ends_at)
            if gone.from_at >= span.ends_at or until <= span.starts_at:
                left.append(span)
                continue
            left += [part for part in (before, after) if part.starts_at < part.ends_at]
        spans = left
    return spans


def is_away(seat_id: UUID, span: Span, gone: Mapping[UUID, Collection[Gone]]) -> bool:
    """Whether this seat is away in any part of this time."""
    return without([span], gone.get(seat_id, ())) != [span]


def _slices(meeting: Meeting, present: Iterable[OnDuty]) -> Iterator[tuple[datetime, datetime]]:
    """The meeting cut wherever somebody comes or goes: within one slice nothing changes."""
    cuts = {meeting.starts_at, meeting.ends_at}
    for one in present:
        cuts.add(one.starts_at)
        cuts.add(one.ends_at)
    ordered = sorted(cuts)
    return pairwise(ordered)


def _anybody(carried: Mapping[UUID, Collection[Carries]], what: Carries) -> bool:
    return any(what in carries for carries in carried.values())


def _add_gap(gaps: list[Gap], gap: Gap) -> None:
    """Gaps that follow each other and lack the same are one."""
    if gaps and gaps[-1].ends_at == gap.starts_at and gaps[-1][2:] == gap[2:]:
        gaps[-1] = gaps[-1]._replace(ends_at=gap.ends_at)
    else:
        gaps.append(gap)


def _add_span(spans: list[Span], span: Span) -> None:
    if spans and spans[-1].ends_at == span.starts_at:
        spans[-1] = spans[-1]._replace(ends_at=span.ends_at)
    else:
        spans.append(span)
