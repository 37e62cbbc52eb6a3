"""Whatever is given, noted, answered, extended and taken back, in any order: nothing is read without her yes to it.

A plain ledger of what she said is kept beside the house; after each history every seat tries every grant (X-04).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.privacy import actions, queries
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from tests.areas.histories import histories
from tests.areas.privacy.sharing import House
from tests.factories.admission import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-04")]
STEPS = ["share", "note", "yes", "signs", "no", "take_back", "tell_all", "extend", "wait"]
STEPS += ["share", "note", "yes"]
"""What may happen; giving and confirming oftener than the rest, so that there is something to take back."""
ITEMS = ("admission.good_to_know", "groups.places")


@dataclass
class Said:
    """What she said about one grant, in the words of the ledger."""

    to: UUID | None
    items: frozenset[str]
    until_on: date
    yes: bool
    over: bool = False


@dataclass
class Ledger(House):
    """The house, and beside it a ledger that knows nothing of how the house decides."""

    now: datetime = NOW
    said: dict[UUID, Said] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self.readers: list[Actor] = [self.odd, self.berit, self.tor, self.ingrid]

    @property
    def today(self) -> date:
        return self.now.date()

    def step(self, what: str, who: int, items: frozenset[str], months: int, which: int) -> None:
        self.now += timedelta(hours=1)
        keys = list(self.said)
        with suppress(Refused, NotFound), transaction.atomic():
            if what == "wait":
                self.now += timedelta(days=25 * months)
            elif what in {"share", "note"}:
                self._new(what, self.readers[who], items, months)
            elif keys:
                getattr(self, what)(keys[which % len(keys)], months)

    def _new(self, what: str, to: Actor, items: frozenset[str], months: int) -> None:
        until_on = self.today + relativedelta(months=months)
        wish = self.wish(to, *items, until_on=until_on)
        if what == "share":
            key = actions.share(self.kari, wish=wish, now=self.now)
        else:
            key = actions.note_share(self.ingrid, participant_id=self.kari_id, wish=wish, now=self.now)
        self.said[key] = Said(to.seat_id, items, until_on, yes=what == "share")

    def yes(self, key: UUID, months: int) -> None:
        actions.answer_noted(self.kari, grant_id=key, right=True, now=self.now)
        self._confirmed(key)

    def signs(self, key: UUID, months: int) -> None:
        actions.confirm_on_paper(self.ingrid, grant_id=key, now=self.now)
        self._confirmed(key)

    def no(self, key: UUID, months: int) -> None:
        actions.answer_noted(self.kari, grant_id=key, right=False, now=self.now)
        if not self.said[key].yes:
            self.said[key].over = True

    def take_back(self, key: UUID, months: int) -> None:
        actions.take_back(self.kari, grant_id=key, now=self.now)
        if not self.said[key].over:
            self._end_beside(key)
            self.said[key].over = True

    def tell_all(self, key: UUID, months: int) -> None:
        actions.take_back_told(self.ingrid, participant_id=self.kari_id, now=self.now)
        for said in self.said.values():
            said.over = True

    def extend(self, key: UUID, months: int) -> None:
        until_on = self.today + relativedelta(months=months)
        actions.extend(self.kari, grant_id=key, until_on=until_on, now=self.now)
        self.said[key].until_on = until_on

    def _confirmed(self, key: UUID) -> None:
        if not self.said[key].yes:
            self._end_beside(key)
            self.said[key].yes = True

    def _end_beside(self, key: UUID) -> None:
        for other, said in self.said.items():
            same = said.to == self.said[key].to and said.items & self.said[key].items
            if other != key and same and said.yes:
                said.over = True

    def readable(self, reader: Actor, key: UUID) -> frozenset[str]:
        said = self.said[key]
        mine = said.to == reader.seat_id and said.yes and not said.over and said.until_on >= self.today
        return said.items if mine else frozenset()

    def holds(self) -> None:
        words = {one.words: one.code for one in _declared()}
        for reader in self.readers:
            listed = {row.grant_id for row in queries.shared_with_me(reader, self.now)}
            for key in self.said:
                got: frozenset[str] = frozenset()
                with suppress(NotFound):
                    read = actions.read_shared(reader, grant_id=key, language="nb", now=self.now)
                    got = frozenset(words[item.words] for item in read.items)
                assert got == self.readable(reader, key)
                assert (key in listed) == bool(got)


def _declared() -> list[object]:
    from stegvis.areas.privacy.models import items

    return list(items())


steps = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, 2),
        st.sets(st.sampled_from(ITEMS), min_size=1).map(frozenset),
        st.sampled_from([1, 3, 12]),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=12,
)
History = list[tuple[str, int, frozenset[str], int, int]]


def walk(history: History) -> None:
    with transaction.atomic():
        house = Ledger()
        for step in history:
            house.step(*step)
        house.holds()
        transaction.set_rollback(True)


@histories(40)
@given(steps)
def test_nothing_is_read_without_a_running_yes_to_that_very_thing(history):
    walk(history)


@pytest.mark.proof
@histories(1000)
@given(steps)
def test_nothing_is_read_in_a_thousand_histories(history):
    walk(history)


def broken(history: History, breaks: Callable[[pytest.MonkeyPatch], None]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        breaks(patch)
        with pytest.raises(AssertionError):
            walk(history)


GIVEN_AND_TAKEN_BACK: History = [
    ("share", 0, frozenset(ITEMS), 3, 0),
    ("take_back", 0, frozenset(ITEMS), 3, 0),
]
NOTED: History = [("note", 0, frozenset(ITEMS), 3, 0)]
RUN_OUT: History = [("share", 0, frozenset(ITEMS), 1, 0), ("wait", 0, frozenset(ITEMS), 3, 0)]


def test_with_a_guard_gone_the_ledger_notices():
    """Without the rule, the day passes and it is still read; without both, the noted and the taken back are too."""
    from django.db.models import Q

    from stegvis.areas.privacy.actions import reading
    from stegvis.areas.privacy.models import Grant
    from stegvis.kernel.roles import Role

    def no_rule(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(reading, "opens", lambda *given, **named: True)

    def no_guard(patch: pytest.MonkeyPatch) -> None:
        no_rule(patch)
        patch.setattr(Grant, "VISIBLE_TO", dict.fromkeys(Role, lambda actor: Q()))

    for history in (GIVEN_AND_TAKEN_BACK, NOTED, RUN_OUT):
        walk(history)
    broken(RUN_OUT, no_rule)
    broken(NOTED, no_guard)
    broken(GIVEN_AND_TAKEN_BACK, no_guard)
