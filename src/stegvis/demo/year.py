"""A year at the centre: rounds that are over, that run and that begin soon, and who was there.

Only that somebody was there is noted, as everywhere (S2-06).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stegvis.areas.groups import api as groups

from .arriving import introduce, join
from .directory import next_weekday
from .places import KORSBY
from .town import Town, clock, seat_of
from .townspeople import MEMBERS, MOVED_ON, NEW, PAINTERS

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ROOM = {
    "malegruppe": 8,
    "torsdagslunsj": 12,
    "apent-hus": None,
    "strikkekafe": 10,
    "sykafe": 6,
    "turgruppe": 10,
    "yoga": 8,
    "syng-sammen": 20,
}
"""Offerings with a round right now, and how many can hold a place in it (None: an open door)."""

OPEN_DOOR, LUNCH, PAINTING = "apent-hus", "torsdagslunsj", "malegruppe"
TODAY, TODAY_LASTS = -4, 20
"""The week in which the rounds of today began, counted from now, and how many weeks they last."""

PAINTING_TODAY, PAINTING_LASTS = -5, 8
TOLD = {told.key: told for told in KORSBY.offerings}


@dataclass(frozen=True, slots=True)
class Run:
    """One round. `begins`: the week in which it begins, counted from now; `lasts`: its weeks."""

    key: str
    round_id: UUID
    begins: int
    lasts: int

    @property
    def is_todays(self) -> bool:
        return self.begins <= 0 < self.begins + self.lasts


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting that is over. `week`: the week it was in, counted from now; `turn`: how many there were before."""

    session_id: UUID
    over_at: datetime
    week: int
    turn: int


def build_year(town: Town) -> dict[str, UUID]:
    """The year behind, with its people, and the rounds ahead; answers with today's rounds by offering."""
    runs = [_plan(town, key, begins, lasts) for key in ROOM for begins, lasts in _when(town, key)]
    over = _meetings_that_are_over(town)
    for run in runs:
        if run.key not in town.extent.groups:
            continue
        since = {name: _begin(town, name, run, week) for name, week in _who(town, run).items()}
        _note_who_was_there(town, run, since, over.get(run.key, []))
    return {run.key: run.round_id for run in runs if run.is_todays}


def _when(town: Town, key: str) -> list[tuple[int, int]]:
    """When the rounds of this offering begin, and how many weeks they last."""
    first = -town.extent.weeks
    if key == PAINTING:
        earlier = (PAINTING_TODAY - first) // PAINTING_LASTS
        return [(PAINTING_TODAY + PAINTING_LASTS * turn, PAINTING_LASTS) for turn in range(-earlier, 2)]
    middle = (first + TODAY) // 2 if key == OPEN_DOOR else first
    before = [(first, middle - first)] if middle > first else []
    return [*before, (middle, TODAY - middle), (TODAY, TODAY_LASTS)]


def _plan(town: Town, key: str, begins: int, lasts: int) -> Run:
    told = TOLD[key]
    first = told.when[0]
    from_on = next_weekday(town.now, first.weekday, weeks=begins)
    round_id = groups.plan_round(
        town.berit,
        listing_id=town.listings[key],
        from_on=from_on,
        until_on=from_on + timedelta(weeks=lasts, days=-1),
        capacity=ROOM[key],
        recurrence="FREQ=WEEKLY;BYDAY=" + ",".join(DAYS[when.weekday] for when in told.when),
        starts=first.starts,
        ends=first.ends,
        meeting_place=told.address,
        welcomed_by=seat_of(town.actors[told.welcomed_by]),
        now=town.week(min(begins - 3, 0)),
    )
    return Run(key, round_id, begins, lasts)


def _meetings_that_are_over(town: Town) -> dict[str, list[Meeting]]:
    """All of the year by offering, the earliest first."""
    by_listing = {listing_id: key for key, listing_id in town.listings.items()}
    today = town.today()
    found: dict[str, list[Meeting]] = {}
    for one in groups.counts(town.berit, today - timedelta(weeks=town.extent.weeks), today, "nb"):
        key = by_listing[one.listing_id]
        over_at = clock(one.on, TOLD[key].when[0].ends)
        if over_at <= town.now:
            ago = (next_weekday(town.now, TOLD[key].when[0].weekday) - one.on).days // 7
            there = found.setdefault(key, [])
            there.append(Meeting(one.session_id, over_at, -ago, len(there)))
    return found


def _who(town: Town, run: Run) -> dict[str, int]:
    """Who has a place in this round, and in which week each began."""
    members = MEMBERS.get(run.key, ())
    if run.key == PAINTING:
        turn = run.begins // PAINTING_LASTS % 3
        some = PAINTERS if run.is_todays else PAINTERS[turn : turn + 5]
        return dict.fromkeys(some if run.begins < 0 else (), run.begins)
    if run.is_todays:
        return {name: -1 if name in NEW else run.begins for name in members}
    names = [name for name in ((*MOVED_ON, *members) if run.key == LUNCH else members) if name not in NEW]
    return {name: run.begins + run.lasts * turn // len(names) for turn, name in enumerate(names)}


def _begin(town: Town, name: str, run: Run, week: int) -> int:
    """She joins three days before her first meeting; those who are not new have read what holds.

    Answers with the week in which she begins: a later one for whoever was not at the centre yet.
    """
    if name in town.people:
        week = max(week, (town.people[name].since - town.now).days // 7 + 1)
    before = town.week(week) - timedelta(days=3)
    town.places[name, run.round_id] = join(town, name, run.key, run.round_id, before)
    if name not in NEW and (name, run.key) not in town.introduced:
        town.introduced.add((name, run.key))
        introduce(town, town.people[name], run.key, before)
    return week


def _note_who_was_there(town: Town, run: Run, since: Mapping[str, int], over: list[Meeting]) -> None:
    """At each meeting most of those who had begun by then; at the open door nobody's name, only how many."""
    for meeting in over:
        if not run.begins <= meeting.week < run.begins + run.lasts:
            continue
        if run.key == OPEN_DOOR:
            groups.count_came(
                town.ingrid,
                session_id=meeting.session_id,
                came=5 + meeting.turn * 7 % 9,
                now=meeting.over_at,
            )
            continue
        begun = [name for name, week in since.items() if week <= meeting.week]
        there = [name for turn, name in enumerate(begun) if (turn * 3 + meeting.week) % 4] or begun[:1]
        if there:
            groups.attend(
                town.ingrid,
                session_id=meeting.session_id,
                participant_ids=[town.people[name].participant_id for name in there],
                now=meeting.over_at,
            )
