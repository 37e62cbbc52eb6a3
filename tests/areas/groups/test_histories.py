"""Whatever happens in whatever order, the invariants of A.9 hold: generated histories through the actions."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stegvis.areas.admission import actions as admission_actions
from stegvis.areas.admission.models import Talk
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords
from stegvis.areas.groups import actions
from stegvis.areas.groups.rules import PlaceState
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.groups import a_round, places_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE, CAPACITY = 4, 2


@dataclass
class Centre:
    """Four people, one lunch with two rounds of two places, and somebody in every seat that might try."""

    now: object = NOW
    people: list[Actor] = field(default_factory=list)

    def __post_init__(self) -> None:
        organisation = an_organisation()
        self.staff = {
            role: an_actor(organisation, role) for role in (Role.ADVISER, Role.MANAGER, Role.EMPLOYEE)
        }
        self.adviser = self.staff[Role.ADVISER]
        self.lunch = an_offering(organisation.pk).pk
        self.rounds = [a_round(self.adviser, self.lunch, capacity=CAPACITY) for _ in range(2)]
        self.people = [an_actor(organisation, Role.PARTICIPANT) for _ in range(PEOPLE)]
        self.ids = [participant_of(person).pk for person in self.people]

    def step(self, what: str, who: int, where: int, role: Role) -> None:
        self.now += timedelta(minutes=1)
        with suppress(Refused, NotAllowed, NotFound, Changed), transaction.atomic():
            getattr(self, what)(who, self.rounds[where], self.staff[role])

    def take(self, who: int, round_id: UUID, staff: Actor) -> None:
        actions.take_place(self.people[who], round_id=round_id, now=self.now)

    def give(self, who: int, round_id: UUID, staff: Actor) -> None:
        actions.give_place(staff, participant_id=self.ids[who], round_id=round_id, now=self.now)

    def leave(self, who: int, round_id: UUID, staff: Actor) -> None:
        for place in places_in(self.adviser, round_id):
            if place.participant_id == self.ids[who]:
                actions.leave_place(self.people[who], place_id=place.pk, now=self.now)

    def begin(self, who: int, round_id: UUID, staff: Actor) -> None:
        admission_actions.start_talk(staff, participant_id=self.ids[who], now=self.now)

    def say(self, who: int, round_id: UUID, staff: Actor) -> None:
        talk = self._talk(who)
        choice = list(Choice)[self.rounds.index(round_id)]
        admission_actions.save_talk(
            staff,
            talk_id=talk.pk,
            words=TalkWords(),
            choices=[ChoiceSaid(self.lunch, choice, True, True)],
            version=talk.version,
            now=self.now,
        )

    def hold(self, who: int, round_id: UUID, staff: Actor) -> None:
        talk = self._talk(who)
        admission_actions.hold_talk(staff, talk_id=talk.pk, version=talk.version, now=self.now)

    def close(self, who: int, round_id: UUID, staff: Actor) -> None:
        actions.open_round(staff, round_id=round_id, open_for_new=bool(who % 2), now=self.now)

    def _talk(self, who: int) -> Talk:
        with seen(self.adviser):
            talk = Talk.objects.filter(participant_id=self.ids[who]).order_by("-started_at").first()
        if talk is None:
            raise NotFound
        return talk

    def holds(self) -> None:
        """The invariants."""
        with seen(self.adviser):
            talked = set(
                Talk.objects.filter(held_on__isnull=False, adviser__role=Role.ADVISER).values_list(
                    "participant_id", flat=True
                )
            )
        for round_id in self.rounds:
            places = places_in(self.adviser, round_id)
            held = [place.participant_id for place in places if place.state == PlaceState.HELD]
            assert set(held) <= talked
            assert len(held) == len(set(held)) <= CAPACITY
            assert [place.number for place in places] == list(range(1, len(places) + 1))
            assert [place.since for place in places] == sorted(place.since for place in places)


STEPS = st.tuples(
    st.sampled_from(["take", "take", "give", "leave", "begin", "say", "hold", "hold", "close"]),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
    st.sampled_from([Role.ADVISER, Role.ADVISER, Role.MANAGER, Role.EMPLOYEE]),
)


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-19")
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=5, max_size=25))
def test_no_history_leads_past_the_talk_or_over_capacity(history: list[tuple[str, int, int, Role]]):
    centre = Centre()
    for what, who, where, role in history:
        centre.step(what, who, where, role)
    centre.holds()
