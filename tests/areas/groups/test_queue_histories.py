"""Whatever people do with the line, in whatever order: generated histories through the actions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import State
from stegvis.areas.groups import actions
from stegvis.areas.groups.models import Place
from stegvis.areas.groups.rules import ROOM_TAKEN, InLine, PlaceState, next_to_offer
from stegvis.areas.messages.models import Message
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from tests.areas.groups.queue_scene import Scene
from tests.factories.admission import NOW
from tests.factories.groups import places_in
from tests.support import given

pytestmark = pytest.mark.django_db
PEOPLE = 5
LAST_DAY = NOW + timedelta(days=16)
WHO = st.integers(0, PEOPLE - 1)
BY_STAFF = st.booleans()


class Line(RuleBasedStateMachine):
    """Five people, one lunch with one place; it may grow to three."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene(capacity=1)
        self.people = self.scene.people(PEOPLE)
        self.ids = [self.scene.id_of(one) for one in self.people]
        self.now = NOW
        self.capacity, self.open, self.published = 1, True, True
        self.in_it: set[int] = set()
        self.numbers: dict[object, int] = {}
        self.before: dict[object, Place] = {}

    # What people do

    @rule(who=WHO, by_staff=BY_STAFF)
    def take(self, who: int, by_staff: bool) -> None:
        if by_staff:
            self._try(who, lambda: actions.give_place(self.scene.ingrid, **self._told(who)))
        else:
            self._try(who, lambda: self.scene.take(self.people[who], self.now))

    @rule(who=WHO, by_staff=BY_STAFF)
    def ask(self, who: int, by_staff: bool) -> None:
        if by_staff:
            self._try(who, lambda: actions.ask_for_next_place(self.scene.ingrid, **self._told(who)))
        else:
            self._try(who, lambda: self.scene.ask(self.people[who], self.now))

    @rule(who=WHO, by_staff=BY_STAFF)
    def accept(self, who: int, by_staff: bool) -> None:
        self._about(who, actions.accept_offer, by_staff)

    @rule(who=WHO, by_staff=BY_STAFF)
    def let_go_by(self, who: int, by_staff: bool) -> None:
        self._about(who, actions.let_go_by, by_staff)

    @rule(who=WHO, by_staff=BY_STAFF)
    def reach(self, who: int, by_staff: bool) -> None:
        self._about(who, actions.note_reached, by_staff)

    @rule(who=WHO, by_staff=BY_STAFF)
    def leave(self, who: int, by_staff: bool) -> None:
        if self._about(who, actions.leave_place, by_staff):
            self.in_it.discard(who)

    @rule(who=WHO, other=WHO)
    def come_together(self, who: int, other: int) -> None:
        mine, hers = self._live(who), self._live(other)
        if mine and hers and who != other:
            word = actions.make_company_word(self.people[who], place_id=mine.pk, now=self.now)
            with suppress(Refused):
                actions.come_together(self.people[other], place_id=hers.pk, word=word or "none", now=self.now)

    @rule(who=WHO)
    def go_alone(self, who: int) -> None:
        self._about(who, actions.go_alone, by_staff=False)

    # What happens around them

    @rule()
    def days_go_by(self) -> None:
        self.now += timedelta(days=1, hours=7)
        if self.now < LAST_DAY:
            actions.let_lapse(self.scene.clock, now=self.now)

    @rule()
    def more_room(self) -> None:
        if self.capacity < 3:
            self.capacity += 1
            self.scene.with_room_for(self.capacity, self.now)

    @rule(open_for_new=st.booleans())
    def open_or_close(self, open_for_new: bool) -> None:
        self.open = open_for_new
        actions.open_round(
            self.scene.ingrid, round_id=self.scene.round, open_for_new=open_for_new, now=self.now
        )

    @rule()
    def pause_or_show(self) -> None:
        self.published = not self.published
        state = State.PUBLISHED if self.published else State.PAUSED
        lunch = self.scene.lunch.pk
        with given(self.scene.centre.pk):
            Listing.objects.filter(pk=lunch).update(state=state)
        actions.follow_offering(self.scene.ingrid, listing_id=lunch, state=state, now=self.now)

    # What always holds

    @invariant()
    def always(self) -> None:
        self.now += timedelta(seconds=1)  # nothing happens twice in the same moment
        rows = places_in(self.scene.ingrid, self.scene.round)
        places = [place for place in rows if place.state != PlaceState.LEFT]
        self._never_overbooked(places)
        self._nobody_is_lost(places)
        self._numbers_are_the_order_of_coming_and_stay(rows)
        self._nobody_overtakes(places)
        self._no_place_stands_empty_that_somebody_could_have(places)
        self._each_offer_is_told_once(places)

    def _never_overbooked(self, places: list[Place]) -> None:
        assert sum(place.state in ROOM_TAKEN for place in places) <= self.capacity

    def _nobody_is_lost(self, places: list[Place]) -> None:
        """Whoever asked is in it until she leaves: no lapse, pause or silence takes her out (S3-47)."""
        assert {place.participant_id for place in places} == {self.ids[who] for who in self.in_it}

    def _numbers_are_the_order_of_coming_and_stay(self, rows: list[Place]) -> None:
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        for row in rows:
            assert self.numbers.setdefault(row.pk, row.number) == row.number

    def _nobody_overtakes(self, places: list[Place]) -> None:
        """Who has come further by this step stood before everybody who waits on, unless they rest or wait as two."""
        further = [place.number for place in places if place.state in ROOM_TAKEN and self._waited(place)]
        waits = [place for place in places if place.state == PlaceState.WAITING]
        for place in waits:
            company = [one for one in waits if place.company and one.company == place.company]
            if further and not place.rests and len(company) < 2 and place.pk in self.before:
                assert place.number > max(further)
        self.before = {place.pk: place for place in places}

    def _no_place_stands_empty_that_somebody_could_have(self, places: list[Place]) -> None:
        if not (self.open and self.published and self.now < LAST_DAY):
            return
        free = self.capacity - sum(place.state in ROOM_TAKEN for place in places)
        line = [
            InLine(one.pk, one.number, one.rests, one.company)
            for one in places
            if one.state == PlaceState.WAITING
        ]
        assert next_to_offer(line, free=free) == ()

    def _each_offer_is_told_once(self, places: list[Place]) -> None:
        with given(self.scene.ingrid):
            told = Message.objects.filter(
                organisation_id=self.scene.centre.pk, kind="groups.place_offered", withdrawn_at=None
            )
            about = [one.about for one in told if one.reached_at is None]
        assert sorted(about) == sorted(place.pk for place in places if place.state == PlaceState.OFFERED)

    # Helpers

    def _told(self, who: int) -> dict[str, object]:
        return {"participant_id": self.ids[who], "round_id": self.scene.round, "now": self.now}

    def _try(self, who: int, attempt: Callable[[], object]) -> None:
        with suppress(Refused):
            attempt()
            self.in_it.add(who)

    def _about(self, who: int, act: Callable[..., object], by_staff: bool) -> bool:
        place = self._live(who)
        if place is None:
            return False
        actor: Actor = self.scene.ingrid if by_staff else self.people[who]
        with suppress(Refused):
            act(actor, place_id=place.pk, now=self.now)
        return True

    def _waited(self, place: Place) -> bool:
        before = self.before.get(place.pk)
        return before is None or before.state == PlaceState.WAITING

    def _live(self, who: int) -> Place | None:
        return next((one for one in self._places() if one.participant_id == self.ids[who]), None)

    def _places(self) -> list[Place]:
        places = places_in(self.scene.ingrid, self.scene.round)
        return [place for place in places if place.state != PlaceState.LEFT]


