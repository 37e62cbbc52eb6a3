"""Whoever reads, ticks, writes anew or takes back, in whatever order: only her own yes to today's words counts."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.rules import Subject, mark_of
from stegvis.areas.directory.models import Listing, ListingText
from stegvis.areas.people.models import Organisation
from stegvis.kernel.roles import Role
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.factories.admission import an_offering
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE = 2
Text = tuple[Subject, UUID | None]
"""What is read: the rules of one offering, or a text of the whole house."""


class Readers(Centre):
    """Two people, two offerings; who said yes to which words, as plain dictionaries."""

    def __init__(self) -> None:
        super().__init__(PEOPLE, guidelines="Sober. 0")
        self.offerings: list[Listing] = [an_offering(self.organisation.pk) for _ in range(2)]
        self.edition = 0
        self.words: dict[Text, str] = {(Subject.CENTRE, None): "Sober. 0"}
        for offering in self.offerings:
            self._write(offering, "Kind. 0")
        self.promise = self._shown(0, self.offerings[0])[Subject.PROMISE]
        self.pages: dict[tuple[int, int], dict[Subject, str]] = {}
        self.yes: dict[tuple[int, Text], str] = {}
        self.noted: set[tuple[int, Text]] = set()

    def step(self, what: str, who: int, where: int, role: Role, subjects: frozenset[Subject]) -> None:
        with self.trying():
            getattr(self, what)(who, where, role, subjects)

    def open_page(self, who: int, where: int, *anything: object) -> None:
        """She opens the page; what it says may be old by the time she sends it."""
        self.pages[who, where] = self._shown(who, self.offerings[where])

    def tick(self, who: int, where: int, role: Role, subjects: frozenset[Subject]) -> None:
        read = self._read(who, where, subjects)
        listing = self.offerings[where].pk
        actions.introduce_oneself(self.people[who], listing_id=listing, read=read, now=self.now)
        self._said_yes(who, where, read)

    def go_through(self, who: int, where: int, role: Role, subjects: frozenset[Subject]) -> None:
        """From the page that is open: somebody at the desk notes that she said yes."""
        read = self._read(who, where, subjects)
        actions.introduce(
            self.staff[role],
            participant_id=self.ids[who],
            listing_id=self.offerings[where].pk,
            read=read,
            now=self.now,
        )
        self.noted |= self._said_yes(who, where, read)

    def not_so(self, who: int, where: int, *anything: object) -> None:
        """She says that she has not gone through anything with anybody."""
        listing = self.offerings[where].pk
        actions.answer_introductions(self.people[who], listing_id=listing, right=False, now=self.now)
        for text in self._texts(where):
            if (who, text) in self.noted:
                self.noted.discard((who, text))
                self.yes.pop((who, text))

    def right(self, who: int, where: int, *anything: object) -> None:
        listing = self.offerings[where].pk
        actions.answer_introductions(self.people[who], listing_id=listing, right=True, now=self.now)
        self.noted -= {(who, text) for text in self._texts(where)}

    def write_for_the_house(self, *anything: object) -> None:
        self.edition += 1
        self.words[Subject.CENTRE, None] = words = f"Sober. {self.edition}"
        with seen(self.organisation.pk):
            Organisation.objects.filter(pk=self.organisation.pk).update(guidelines=words)

    def write_for_the_offering(self, who: int, where: int, *anything: object) -> None:
        self.edition += 1
        self._write(self.offerings[where], f"Kind. {self.edition}")

    def holds(self, where: int) -> None:
        """What is open for each of them before this offering, as the adviser sees it."""
        found = queries.introductions_open(self.adviser, self.offerings[where].pk, self.ids)
        assert found == {person: self._open(who, where) for who, person in enumerate(self.ids)}

    def holds_on_her_own_page(self, who: int, where: int) -> None:
        listing = self.offerings[where].pk
        found = queries.introductions_for(self.people[who], self.ids[who], listing)
        assert found.open == self._open(who, where)

    def _open(self, who: int, where: int) -> frozenset[Subject]:
        texts = self._texts(where)
        return frozenset(text[0] for text in texts if self.yes.get((who, text)) != self._mark(text))

    def _said_yes(self, who: int, where: int, read: dict[Subject, str]) -> set[tuple[int, Text]]:
        """Her first yes to the words counts; whoever says it once more changes nothing."""
        said = {(who, text): read[text[0]] for text in self._texts(where) if text[0] in read}
        new = {key for key, mark in said.items() if self.yes.get(key) != mark}
        self.yes |= said
        self.noted -= new
        return new

    def _read(self, who: int, where: int, subjects: frozenset[Subject]) -> dict[Subject, str]:
        page = self.pages.get((who, where)) or self._shown(who, self.offerings[where])
        return {subject: page[subject] for subject in subjects}

    def _shown(self, who: int, offering: Listing) -> dict[Subject, str]:
        shown = queries.introductions_for(self.people[who], self.ids[who], offering.pk)
        return {part.subject: part.mark for part in shown.parts}

    def _texts(self, where: int) -> list[Text]:
        mine = self.offerings[where].pk
        return [(Subject.OFFERING, mine), (Subject.CENTRE, None), (Subject.PROMISE, None)]

    def _mark(self, text: Text) -> str:
        return mark_of(self.words[text]) if text in self.words else self.promise

    def _write(self, offering: Listing, words: str) -> None:
        self.words[Subject.OFFERING, offering.pk] = words
        with seen(self.organisation.pk):
            ListingText.objects.filter(listing=offering).update(guidelines=words)


STEPS = st.tuples(
    st.sampled_from(
        [
            "open_page",
            *["tick", "go_through"] * 2,
            "not_so",
            "right",
            "write_for_the_house",
            "write_for_the_offering",
        ]
    ),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
    AT_THE_DESK,
    st.frozensets(st.sampled_from([Subject.OFFERING, Subject.CENTRE, Subject.PROMISE]), min_size=1),
)


@pytest.mark.requirement("S1-17")
@histories(12)
@given(st.lists(STEPS, min_size=8, max_size=25))
def test_only_her_own_yes_to_the_newest_words_closes_an_introduction(
    history: list[tuple[str, int, int, Role, frozenset[Subject]]],
):
    readers = Readers()
    for step in history:
        readers.step(*step)
        readers.holds(step[2])
    for who, where in product(range(PEOPLE), range(2)):
        readers.holds(where)
        readers.holds_on_her_own_page(who, where)
