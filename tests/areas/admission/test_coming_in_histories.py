"""Coming in, in any order of tries: no door opens below the age, and no question about a life has to be answered."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID, uuid4

import pytest
import time_machine
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.forms import TalkForm
from stegvis.areas.admission.models import OfferingChoice, Talk, TalkRequest
from stegvis.areas.admission.rules import Choice, ChoiceSaid, Subject, TalkWords
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Place
from stegvis.areas.people.models import Draft, LoginCode, Participant, Seat, User
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from tests.areas.histories import Centre, histories
from tests.browsers import english
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round, sessions_in
from tests.support import given as seen

Choices = tuple[Choice | None, Choice | None]
pytestmark = pytest.mark.django_db
SECRETS = ("cup path birch rain", "four other long words")
ROWS: tuple[type[models.Model], ...] = (
    *(User, LoginCode, Seat, Participant, Draft, TalkRequest, Talk, OfferingChoice, Place, JournalEntry),
)


class Door(Centre):
    """A house with its own minimum age, one offering that a talk comes before and one that is open to all."""

    def __init__(self, minimum_age: int) -> None:
        super().__init__(people=0, minimum_age=minimum_age)
        self.offerings = [an_offering(self.organisation.pk, gated=gated) for gated in (True, False)]
        self.keys: list[UUID] = [uuid4(), uuid4()]
        self.client = Client()
        self.came: set[UUID] = set()
        self.before = self.rows()

    def try_form(self, age: str, where: int, key: int, secret: int) -> None:
        """With the form, in the browser that stands there."""
        answers = {"nickname": "Kari", "secret": SECRETS[secret], "key": str(self.keys[key])}
        answers |= {"over_minimum_age": age} if age else {}
        answer = self.client.post(f"/join/{self.offerings[where].slug}/", answers)
        assert answer.status_code == 422

    def try_what_comes_after(self, age: str, where: int, key: int, secret: int) -> None:
        """Straight to what a participant does next, with whatever the browser holds by now."""
        slug = self.offerings[where].slug
        for path, sent in (
            (f"/join/{slug}/", {"way": "come_by"}),
            (f"/join/{slug}/place/", {"round": str(uuid4())}),
            ("/me/talk/", {"do": "reach", "way": ""}),
        ):
            assert self.client.post(path, sent).status_code in {302, 403}

    def try_action(self, age: str, where: int, key: int, secret: int) -> None:
        """Past the page."""
        with self.trying():
            actions.come_in(
                Actor.visitor(self.organisation.pk),
                listing_id=self.offerings[where].pk,
                gated=not where,
                nickname="Kari",
                language="nb",
                adviser_may_let_in=bool(key),
                over_minimum_age=False,
                secret=SECRETS[secret],
                wanted_id=self.keys[key],
                now=self.now,
            )

    def new_browser(self, *anything: object) -> None:
        self.client = Client()

    def rows(self) -> dict[str, int]:
        """How much of each there is about anybody in this house."""
        with seen(self.organisation.pk):
            return {model.__name__: model._base_manager.count() for model in ROWS}


TRIES = st.tuples(
    st.sampled_from(["try_form", "try_form", "try_action", "try_what_comes_after", "new_browser"]),
    st.sampled_from(["no", "no", "", "17", "false", "No"]),
    st.integers(0, 1),
    st.integers(0, 1),
    st.integers(0, 1),
)


@pytest.mark.requirement("S2-01")
@histories(12)
@given(st.sampled_from([16, 18, 21]), st.lists(TRIES, min_size=3, max_size=12))
def test_below_the_age_no_order_of_tries_opens_the_door(
    minimum_age: int, tries: list[tuple[str, str, int, int, int]]
):
    door = Door(minimum_age)
    for what, *how in tries:
        getattr(door, what)(*how)
    assert door.rows() == door.before
    assert "seat" not in door.client.session


A_BIRTHDAY = re.compile(r"birth|born|(^|_)(dob|age|ages|year)(_|$)|fodsel|fodt|foedt|fodelse", re.IGNORECASE)
OF_THE_HOUSE = {"people.Organisation.minimum_age"}


@pytest.mark.requirement("S2-01")
def test_no_model_keeps_when_somebody_was_born():
    found = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if A_BIRTHDAY.search(field.name)
    }
    assert found == OF_THE_HOUSE


# Nothing has to be answered (S1-20)

IN_THE_TALK = {
    "good_for_me": "Somewhere to be",
    "good_to_know": "I sit by the door",
    "greeting": "greet",
    "if_it_does_not_fit": "I say so",
    "wants_talks": "on",
    "review_on": "2026-12-20",
    "held_on": "2026-11-20",
}
"""An answer to each question of the talk about the person."""


class Table(Centre):
    """Two people who have begun their talk: one on the screen, the other past it."""

    def __init__(self, documentation: DocumentationMode) -> None:
        super().__init__(people=2)
        house = self.organisation.pk
        self.offerings = [an_offering(house, documentation=documentation).pk for _ in range(2)]
        self.talks = [actions.start_talk(self.adviser, participant_id=one, now=NOW) for one in self.ids]

    def on_the_screen(self, answered: dict[str, str], choices: Choices) -> None:
        sent = {"version": "1", "do": "hold", **answered}
        for listing_id, choice in self._talked_about(choices):
            sent |= {f"{listing_id}-choice": choice, f"{listing_id}-by_person": "on"}
            sent[f"{listing_id}-by_adviser"] = "on"
        answer = english(self.adviser).post(f"/desk/talks/{self.talks[0]}/", sent)
        assert answer.status_code == 303

    def past_the_screen(self, answered: dict[str, str], choices: Choices) -> None:
        words = {name: words for name, words in answered.items() if name not in {"held_on", "review_on"}}
        review_on = date.fromisoformat(answered["review_on"]) if "review_on" in answered else None
        held_on = date.fromisoformat(answered["held_on"]) if "held_on" in answered else None
        version = actions.save_talk(
            self.adviser,
            talk_id=self.talks[1],
            words=TalkWords(**{**words, "wants_talks": "wants_talks" in words}, review_on=review_on),
            choices=[ChoiceSaid(one, choice, True, True) for one, choice in self._talked_about(choices)],
            version=1,
            now=NOW,
        )
        actions.hold_talk(self.adviser, talk_id=self.talks[1], version=version, held_on=held_on, now=NOW)

    def holds(self) -> None:
        """The talk is held, the same on both ways, and leaves no question open."""
        copies = [queries.my_talk(person, "en").talk for person in self.people]
        assert [copy.held_on is not None for copy in copies if copy] == [True, True]
        assert len({(copy.held_on, copy.words) for copy in copies if copy}) == 1

    def _talked_about(self, choices: Choices) -> list[tuple[UUID, Choice]]:
        said = zip(self.offerings, choices, strict=True)
        return [(listing_id, choice) for listing_id, choice in said if choice]


@pytest.mark.requirement("S1-20")
@histories(10)
@given(
    st.sampled_from(DocumentationMode),
    st.frozensets(st.sampled_from(sorted(IN_THE_TALK))),
    st.tuples(*[st.sampled_from([None, *Choice])] * 2),
)
def test_any_question_of_the_talk_can_be_left_out(
    documentation: DocumentationMode, names: frozenset[str], choices: Choices
):
    assert set(TalkForm.base_fields) == {"version", *IN_THE_TALK}
    table = Table(documentation)
    answered = {name: IN_THE_TALK[name] for name in sorted(names)}
    with time_machine.travel(NOW, tick=False):
        table.on_the_screen(answered, choices)
        table.past_the_screen(answered, choices)
    table.holds()


TICKS = {f"{subject}-read": "on" for subject in Subject}
HER_FORMS: dict[str, dict[str, str]] = {
    "admission:join": {"way": "come_by", "phone": "400 00 000"},
    "admission:my_talk": {"way": "write", "phone": "400 00 000"},
    "messages:my_reach": {"way": "here", "address": "kari@example.org", "phone": "400 00 000"},
    "groups:this_time": {"words": "Say hi", "shared": "on"},
    "admission:introductions": TICKS,
}
"""The forms that ask a participant about herself, with an answer to each question."""
ALWAYS_SENT = {
    "admission:my_talk": {"do": "reach"},
    "groups:this_time": {"do": "aim"},
    "messages:my_reach": {"do": "choose"},
}
QUESTIONS = [(form, name) for form, answers in HER_FORMS.items() for name in answers]


@pytest.mark.requirement("S1-20")
@histories(10)
@given(st.frozensets(st.sampled_from(QUESTIONS)), st.booleans())
def test_any_question_to_a_participant_can_be_left_out(answered: frozenset[tuple[str, str]], tick: bool):
    house = Centre(people=1, guidelines="Sober.")
    lunch, open_house = (an_offering(house.organisation.pk, gated=gated) for gated in (True, False))
    round_id = a_round(house.adviser, open_house.pk)
    groups.take_place(house.people[0], round_id=round_id, now=NOW)
    keys = {
        "groups:this_time": {"session_id": sessions_in(house.adviser, round_id)[0].pk},
        "admission:join": {"slug": lunch.slug},
        "admission:introductions": {"slug": lunch.slug},
    }
    with time_machine.travel(NOW, tick=False):
        client = english(house.people[0])
        shown = queries.introductions_for(house.people[0], house.ids[0], lunch.pk)
        marks = {f"{part.subject}-mark": part.mark for part in shown.parts}
        for form, answers in HER_FORMS.items():
            sent = {name: words for name, words in answers.items() if (form, name) in answered}
            sent |= ALWAYS_SENT.get(form, {}) or (marks if answers is TICKS else {})
            answer = client.post(reverse(form, kwargs=keys.get(form)), sent)
            assert answer.status_code == 303, form
        newcomer = {"nickname": "Eva", "over_minimum_age": "yes", "secret": SECRETS[0]}
        newcomer |= {"adviser_may_let_in": "on"} if tick else {}
        assert Client().post(f"/join/{lunch.slug}/", newcomer).status_code == 303
