"""Whoever sits in working groups, and whatever they do there: nobody reads more about anybody for it (S1-06)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.admission import actions as talks
from stegvis.areas.admission.models import Talk
from stegvis.areas.admission.rules import Way
from stegvis.areas.groups import actions as groups
from stegvis.areas.messages import actions as letters
from stegvis.areas.participation import actions
from stegvis.areas.participation.models import Agreement, Member, Note
from stegvis.areas.participation.rules import Wish
from stegvis.areas.people.models import Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet
from stegvis.kernel.roles import Role
from tests.areas.histories import Centre, histories
from tests.browsers import english, page_of
from tests.factories.admission import a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE = 3
OUTSIDE = 2
"""The one who never sits in a group, to compare with."""
Model = type[OrganisationOwned]
OF_THE_GROUP: dict[Model, str] = {Member: "group_id", Agreement: "matter__group_id", Note: "group_id"}
"""What a group does have in common, and the way from it to the group."""
ABOUT_PEOPLE: list[Model] = [
    model for model in apps.get_models() if issubclass(model, OrganisationOwned) and model.ABOUT
]


class House(Centre):
    """Three people about whom there is something to read, and two working groups; two employees beside the adviser."""

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        self.lunch = an_offering(self.organisation.pk)
        round_id = a_round(self.adviser, self.lunch.pk)
        for who, (person, key) in enumerate(zip(self.people, self.ids, strict=True)):
            with seen(self.adviser):
                Participant.objects.filter(pk=key).update(nickname=f"nick{who}qzx")
            a_held_talk(self.adviser, key, good_for_me=f"words{who}qzx")
            groups.take_place(person, round_id=round_id, now=self.now)
            letters.write(person, words=f"letter{who}qzx", now=self.now)
            call = {"how_to_reach": Way.CALL, "phone": "400 00 000"}
            talks.ask_for_talk(person, listing_id=self.lunch.pk, **call, now=self.now)
            actions.become_reader(person, now=self.now)
        self.groups = [actions.start_group(self.adviser, name=name, now=self.now) for name in ("A", "B")]
        self.colleague = an_actor(self.organisation, Role.EMPLOYEE)
        self.matters: list[UUID] = [self.groups[0]]

    def step(self, what: str, who: int, where: int) -> None:
        with self.trying():
            getattr(self, what)(who, self.groups[where])

    # What they do

    def add(self, who: int, group_id: UUID) -> None:
        """Not the one who stays outside."""
        told = {"group_id": group_id, "participant_id": self.ids[who % OUTSIDE], "now": self.now}
        actions.add_participant(self.adviser, **told)

    def take_seat(self, who: int, group_id: UUID) -> None:
        actions.take_seat(self.staff[Role.EMPLOYEE], group_id=group_id, now=self.now)

    def leave(self, who: int, group_id: UUID) -> None:
        actions.leave_group(self.people[who], group_id=group_id, now=self.now)

    def choose_name(self, who: int, group_id: UUID) -> None:
        actions.choose_name(self.people[who], group_id=group_id, shown_as=f"Chosen {who}", now=self.now)

    def propose(self, who: int, group_id: UUID) -> None:
        told = {"words": "Round tables", "wish": Wish.DECIDE, "now": self.now}
        self.matters.append(actions.raise_matter(self.people[who], group_id=group_id, **told))

    def agree(self, who: int, group_id: UUID) -> None:
        actions.agree(self.people[who], matter_id=self.matters[-1], now=self.now)

    def tell(self, who: int, group_id: UUID) -> None:
        """Also the one outside, under her own name: she tells the group, and opens nothing else by it."""
        actions.tell(self.people[who], group_id=group_id, words="Less noise", signed="K", now=self.now)

    def end(self, who: int, group_id: UUID) -> None:
        actions.end_group(self.adviser, group_id=group_id, now=self.now)

    # What always holds

    def holds(self) -> None:
        with seen(self.organisation.pk):
            sits = set(Member.objects.values_list("group_id", "participant_id"))
        outside = self.readable(self.people[OUTSIDE])
        for person, key in zip(self.people, self.ids, strict=True):
            assert self.readable(person) == outside == {}
            mine = {group_id for group_id, member in sits if member == key}
            for model, path in OF_THE_GROUP.items():
                with seen(person):
                    others = self._others(person, model).values_list(path, flat=True)
                    assert set(others) <= mine, model
        assert self.readable(self.staff[Role.EMPLOYEE]) == self.readable(self.colleague)

    def readable(self, actor: Actor) -> dict[Model, set[Any]]:
        """Every row about somebody else that this actor is shown, outside what the groups have in common."""
        with seen(actor):
            rows = {
                model: set(self._others(actor, model).values_list("pk", flat=True))
                for model in ABOUT_PEOPLE
                if model not in OF_THE_GROUP
            }
        return {model: keys for model, keys in rows.items() if keys}

    def _others(self, actor: Actor, model: Model) -> OwnedQuerySet[Any]:
        rows: OwnedQuerySet[Any] = model.objects.visible_to(actor).exclude(**{model.ABOUT: None})  # type: ignore[attr-defined]
        if actor.role is not Role.PARTICIPANT:
            return rows
        return rows.exclude(**{model.ABOUT: participant_of(actor).pk})

    def pages_name_nobody(self) -> None:
        for who, group_id in ((who, group_id) for who in range(PEOPLE) for group_id in self.groups):
            with seen(self.adviser):
                if not Member.objects.filter(group_id=group_id, participant_id=self.ids[who]).exists():
                    continue
            page = page_of(english(self.people[who]), f"/me/working-groups/{group_id}/")
            for other in range(PEOPLE):
                assert other == who or f"{other}qzx" not in page
                assert other == who or str(self.ids[other]) not in page


STEPS = st.tuples(
    st.sampled_from(
        [*("add", "add", "choose_name", "propose", "agree", "tell"), *("take_seat", "leave", "end")]
    ),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
)
Told = tuple[str, int, int]


def lived(history: list[Told]) -> None:
    house = House()
    for step in history:
        house.step(*step)
    house.holds()
    house.pages_name_nobody()


@pytest.mark.requirement("S1-06")
@histories(6)
@given(st.lists(STEPS, min_size=5, max_size=20))
def test_sitting_in_a_working_group_opens_nothing_about_anybody(history: list[Told]):
    lived(history)


@pytest.mark.proof
@histories(200)
@given(st.lists(STEPS, min_size=5, max_size=40))
def test_sitting_in_a_working_group_opens_nothing_about_anybody_in_hundreds(history: list[Told]):
    lived(history)


BOTH_SIT_AND_AN_EMPLOYEE = [("add", 0, 0), ("add", 1, 0), ("take_seat", 0, 0)]


def with_me(path: str, before: Any) -> Any:
    """Rows about whoever sits where I sit, which nothing may show."""

    def rows(actor: Actor) -> Q:
        mine = Q(group__members__participant__user_id=actor.user_id) | Q(
            group__members__seat_id=actor.seat_id
        )
        theirs = Q(**{f"{path}__in": Member.objects.filter(mine).values("participant_id")})
        return before(actor) | theirs if before else theirs

    return rows


@pytest.mark.parametrize(
    ("model", "path", "role"),
    [(Participant, "pk", Role.PARTICIPANT), (Talk, "participant_id", Role.EMPLOYEE)],
    ids=["her name", "her talk"],
)
def test_a_right_that_came_with_the_seat_would_be_noticed(
    model: Any, path: str, role: Role, monkeypatch: pytest.MonkeyPatch
):
    lived(BOTH_SIT_AND_AN_EMPLOYEE)
    monkeypatch.setitem(model.VISIBLE_TO, role, with_me(path, model.VISIBLE_TO.get(role)))
    with pytest.raises(AssertionError):
        lived(BOTH_SIT_AND_AN_EMPLOYEE)
