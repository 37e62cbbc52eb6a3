"""Whatever happens in whatever order, the invariants of A.9 hold: generated histories through the actions."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission import actions as admission_actions
from stegvis.areas.admission.models import Talk
from stegvis.areas.admission.rules import Choice, ChoiceSaid, TalkWords
from stegvis.areas.groups import actions
from stegvis.areas.groups.actions import places
from stegvis.areas.groups.rules import PlaceState
from stegvis.areas.messages import actions as letters
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.factories.admission import an_offering
from tests.factories.groups import a_round, places_in
from tests.factories.people import an_actor
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE, CAPACITY = 4, 2


class Lunch(Centre):
    """Four people, and one lunch with two rounds of two places. Nobody but an adviser leads past the talk."""

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        self.staff |= {role: an_actor(self.organisation, role) for role in (Role.COORDINATOR, Role.VOLUNTEER)}
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
            rows = places_in(self.adviser, round_id)
            held = [place.participant_id for place in rows if place.state == PlaceState.HELD]
            assert set(held) <= talked
            assert len(held) == len(set(held)) <= CAPACITY
            assert [place.number for place in rows] == list(range(1, len(rows) + 1))
            assert [place.since for place in rows] == sorted(place.since for place in rows)

    def the_centre_itself_is_open(self) -> None:
        """Whatever came of it, everybody can write to the house, and come to what is open to all."""
        anyone = an_offering(self.organisation.pk, "Open house", gated=False).pk
        open_house = a_round(self.adviser, anyone, capacity=None)
        for person in self.people:
            letters.write(person, words="Hello", now=self.now)
            actions.take_place(person, round_id=open_house, now=self.now)


STEPS = st.tuples(
    st.sampled_from(["take", "take", "give", "leave", "begin", "say", "hold", "hold", "close"]),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
    st.one_of(AT_THE_DESK, st.sampled_from([Role.COORDINATOR, Role.VOLUNTEER])),
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
    lunch.the_centre_itself_is_open()


TRIED_BY_ALL = [
    (what, 0, 0, role)
    for what in ("take", "begin", "hold", "give")
    for role in (Role.VOLUNTEER, Role.COORDINATOR, Role.MANAGER, Role.EMPLOYEE)
]


def test_without_the_rule_somebody_would_be_in_without_a_talk(monkeypatch: pytest.MonkeyPatch):
    def tried() -> None:
        lunch = Lunch()
        for step in TRIED_BY_ALL:
            lunch.step(*step)
        lunch.holds()

    tried()
    monkeypatch.setattr(places, "decide_place", lambda *anything, **more: None)
    with pytest.raises(AssertionError):
        tried()
