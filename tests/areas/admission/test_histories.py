"""Whatever is said in talks, in whatever order and by whom: no answer is for ever, and none closes a door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.roles import Role
from stegvis.ui import dates
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.browsers import english, page_of
from tests.factories.admission import NOW, a_held_talk, an_offering
from tests.factories.groups import a_round, places_in
from tests.faults.forms import text_of

pytestmark = pytest.mark.django_db
NEXT_YEAR = (NOW + timedelta(days=500)).date()
WHENEVER = "Ask whenever you like."


Choices = tuple[Choice | None, Choice | None]
Step = tuple[str, Role, Choices, int | None]


def _said(listing_id: UUID, choice: Choice) -> ChoiceSaid:
    return ChoiceSaid(listing_id, choice, True, True)


class Talks(Centre):
    """One person, two offerings with room for everybody, and talks that come to something else each time."""

    def __init__(self, documentation: DocumentationMode) -> None:
        super().__init__(people=1)
        house = self.organisation.pk
        self.kari, self.kari_id = self.people[0], self.ids[0]
        self.offerings = [an_offering(house, documentation=documentation).pk for _ in range(2)]
        self.rounds = [
            a_round(self.adviser, one, capacity=None, until_on=NEXT_YEAR, recurrence="FREQ=MONTHLY;BYDAY=1TH")
            for one in self.offerings
        ]

        actions.start_talk(self.adviser, participant_id=self.kari_id, now=self.now)

    def step(self, what: str, role: Role, choices: Choices, days: int | None) -> None:
        with self.trying():
            getattr(self, what)(self.staff[role], choices, days)

    def begin(self, staff: Actor, *anything: object) -> None:
        actions.start_talk(staff, participant_id=self.kari_id, now=self.now)

    def say(self, staff: Actor, choices: Choices, days: int | None) -> None:
        """They talk about some offerings, and about when to talk again: so many days from now, or whenever."""
        talk = self.latest_talk(0)
        actions.save_talk(
            staff,
            talk_id=talk.pk,
            words=TalkWords(review_on=None if days is None else self.day(days)),
            choices=[
                _said(one, choice) for one, choice in zip(self.offerings, choices, strict=True) if choice
            ],
            version=talk.version,
            now=self.now,
        )

    def hold(self, staff: Actor, choices: Choices, days: int | None) -> None:
        talk = self.latest_talk(0)
        held_on = None if days is None else self.day(-days)
        actions.hold_talk(staff, talk_id=talk.pk, version=talk.version, held_on=held_on, now=self.now)

    def held_before(self, staff: Actor, choices: Choices, days: int | None) -> None:
        held_on = self.day(-(days or 0))
        actions.record_talk_held_before(staff, participant_id=self.kari_id, held_on=held_on, now=self.now)

    def ask(self, *anything: object) -> None:
        actions.ask_for_talk(self.kari, listing_id=self.offerings[0], how_to_reach=None, now=self.now)

    def time_passes(self, staff: Actor, choices: Choices, days: int | None) -> None:
        self.now += timedelta(days=abs(days or 1))

    def day(self, days: int) -> date:
        return self.now.date() + timedelta(days=days)

    # What always holds

    def no_answer_is_for_ever(self) -> None:
        """What stands with each "not now": a day that is still to come, or that she asks whenever she likes."""
        talk = queries.my_talk(self.kari, "en").talk
        if talk is None or not talk.not_now:
            return
        review_on = talk.words.review_on
        to_come = review_on is not None and review_on >= self.day(0)
        says = f"again on {dates.day(review_on, 'en', year=True)}" if to_come else WHENEVER
        for actor, address in ((self.kari, "/me/talk/"), (self.adviser, f"/desk/talks/{talk.talk_id}/")):
            if actor is self.kari or (talk.held_on and talk.keeps_words):
                assert says in text_of(page_of(english(actor), address))

    def she_can_ask_again(self) -> None:
        """For a talk, at once; for a place, with her own hand; and for what she did not want, in the next talk."""
        actions.ask_for_talk(self.kari, listing_id=self.offerings[1], how_to_reach=None, now=self.now)
        self.now += timedelta(minutes=1)
        if queries.clarification_of(self.adviser, self.kari_id):
            self.she_takes_each_place()
        actions.start_talk(self.adviser, participant_id=self.kari_id, now=self.now)
        self.say(self.adviser, (Choice.NOW, Choice.NOW), None)
        self.hold(self.adviser, (None, None), None)
        said = queries.clarification_of(self.adviser, self.kari_id)
        assert said is not None
        assert said.now == set(self.offerings)
        self.she_takes_each_place()

    def she_takes_each_place(self) -> None:
        for round_id in self.rounds:
            place_id = groups.take_place(self.kari, round_id=round_id, now=self.now)
            groups.leave_place(self.kari, place_id=place_id, now=self.now)


CHOICES = st.tuples(*[st.sampled_from([None, Choice.NOW, Choice.MAYBE_LATER, Choice.NOT_FOR_ME])] * 2)
DAYS = st.sampled_from([None, -2, 0, 1, 40])
STEPS = st.tuples(
    st.sampled_from(["begin", "say", "say", "hold", "held_before", "ask", "time_passes"]),
    AT_THE_DESK,
    CHOICES,
    DAYS,
)


A_NO_WHOSE_DAY_HAS_PASSED = [
    ("say", Role.ADVISER, (Choice.NOT_FOR_ME, None), 1),
    ("time_passes", Role.ADVISER, (None, None), 2),
]


@pytest.mark.requirement("S1-13")
@histories(12)
@example(DocumentationMode.WITHOUT_NAMES, A_NO_WHOSE_DAY_HAS_PASSED)
@given(st.sampled_from(DocumentationMode), st.lists(STEPS, min_size=8, max_size=25))
def test_no_history_of_talks_leaves_a_no_that_is_for_ever(
    documentation: DocumentationMode, history: list[Step]
):
    house = Talks(documentation)
    for step in history:
        house.step(*step)
    with time_machine.travel(house.now, tick=False):
        house.no_answer_is_for_ever()
        house.she_can_ask_again()


# Talks about what happened (S2-07)

YES_OR_NO = {"accepted": True, "declined": False}


class Answers(Centre):
    """One person after the other comes to the same lunch; they differ in what they said about such talks alone."""

    def __init__(self, *, gated: bool, full: bool, open_for_new: bool) -> None:
        super().__init__(people=4)
        self.lunch = an_offering(self.organisation.pk, gated=gated)
        self.round_id = a_round(self.adviser, self.lunch.pk, capacity=1)
        if full:
            a_held_talk(self.adviser, self.ids[-1])
            groups.take_place(self.people[-1], round_id=self.round_id, now=self.now)
        groups.open_round(self.adviser, round_id=self.round_id, open_for_new=open_for_new, now=self.now)

    def said(self, who: int, answers: list[str], choice: Choice | None) -> None:
        """A talk for each answer, which comes to the same in all other things."""
        for answer in answers:
            self.now += timedelta(minutes=1)
            actions.start_talk(self.adviser, participant_id=self.ids[who], now=self.now)
            talk = self.latest_talk(who)
            version = actions.save_talk(
                self.adviser,
                talk_id=talk.pk,
                words=TalkWords(wants_talks=YES_OR_NO.get(answer, False)),
                choices=[_said(self.lunch.pk, choice)] if choice else [],
                version=talk.version,
                now=self.now,
            )
            actions.hold_talk(self.adviser, talk_id=talk.pk, version=version, now=self.now)

    def comes_of_asking(self, who: int) -> list[str]:
        """What the doors answer her, each tried as if it were the only one."""
        client = english(self.people[who])
        found = [self._page(client, f"/join/{self.lunch.slug}/{page}") for page in ("", "place/")]
        here = {"round_id": self.round_id, "now": self.now}
        by_staff = {"participant_id": self.ids[who], **here}
        for attempt in (
            lambda: groups.take_place(self.people[who], **here),
            lambda: groups.ask_for_next_place(self.people[who], **here),
            lambda: groups.give_place(self.adviser, **by_staff),
        ):
            with transaction.atomic():
                found.append(self._state_after(attempt, who))
                transaction.set_rollback(True)
        return found

    def _page(self, client: Client, address: str) -> str:
        answer = client.get(address)
        return answer.headers.get("Location") or text_of(answer.content.decode())

    def _state_after(self, attempt: Callable[[], UUID], who: int) -> str:
        try:
            place_id = attempt()
        except Refused as refusal:
            return str(refusal.reason)
        (place,) = [one for one in places_in(self.adviser, self.round_id) if one.pk == place_id]
        return str(place.state)


TALKS = st.lists(st.sampled_from(["accepted", "declined", "nothing"]), min_size=1, max_size=3)


@pytest.mark.requirement("S2-07")
@histories(8)
@example((["nothing"], ["declined"], ["accepted"]), Choice.NOW, True, False, True)
@given(
    st.tuples(TALKS, TALKS, TALKS),
    st.sampled_from([None, *Choice]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_a_place_never_depends_on_a_yes_to_talks_about_what_happened(
    answers: tuple[list[str], ...], choice: Choice | None, gated: bool, full: bool, open_for_new: bool
):
    house = Answers(gated=gated, full=full, open_for_new=open_for_new)
    for who, said in enumerate(answers):
        house.said(who, said, choice)
    with time_machine.travel(house.now, tick=False):
        first, *others = [house.comes_of_asking(who) for who in range(len(answers))]
    assert others == [first, first]
