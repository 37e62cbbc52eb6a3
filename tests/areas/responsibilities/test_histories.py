"""Whatever people do with tasks, in whatever order: generated histories through the actions (catalogue A.9)."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.people.models import Seat
from stegvis.areas.responsibilities import actions, queries
from stegvis.areas.responsibilities.models import Responsibility
from stegvis.areas.responsibilities.rules import Purpose, Said, TaskKind
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import OrganisationOwned
from stegvis.kernel.roles import EMPLOYED
from tests.areas.histories import histories
from tests.areas.staffing.scene import all_on_duty
from tests.factories.admission import NOW, participant_of
from tests.factories.groups import sessions_in
from tests.support import given as seen

from .scene import Scene

pytestmark = pytest.mark.django_db
ITS_OWN = ("responsibilities", "kernel")
TOLD_OF_IT = {"messages.Message", "messages.Delivery"}


class House(Scene):
    """Two people, and those who work here; somebody falls ill, leaves, comes back."""

    def __init__(self) -> None:
        super().__init__(people=2)
        self.now = NOW
        self.switched_on, self.version = True, 1

    def step(self, what: str, who: int) -> None:
        self.now += timedelta(minutes=1)
        with suppress(Refused, NotAllowed, NotFound, Changed), transaction.atomic():
            getattr(self, what)(self.people[who])

    # What people do

    def wish(self, she: Actor) -> None:
        actions.wish(she, task_id=self.coffee, now=self.now)

    def choose(self, she: Actor) -> None:
        actions.wish(she, task_id=self.coffee, purpose=Purpose.MASTERY, now=self.now)

    def note(self, she: Actor) -> None:
        actions.note_wish(
            self.ingrid,
            task_id=self.coffee,
            participant_id=participant_of(she).pk,
            terms=self.terms(),
            now=self.now,
        )

    def agree(self, she: Actor) -> None:
        self._agree(she, self.terms())

    def agree_without_guide(self, she: Actor) -> None:
        self._agree(she, self.terms(guide_seat_id=None))

    def agree_with_a_participant(self, she: Actor) -> None:
        self._agree(she, self.terms(guide_seat_id=she.seat_id))

    def agree_for_nothing(self, she: Actor) -> None:
        self._agree(she, self.terms(purpose=None, review_on=None))

    def agree_until_today(self, she: Actor) -> None:
        self._agree(she, self.terms(review_on=self.now.date()))

    def agree_until_tomorrow(self, she: Actor) -> None:
        """The next meeting comes after the day on which they talk about whether it is good for her."""
        self._agree(she, self.terms(review_on=self.now.date() + timedelta(days=1)))

    def yes(self, she: Actor) -> None:
        row = self.hers(she)
        actions.say_yes(she, responsibility_id=row.pk, version=row.version, now=self.now)

    def yes_to_the_last(self, she: Actor) -> None:
        row = self.hers(she)
        actions.say_yes(she, responsibility_id=row.pk, version=row.version - 1, now=self.now)

    def sign(self, she: Actor) -> None:
        row = self.hers(she)
        day = self.now.date()
        actions.sign_on_paper(
            self.ingrid, responsibility_id=row.pk, version=row.version, signed_on=day, now=self.now
        )

    def good(self, she: Actor) -> None:
        how = {"said": Said.GOOD, "words": "Fine", "shared": False}
        actions.say_how_it_is(she, responsibility_id=self.hers(she).pk, **how, now=self.now)

    def back(self, she: Actor) -> None:
        actions.hand_back(she, responsibility_id=self.hers(she).pk, now=self.now)

    def end(self, she: Actor) -> None:
        actions.end(self.ingrid, responsibility_id=self.hers(she).pk, now=self.now)

    def ill(self, she: Actor) -> None:
        self.fall_ill(self.ingrid, self.now)

    def guide_ill(self, she: Actor) -> None:
        self.fall_ill(self.odd, self.now)

    def well(self, she: Actor) -> None:
        for who in (self.ingrid, self.odd):
            self.be_back(who, self.now)

    def a_third_comes(self, she: Actor) -> None:
        """Enough staff are there now without the one who goes along with her."""
        for session in sessions_in(self.ingrid, self.round):
            all_on_duty(self.berit, session, [self.berit])

    def guide_leaves(self, she: Actor) -> None:
        with seen(self.odd):
            Seat.objects.filter(pk=self.odd.seat_id).update(until_on=self.now.date() - timedelta(days=1))

    def hand_over(self, she: Actor) -> None:
        actions.pass_guiding_on(
            self.berit,
            from_seat=self.odd.seat_id,  # type: ignore[arg-type]
            to_seat=self.ingrid.seat_id,  # type: ignore[arg-type]
            now=self.now,
        )

    def switch(self, she: Actor) -> None:
        actions.decide_tasks(
            self.berit,
            listing_id=self.lunch.pk,
            possible=not self.switched_on,
            kinds=[TaskKind.COFFEE],
            version=self.version,
            now=self.now,
        )
        self.switched_on, self.version = not self.switched_on, self.version + 1

    def _agree(self, she: Actor, terms: actions.Terms) -> None:
        row = self.hers(she)
        actions.agree_on(
            self.ingrid, responsibility_id=row.pk, terms=terms, version=row.version, now=self.now
        )

    def hers(self, she: Actor) -> Responsibility:
        with seen(self.ingrid):
            row = Responsibility.objects.filter(participant_id=participant_of(she).pk).first()
        if row is None:
            raise NotFound
        return row

    # What holds

    def what_is_hers_has_all_of_it(self) -> None:
        """S1-27, S1-28: read from the tables and the roster, not by the rules that are to be shown."""
        for she in self.people:
            for task in queries.my_tasks(she, self.now, "en").mine:
                if not task.next_is_mine:
                    continue
                row, meeting = self.hers(she), task.next
                assert meeting is not None
                assert row.own_yes_on is not None
                assert row.purpose in {Purpose.MASTERY, Purpose.SOCIAL_SKILLS}
                assert row.review_on is not None
                assert row.review_on >= meeting.on
                assert self._is_employed(row.guide_id)
                assert self.switched_on
                told = staffing.staffed(self.ingrid, [meeting.session_id], self.now)[meeting.session_id]
                assert told.can_be_held
                assert row.guide_id in told.seats
                assert not {participant.user_id for participant in self.people} & self._users(told.seats)

    def _is_employed(self, seat_id: Any) -> bool:
        today = self.now.date()
        with seen(self.ingrid):
            seat = Seat.objects.get(pk=seat_id)
        return seat.role in EMPLOYED and seat.is_taken and (seat.until_on is None or seat.until_on >= today)

    def _users(self, seats: Any) -> set[Any]:
        with seen(self.ingrid):
            return set(Seat.objects.filter(pk__in=seats).values_list("user_id", flat=True))


STEPS = [
    *["wish", "choose", "note", "agree", "agree", "yes", "yes", "sign", "good", "back", "end"],
    *["agree_without_guide", "agree_with_a_participant", "agree_for_nothing", "agree_until_today"],
    "agree_until_tomorrow",
    *["yes_to_the_last", "ill", "guide_ill", "well", "guide_leaves", "hand_over", "switch", "a_third_comes"],
]
A_STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 1))
RUNNING = [("choose", 0), ("agree", 0), ("yes", 0)]


@pytest.mark.requirement("S1-27")
@pytest.mark.requirement("S1-28")
@histories(6)
@example([*RUNNING, ("a_third_comes", 0), ("guide_leaves", 0)])
@example([*RUNNING, ("a_third_comes", 0), ("guide_ill", 0)])
@example([("choose", 0), ("agree_until_tomorrow", 0), ("yes", 0)])
@example([*RUNNING, ("ill", 0), ("note", 1), ("yes", 1), ("well", 0), ("guide_leaves", 0)])
@example(
    [("note", 0), ("sign", 0), ("guide_ill", 0), ("well", 0), ("switch", 0), ("switch", 0), ("hand_over", 0)]
)
@given(st.lists(A_STEP, min_size=6, max_size=14).map(lambda steps: [*RUNNING, *steps]))
def test_what_is_somebodys_has_all_four_and_a_meeting_that_can_do_without_her(history: list[tuple[str, int]]):
    house = House()
    for step in history:
        house.step(*step)
        house.what_is_hers_has_all_of_it()


def _everything_else(house: House) -> dict[str, list[Any]]:
    """Every row of the house in every table, but this area's own, the journal, and what was told of it."""
    found = {}
    with seen(house.ingrid):
        for model in apps.get_models():
            label, ours = model._meta.label, issubclass(model, OrganisationOwned)
            if ours and model._meta.app_label not in ITS_OWN and label not in TOLD_OF_IT:
                found[label] = _rows(model, house)
    return found


def _rows(model: type[models.Model], house: House) -> list[Any]:
    fields = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.filter(organisation_id=house.centre.pk)
    return sorted((tuple(map(str, row)) for row in rows.values_list(*fields)), key=str)


ENDS = st.sampled_from(["back", "end"])
BEGINS: list[list[str]] = [["wish"], ["choose", "agree"], ["note"], ["choose", "agree", "yes", "good"]]


@pytest.mark.requirement("S1-29")
@histories(6)
@example(["choose", "agree", "yes", "good"], "back")
@given(st.sampled_from(BEGINS), ENDS)
def test_ending_or_refusing_changes_nothing_else_she_has(begin: list[str], end: str):
    house = House()
    for step in begin:
        house.step(step, 0)
    before = _everything_else(house)
    house.step(end, 0)
    with pytest.raises(NotFound):
        house.hers(house.kari)
    assert _everything_else(house) == before
    assert sum(map(len, before.values())) > 20, "else this would say nothing"
