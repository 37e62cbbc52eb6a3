"""Whatever people do in the same house: nothing that one of them reads tells anything about another (S1-19)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.admission import actions as talks
from stegvis.areas.admission.queries import free_times
from stegvis.areas.admission.rules import Way as TalkWay
from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Place, Round
from stegvis.areas.messages import actions as letters
from stegvis.areas.messages import api as messages
from stegvis.areas.messages.models import Message
from stegvis.areas.messages.rules import kind_of
from stegvis.areas.outings import actions as outings
from stegvis.areas.outings.rules import Needs
from stegvis.areas.participation import actions as deciding
from stegvis.areas.participation.rules import DraftKind
from stegvis.areas.people.models import Participant
from stegvis.areas.privacy import api as privacy
from stegvis.areas.responsibilities import actions as responsibilities
from stegvis.areas.responsibilities import api as tasks_of
from stegvis.areas.responsibilities.models import Responsibility, Task
from stegvis.areas.responsibilities.rules import Purpose, Said, TaskKind
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.access.addresses import Address, addresses
from tests.access.world import path_to
from tests.areas.histories import Centre, histories
from tests.areas.outings.walks import planned
from tests.browsers import english
from tests.factories.admission import a_held_talk, an_offering
from tests.factories.groups import a_round, places_in, sessions_in
from tests.faults.forms import text_of
from tests.support import given as seen

pytestmark = pytest.mark.django_db
HERS = ("me/", "join/")
EVERYBODYS = "offerings/"
PEOPLE, KARI = 3, 0
OTHERS = range(1, PEOPLE)
A_MEETING_DAY = datetime(2026, 11, 26, 9, tzinfo=UTC)


def marked(who: int, what: str) -> str:
    """Something that only this person can have said."""
    return f"{what}{who}qzx"


def phone_of(who: int) -> str:
    return f"9{who}8 7{who}6 5{who}4"


class House(Centre):
    """Three people whose every word is unmistakable; a lunch with one place, a walk with room for all, and a working
    group in which nobody has chosen yet what the others call her.
    """

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        self.now = A_MEETING_DAY - timedelta(hours=1)
        house = self.organisation.pk
        self.offerings: list[Listing] = [an_offering(house), an_offering(house, "Thursday walk")]
        self.rounds = [
            a_round(self.adviser, offering.pk, capacity=capacity)
            for offering, capacity in zip(self.offerings, (1, None), strict=True)
        ]
        self.sessions = [sessions_in(self.adviser, round_id)[0].pk for round_id in self.rounds]
        planned(self.adviser, self.sessions[1])
        self.tasks = [self._allows_coffee(offering) for offering in self.offerings]
        self.working_group = deciding.start_group(self.adviser, name="The kitchen", now=self.now)
        for who, person_id in enumerate(self.ids):
            with seen(self.adviser):
                Participant.objects.filter(pk=person_id).update(nickname=marked(who, "nick"))
            a_held_talk(self.adviser, person_id, good_for_me=marked(who, "talk"))
            sits = {"group_id": self.working_group, "participant_id": person_id}
            deciding.add_participant(self.adviser, **sits, now=self.now)
            deciding.become_reader(self.people[who], now=self.now)
        self.draft = deciding.start_draft(
            self.adviser,
            title="Welcome",
            kind=DraftKind.POSTER,
            language="en",
            words="Come in.",
            now=self.now,
        )
        self.grants = [self._shares(person) for person in self.people]

    def _allows_coffee(self, offering: Listing) -> UUID:
        """The coffee there can be somebody's task."""
        coffee = [TaskKind.COFFEE]
        listing = {"listing_id": offering.pk, "version": 0}
        responsibilities.decide_tasks(self.adviser, possible=True, kinds=coffee, **listing, now=self.now)
        with seen(self.adviser):
            return Task.objects.get(offering__listing=offering).pk

    def _shares(self, person: Actor) -> UUID:
        """She lets the employee know how to reach her."""
        wish = privacy.Wish(
            recipient_id=self.staff[Role.EMPLOYEE].seat_id or self.organisation.pk,
            items=frozenset({"messages.reach"}),
            purpose=privacy.ShareFor.HELP,
            until_on=self.now.date() + timedelta(days=30),
        )
        return privacy.share(person, wish=wish, now=self.now)

    def step(self, what: str, who: int, where: int) -> None:
        with self.trying():
            getattr(self, what)(who, where)

    # What people do

    def read(self, who: int, where: int) -> None:
        """She suggests something in the draft, and says that she has read it."""
        said = {"about_words": marked(who, "about"), "words": marked(who, "instead")}
        deciding.suggest(self.people[who], draft_id=self.draft, version=1, **said, now=self.now)
        deciding.say_read(self.people[who], draft_id=self.draft, version=1, now=self.now)

    def willing(self, who: int, where: int) -> None:
        session_id = self.sessions[where]
        deciding.say_willing(self.people[who], session_id=session_id, now=self.now)

    def take(self, who: int, where: int) -> None:
        groups.take_place(self.people[who], round_id=self.rounds[where], now=self.now)

    def ask(self, who: int, where: int) -> None:
        groups.ask_for_next_place(self.people[who], round_id=self.rounds[where], now=self.now)

    def give(self, who: int, where: int) -> None:
        participant, round_id = self.ids[who], self.rounds[where]
        groups.ask_for_next_place(self.adviser, participant_id=participant, round_id=round_id, now=self.now)

    def leave(self, who: int, where: int) -> None:
        groups.leave_place(self.people[who], place_id=self._place(who, where), now=self.now)

    def accept(self, who: int, where: int) -> None:
        groups.accept_offer(self.people[who], place_id=self._place(who, where), now=self.now)

    def come_together(self, who: int, where: int) -> None:
        """With the one beside her."""
        other = (who + 1) % PEOPLE
        word = groups.make_company_word(self.people[who], place_id=self._place(who, where), now=self.now)
        place_id = self._place(other, where)
        groups.come_together(self.people[other], place_id=place_id, word=word, now=self.now)

    def write(self, who: int, where: int) -> None:
        letters.write(self.people[who], words=marked(who, "letter"), now=self.now)

    def answer(self, who: int, where: int) -> None:
        words = marked(who, "answer")
        letters.answer(self.adviser, participant_id=self.ids[who], words=words, now=self.now)

    def reach(self, who: int, where: int) -> None:
        address = f"{marked(who, 'mail')}@example.org"
        by_email = messages.Wanted(messages.Way.EMAIL, address=address, others_may_see=True)
        by_call = messages.Wanted(messages.Way.CALL, phone=phone_of(who))
        letters.choose_reach(self.people[who], wanted=(by_email, by_call)[where], now=self.now)

    def wish(self, who: int, where: int) -> None:
        """She asks to be called about a talk, and takes the first time there is, unless others have taken them all."""
        reach = {"how_to_reach": TalkWay.CALL, "phone": phone_of(who)}
        talks.ask_for_talk(self.people[who], listing_id=self.offerings[where].pk, **reach, now=self.now)
        times = {"starts": time(13), "until": time(15), "minutes": 60, "place": "", "weeks": 1}
        talks.offer_times(self.adviser, first_on=self.now.date() + timedelta(days=1), **times, now=self.now)
        for free in free_times(self.people[who], self.now)[:1]:
            talks.choose_time(self.people[who], time_id=free.time_id, now=self.now)
            if where:
                talks.call_off_time(self.adviser, time_id=free.time_id, now=self.now)

    def come(self, who: int, where: int) -> None:
        at = {"session_id": self.sessions[where], "now": self.now}
        groups.attend(self.adviser, participant_ids=[self.ids[who]], **at)

    def not_today(self, who: int, where: int) -> None:
        groups.say_not_today(self.people[who], session_id=self.sessions[where], now=self.now)

    def aim(self, who: int, where: int) -> None:
        words = marked(who, "aim")
        at = {"session_id": self.sessions[where], "now": self.now}
        groups.write_aim(self.people[who], words=words, shared=True, **at)

    def say_needs(self, who: int, where: int) -> None:
        needs = Needs(minutes=(10, 20, 30)[who], toilet=True)
        outings.say_needs(self.people[who], session_id=self.sessions[where], needs=needs, now=self.now)

    def like_a_task(self, who: int, where: int) -> None:
        """She would like to make the coffee, and says something about it."""
        person, task_id = self.people[who], self.tasks[where]
        made = responsibilities.wish(person, task_id=task_id, purpose=Purpose.MASTERY, now=self.now)
        responsibilities.say_how_it_is(
            person,
            responsibility_id=made,
            said=Said.CHANGE,
            words=marked(who, "task"),
            shared=True,
            now=self.now,
        )

    def hand_back(self, who: int, where: int) -> None:
        for one in tasks_of.my_tasks(self.people[who], self.now, "en").mine:
            if one.task_id == self.tasks[where]:
                responsibilities.hand_back(
                    self.people[who], responsibility_id=one.responsibility_id, now=self.now
                )

    def call_off(self, who: int, where: int) -> None:
        """The meeting after this one; everybody with a place is told."""
        later = sessions_in(self.adviser, self.rounds[where])[1].pk
        with seen(self.adviser):
            version = Round.objects.get(pk=self.rounds[where]).version
        groups.call_off_meeting(self.adviser, session_id=later, version=version, now=self.now)

    def _place(self, who: int, where: int) -> UUID:
        for place in reversed(places_in(self.adviser, self.rounds[where])):
            if place.participant_id == self.ids[who]:
                return place.pk
        raise NotFound

    # What Kari reads

    def pages(self, *under: str) -> dict[str, str]:
        """Every page under these addresses as it answers her, also where the address names what is somebody else's."""
        client = english(self.people[KARI])
        hers = [address for address in addresses() if address.route.startswith(under)]
        paths = [path_to(address, keys) for address in hers for keys in self._keys(address)]
        for path in ("/me/messages/", *(f"/me/places/{place.pk}/" for place in self._her_places())):
            client.get(path)  # opened, it is not new any more: that is her own doing
        return {path: _answer(client, path) for path in paths}

    def _her_places(self) -> list[Place]:
        places = [place for round_id in self.rounds for place in places_in(self.adviser, round_id)]
        return [place for place in places if place.participant_id == self.ids[KARI]]

    def _keys(self, address: Address) -> Iterator[dict[str, Any]]:
        with seen(self.adviser):
            places = list(Place.objects.filter(organisation_id=self.organisation.pk))
        there_are = {
            "slug": [offering.slug for offering in self.offerings],
            "place_id": [place.pk for place in places],
            "session_id": self.sessions,
            "group_id": [self.working_group],
            "draft_id": [self.draft],
            "round_id": self.rounds,
            "look_id": self._looks(),
            "grant_id": self.grants,
            "responsibility_id": self._tasks(),
        }
        names = [name for name, _ in address.keys]
        for values in product(*(there_are[name] for name in names)):
            yield dict(zip(names, values, strict=True))

    def _tasks(self) -> list[UUID]:
        with seen(self.adviser):
            rows = Responsibility.objects.filter(organisation_id=self.organisation.pk)
            return list(rows.values_list("pk", flat=True))

    def _looks(self) -> list[UUID]:
        """The latest look at each: hers and the others'."""
        with seen(self.adviser):
            looks = Look.objects.filter(organisation_id=self.organisation.pk).order_by("at", "pk")
            return list({look.about: look.pk for look in looks}.values())

    def told(self) -> list[str]:
        """What the house sends her, here or on the phone, also when it was taken back; in each language."""
        with seen(self.adviser):
            rows = list(Message.objects.filter(participant_id=self.ids[KARI]))
        words = []
        for row, language in product(rows, ("nb", "da", "sv", "en")):
            kind, arguments = kind_of(row.kind), json.loads(row.arguments or "{}")
            words += [str(kind.words(arguments, language)), kind.spoken(arguments, language), str(arguments)]
        return words

    def nobody_is_in(self, words: str) -> None:
        for who in OTHERS:
            for mark in (f"{who}qzx", phone_of(who), str(self.ids[who])):
                assert mark not in words


