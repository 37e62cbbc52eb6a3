"""Whatever happens in whatever order, the invariants of A.9 hold: generated histories through the actions."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission import actions as admission_actions
from stegvis.areas.admission.models import Talk
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords
from stegvis.areas.groups import actions
from stegvis.areas.groups.rules import PlaceState
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.factories.admission import an_offering
from tests.factories.groups import a_round, places_in
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE, CAPACITY = 4, 2


class Lunch(Centre):
    """Four people, and one lunch with two rounds of two places."""

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        self.lunch = an_offering(self.organisation.pk).pk
        self.rounds = [a_round(self.adviser, self.lunch, capacity=CAPACITY) for _ in range(2)]

    def step(self, what: str, who: int, where: int, role: Role) -> None:
        with self.trying():
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
        talk = self.latest_talk(who)
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
        talk = self.latest_talk(who)
        admission_actions.hold_talk(staff, talk_id=talk.pk, version=talk.version, now=self.now)

    def close(self, who: int, round_id: UUID, staff: Actor) -> None:
        actions.open_round(staff, round_id=round_id, open_for_new=bool(who % 2), now=self.now)

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
    AT_THE_DESK,
)


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-19")
@histories(15)
@given(st.lists(STEPS, min_size=5, max_size=25))
def test_no_history_leads_past_the_talk_or_over_capacity(history: list[tuple[str, int, int, Role]]):
    lunch = Lunch()
    for what, who, where, role in history:
        lunch.step(what, who, where, role)
    lunch.holds()