@pytest.mark.requirement("S3-47")
@pytest.mark.requirement("S2-06")
def test_no_history_overbooks_overtakes_or_loses_anybody():
    run_state_machine_as_test(Line, settings=_settings(6, phases=(Phase.generate,)))


@pytest.mark.proof
def test_no_history_overbooks_overtakes_or_loses_anybody_in_hundreds():
    run_state_machine_as_test(Line, settings=_settings(300))


def _settings(examples: int, **fields: object) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        **fields,  # type: ignore[arg-type]
    )


def _last_first(line: list[InLine], *, free: int | None) -> tuple[object, ...]:
    return next_to_offer([replace(one, number=-one.number) for one in line], free=free)


def _loses(actor: Actor, place: Place, *, rests: bool, now: object) -> None:
    Place.objects.filter(pk=place.pk).update(state=PlaceState.LEFT)


FULL_WITH_TWO_IN_LINE = (("take", 0), ("ask", 1), ("ask", 2))
ALL_LET_IT_GO_BY = (*FULL_WITH_TWO_IN_LINE, ("leave", 0), ("let_go_by", 1), ("let_go_by", 2))


@pytest.mark.parametrize(
    ("guard", "without", "story"),
    [
        ("line.next_to_offer", _last_first, (*FULL_WITH_TWO_IN_LINE, ("leave", 0))),
        ("line.offer_next", lambda *anything: None, (*FULL_WITH_TWO_IN_LINE, ("leave", 0))),
        ("places.decide_place", lambda asking, today: None, FULL_WITH_TWO_IN_LINE),
        ("line.take_offer_back", _loses, ALL_LET_IT_GO_BY),
        ("line.take_message_back", lambda *anything: None, ALL_LET_IT_GO_BY),
    ],
    ids=["the order", "the offering", "the room", "the number kept", "the message"],
)
def test_the_histories_notice_when_a_guard_is_gone(
    guard: str, without: object, story: tuple[tuple[str, int], ...], monkeypatch: pytest.MonkeyPatch
):
    _play(story)
    module, name = guard.split(".")
    monkeypatch.setattr(getattr(actions, module), name, without)
    with pytest.raises(AssertionError):
        _play(story)


def test_the_histories_notice_an_overtaking(monkeypatch: pytest.MonkeyPatch):
    """A place is free that is the turn of one who waits, and somebody who comes later takes it."""
    story = (("take", 0), ("ask", 1), ("leave", 0), ("take", 2))
    _play(story)
    monkeypatch.setattr(actions.line, "offer_next", lambda *anything: None)
    monkeypatch.setattr(actions.places, "is_her_turn", lambda *anything, free: True)
    line = Line()
    for what, who in story[:-1]:
        getattr(line, what)(who=who, by_staff=False)
        line._nobody_overtakes(line._places())
    line.take(who=2, by_staff=False)
    with pytest.raises(AssertionError):
        line._nobody_overtakes(line._places())


def _play(story: tuple[tuple[str, int], ...]) -> None:
    line = Line()
    for what, who in story:
        getattr(line, what)(who=who, by_staff=False)
        line.always()