def _answer(client: Client, path: str) -> str:
    return client.get(path).content.decode()


STEPS = st.tuples(
    st.sampled_from(
        [
            *["take", "ask", "ask", "give", "leave", "accept", "come_together", "call_off"],
            *["write", "answer", "reach", "wish", "come", "not_today", "aim", "read", "willing"],
            "say_needs",
            *["like_a_task", "hand_back"],
        ]
    ),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
)
EVERYTHING = [
    (what, who, where)
    for what in (
        *("take", "ask", "reach", "write", "answer", "wish", "come", "not_today", "aim", "call_off"),
        *("read", "willing", "say_needs", "like_a_task", "come_together", "leave", "accept"),
    )
    for who, where in product(range(PEOPLE), range(2))
    if what != "leave" or who == KARI
]


@pytest.mark.requirement("S1-19")
@histories(3)
@example(EVERYTHING)
@given(st.lists(STEPS, min_size=10, max_size=40))
def test_nothing_that_one_person_reads_tells_about_another(history: list[tuple[str, int, int]]):
    house = House()
    for step in history:
        house.step(*step)
    with time_machine.travel(house.now, tick=False):
        before = house.pages(*HERS, EVERYBODYS)
        for words in (*before.values(), *house.told()):
            house.nobody_is_in(words)
        for who, where, what in product(OTHERS, range(2), ("come", "not_today", "aim", "say_needs")):
            house.step(what, who, where)
        after = house.pages(*HERS)
    assert all(text_of(words) == text_of(before[path]) for path, words in after.items())
