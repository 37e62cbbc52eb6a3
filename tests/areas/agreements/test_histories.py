"""Whatever people try in whatever order: versions only grow, by the group's own yes, and open what was read (A.9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.admission import actions as admission
from stegvis.areas.admission import queries as introductions
from stegvis.areas.admission.rules import Subject
from stegvis.areas.agreements import actions, queries
from stegvis.areas.agreements.models import Agreement
from stegvis.areas.agreements.rules import LEFT_TO_GROUP, NEEDED, Part, Rule
from stegvis.areas.groups import actions as groups
from stegvis.kernel.roles import Role
from tests.areas.agreements.talking import versions
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.factories.admission import a_held_talk, an_offering
from tests.factories.groups import a_round, places_in, sessions_in
from tests.support import given as seen

pytestmark = pytest.mark.django_db
WHO = st.sampled_from([*Role])


class House(Centre):
    """Two people in a lunch, everybody who might try at the desk; what each read, and every version ever seen."""

    def __init__(self) -> None:
        super().__init__(2)
        self.listing = an_offering(self.organisation.pk)
        self.rounds: list[UUID] = []
        self.library: list[set[str]] = []
        self.seen: dict[tuple[UUID, int], Any] = {}
        self.read: dict[int, tuple[UUID, int]] = {}
        self.plan()
        for person in self.ids:
            a_held_talk(self.adviser, person, self.listing.pk)
            groups.give_place(self.adviser, participant_id=person, round_id=self.rounds[0], now=self.now)
        self.meetings = sessions_in(self.adviser, self.rounds[0])
        self.now = self.meetings[0].starts_at - timedelta(minutes=5)

    def plan(self, *anything: object) -> None:
        """A round is planned; what it begins with is written down beside the library of that moment."""
        of_today = {rule.key for rule in queries.base_rules(self.adviser).rules if rule.part in NEEDED}
        self.rounds.append(a_round(self.adviser, self.listing.pk))
        self.library.append(of_today)

    def step(self, what: str, role: Role, part: Part, which: int) -> None:
        with self.trying():
            getattr(self, what)(role, part, which)

    def begin(self, role: Role, part: Part, which: int) -> None:
        meeting = self.meetings[which % len(self.meetings)]
        actions.begin_talk(self.staff[role], round_id=self.rounds[0], session_id=meeting.pk, now=self.now)

    def say(self, role: Role, part: Part, which: int) -> None:
        """Own words, base rules with a reason for what goes, or nothing; from a page that may be old."""
        rules = [Rule(part, f"Ours {which}.")] if which else []
        actions.say_part(
            self.staff[role],
            round_id=self.rounds[0],
            part=part,
            after=self._saved(part) if which < 4 else 0,
            rules=rules,
            reasons=dict.fromkeys((rule.key for rule in queries.base_rules(self.adviser).rules), "So."),
            now=self.now,
        )

    def agree(self, role: Role, part: Part, which: int) -> None:
        table = queries.on_the_table(self.staff[role], self.rounds[0], "en")
        somebody_is_in_it = bool(self._held())
        actions.agree(
            self.staff[role],
            round_id=self.rounds[0],
            after=table.times_saved if table else 0,
            why="We talked." if which else "",
            now=self.now,
        )
        assert somebody_is_in_it, "S1-22: staff alone decide nothing for a group"

    def put_away(self, role: Role, part: Part, which: int) -> None:
        actions.put_away(self.staff[role], round_id=self.rounds[0], now=self.now)

    def rewrite(self, role: Role, part: Part, which: int) -> None:
        shown = queries.base_rules(self.staff[role])
        rules = [rule for order, rule in enumerate(shown.rules) if order != which]
        actions.write_base_rules(self.staff[role], after=shown.number, rules=rules, now=self.now)

    def reads(self, role: Role, part: Part, which: int) -> None:
        """One of the two reads what her group agreed on, and ticks it."""
        who = which % 2
        parts = introductions.introductions_for(self.people[who], self.ids[who], self.listing.pk).parts
        read = {one.subject: one.mark for one in parts if one.subject is Subject.GROUP}
        admission.introduce_oneself(self.people[who], listing_id=self.listing.pk, read=read, now=self.now)
        if read:
            self.read[who] = self._latest()

    def call_off(self, role: Role, part: Part, which: int) -> None:
        place = places_in(self.adviser, self.rounds[0])[which % 2]
        groups.leave_place(self.adviser, place_id=place.pk, now=self.now)

    def later(self, *anything: object) -> None:
        self.now += timedelta(minutes=10)

    def _saved(self, part: Part) -> int:
        table = queries.on_the_table(self.adviser, self.rounds[0], "en")
        return table.part(part).saved if table else 0

    def _latest(self) -> tuple[UUID, int]:
        return self.rounds[0], max(versions(self.adviser, self.rounds[0]))

    def holds(self) -> None:
        for round_id, of_that_day in zip(self.rounds, self.library, strict=True):
            there = versions(self.adviser, round_id)
            self._only_grows(round_id, there)
            assert {base for _part, _words, base, _because in there[0][4]} == of_that_day, "S1-18"
            for number, version in there.items():
                self._is_the_groups(number, version)
            self._open_points_are_seen_as_open(round_id, there)

    def _only_grows(self, round_id: UUID, there: dict[int, Any]) -> None:
        """S1-02: what has a number is never another, and the next is one more."""
        assert list(there) == list(range(len(there)))
        for number, version in there.items():
            assert self.seen.setdefault((round_id, number), version) == version

    def _is_the_groups(self, number: int, version: Any) -> None:
        """S1-22, S1-23, S1-03: an open point is decided at a meeting that had begun, and never by the base rules."""
        agreed_on, _why, session_id, host_id, rules = version
        standing = {part for part, _words, _base, because in rules if not because}
        if number == 0:
            assert agreed_on is None
            assert not standing & set(LEFT_TO_GROUP)
            return
        meeting = next(one for one in self.meetings if one.pk == session_id)
        assert (agreed_on, host_id is None) == (meeting.on, False)
        assert meeting.starts_at <= self.now
        assert set(NEEDED) <= standing

    def _open_points_are_seen_as_open(self, round_id: UUID, there: dict[int, Any]) -> None:
        """S1-22: by those who work here, and by whoever has a place."""
        decided = {part for part, _words, _base, because in there[max(there)][4] if not because}
        readers = [*self.staff.values(), *(self.people if round_id == self.rounds[0] else [])]
        for reader in readers:
            agreed = queries.agreed(reader, round_id)
            if agreed is not None or reader in self.staff.values():
                assert agreed is not None
                assert set(agreed.undecided) == set(LEFT_TO_GROUP) - decided

    def _held(self) -> set[UUID]:
        """Who has a place in the group."""
        places = places_in(self.adviser, self.rounds[0])
        return {place.participant_id for place in places if place.state == "held"}

    def introductions_hold(self) -> None:
        """S1-17: open for whoever has a place and has not read the newest version."""
        with seen(self.adviser):
            made = Agreement.objects.filter(round_id=self.rounds[0], number__gt=0).exists()
        here = self._held()
        found = introductions.introductions_open(self.adviser, self.listing.pk, self.ids)
        for who, person in enumerate(self.ids):
            is_open = made and person in here and self.read.get(who) != self._latest()
            assert (Subject.GROUP in found[person]) == is_open


STEPS = st.tuples(
    st.sampled_from(
        [
            "begin",
            *["say"] * 4,
            *["agree"] * 3,
            "put_away",
            "rewrite",
            "reads",
            "reads",
            "call_off",
            "plan",
            "later",
        ]
    ),
    AT_THE_DESK,
    st.sampled_from([*NEEDED, *NEEDED, *LEFT_TO_GROUP]),
    st.integers(0, 4),
)
A_WHOLE_TALK = [
    ("later", Role.ADVISER, Part.TALK, 0),
    ("begin", Role.ADVISER, Part.TALK, 0),
    ("say", Role.ADVISER, Part.TALK, 1),
    ("say", Role.ADVISER, Part.TREAT, 1),
    ("agree", Role.ADVISER, Part.TALK, 1),
]

THE_TALK_OF_NOBODY = [
    *A_WHOLE_TALK[:-1],
    ("call_off", Role.ADVISER, Part.TALK, 0),
    ("call_off", Role.ADVISER, Part.TALK, 1),
    A_WHOLE_TALK[-1],
]
"""All who were in the group have left, and staff would say yes for it."""

A_SECOND_TALK = [
    ("reads", Role.ADVISER, Part.TALK, 0),
    ("begin", Role.ADVISER, Part.TALK, 0),
    ("say", Role.ADVISER, Part.TALK, 2),
    ("say", Role.ADVISER, Part.TREAT, 1),
    ("say", Role.ADVISER, Part.GREETING, 1),
    ("agree", Role.ADVISER, Part.TALK, 1),
]


@pytest.mark.requirement("S1-02")
@pytest.mark.requirement("S1-17")
@pytest.mark.requirement("S1-18")
@pytest.mark.requirement("S1-22")
@pytest.mark.requirement("S1-23")
@example(False, THE_TALK_OF_NOBODY)
@example(True, A_SECOND_TALK)
@given(st.booleans(), st.lists(STEPS, max_size=12))
@histories(15)
def test_versions_only_grow_by_the_groups_yes_and_open_what_was_read(talked: bool, steps: list[Any]):
    house = House()
    for step in [*(A_WHOLE_TALK if talked else []), *steps]:
        house.step(*step)
        house.holds()
    house.introductions_hold()
