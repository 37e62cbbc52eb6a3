"""Many at once at the line of a round, over the real handler and the real clock's chore: one order, one answer each."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from stegvis.areas.groups import actions
from stegvis.areas.groups.models import Place
from stegvis.areas.groups.rules import ROOM_TAKEN, PlaceState
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in
from tests.factories.people import an_actor, an_organisation
from tests.racing import in_thread
from tests.support import given

WAITING, OFFERED, HELD = PlaceState.WAITING, PlaceState.OFFERED, PlaceState.HELD


def _scene(
    people: int, rounds: int = 1, advisers: int = 1
) -> tuple[list[Actor], str, list[UUID], list[Actor]]:
    """Advisers, the page to join at, rounds with one place each that meet today, and people who have had their talk."""
    centre = an_organisation()
    staff = [an_actor(centre, Role.ADVISER) for _ in range(advisers)]
    lunch = an_offering(centre.pk)
    today = timezone.localtime(timezone.now()).date()
    dates = {
        "from_on": today,
        "until_on": today + timedelta(days=5),
        "recurrence": "FREQ=DAILY",
        "capacity": 1,
    }
    planned = [a_round(staff[0], lunch.pk, **dates) for _ in range(rounds)]
    somebody = []
    for _ in range(people):
        one = an_actor(centre, Role.PARTICIPANT)
        a_held_talk(staff[0], participant_of(one).pk, lunch.pk)
        somebody.append(one)
    return staff, f"/join/{lunch.slug}/place/", planned, somebody


def _at_once(*work: Callable[[], int]) -> list[int]:
    """All of it in the same instant, each in a thread and with a connection of its own."""
    start = threading.Barrier(len(work))

    def run(one: Callable[[], int]) -> int:
        start.wait(timeout=60)
        try:
            return one()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as crowd:
        return list(crowd.map(run, work))


def _posts(client: Client, address: str, said: dict[str, object]) -> Callable[[], int]:
    return lambda: client.post(address, said).status_code


def _ask_all(clients: int, rounds: int) -> None:
    """Everybody presses “the next place” at once: one has a place, the others wait, each number is given once. Then the
    place is left again and again, and comes to them in that order.
    """
    staff, address, planned, people = in_thread(_scene, clients, rounds)
    pressing = [in_thread(client_of, one) for one in people]
    for round_id in planned:
        answers = Counter(_at_once(*(_posts(client, address, {"next": round_id}) for client in pressing)))
        assert answers == {303: clients}
        places = in_thread(places_in, staff[0], round_id)
        assert [place.number for place in places] == list(range(1, clients + 1))
        assert [place.state for place in places] == [HELD] + [WAITING] * (clients - 1)
        in_thread(_leave_in_order, staff[0], round_id, places[:5])


def _leave_in_order(adviser: Actor, round_id: UUID, first: list[Place]) -> None:
    now = timezone.now()
    for place in first:
        assert [one.number for one in places_in(adviser, round_id) if one.state in ROOM_TAKEN] == [
            place.number
        ]
        actions.accept_offer(adviser, place_id=place.pk, now=now)
        actions.leave_place(adviser, place_id=place.pk, now=now)


def test_all_who_ask_at_once_stand_in_one_line(shared_database: None):
    _ask_all(clients=20, rounds=1)


@pytest.mark.proof
def test_two_hundred_who_ask_at_once_stand_in_one_line(shared_database: None):
    _ask_all(clients=200, rounds=10)


def test_the_race_notices_when_the_order_is_not_kept(shared_database: None, monkeypatch: pytest.MonkeyPatch):
    """Take the order away, and the race fails."""
    monkeypatch.setattr(
        actions.line, "next_to_offer", lambda waiting, free: tuple(one.place_id for one in waiting[-1:])
    )
    with pytest.raises(AssertionError):
        _ask_all(clients=5, rounds=1)


def _accept_and_lapse(times: int) -> Counter[tuple[str, str]]:
    """She says yes in the second in which her time is over: how it ended for her and for the next in line."""
    endings: Counter[tuple[str, str]] = Counter()
    for _ in range(times):
        staff, _, (round_id,), (kari, eva, mona) = in_thread(_scene, 3)
        place_id, over = in_thread(_offered, round_id, kari, eva, mona)
        client = in_thread(client_of, eva)
        clock = Actor.housekeeper(staff[0].organisation_id)
        answers = _at_once(
            _posts(client, f"/me/places/{place_id}/", {"do": "accept"}),
            lambda clock=clock, over=over: actions.let_lapse(clock, now=over),  # type: ignore[misc]
        )
        places = in_thread(places_in, staff[0], round_id)
        assert sum(place.state in ROOM_TAKEN for place in places) == 1
        assert [place.number for place in places] == [1, 2, 3]
        ending = (places[1].state, places[2].state)
        assert (answers[0], *ending) in {(303, HELD, WAITING), (422, WAITING, OFFERED)}
        endings[ending] += 1
    return endings


def _offered(round_id: UUID, first: Actor, second: Actor, third: Actor) -> tuple[UUID, object]:
    """The second is offered the place, and has seen it; gives the place and the end of her time."""
    now = timezone.now()
    held = actions.take_place(first, round_id=round_id, now=now)
    place_id = actions.ask_for_next_place(second, round_id=round_id, now=now)
    actions.ask_for_next_place(third, round_id=round_id, now=now)
    actions.leave_place(first, place_id=held, now=now)
    actions.note_reached(second, place_id=place_id, now=now)
    with given(second):
        return place_id, Place.objects.get(pk=place_id).answer_by


def test_a_yes_and_the_end_of_the_time_in_the_same_second_end_one_way(shared_database: None):
    _accept_and_lapse(times=4)


@pytest.mark.proof
def test_a_yes_and_the_end_of_the_time_in_the_same_second_end_one_way_a_hundred_times(shared_database: None):
    _accept_and_lapse(times=100)


def _two_advisers(times: int) -> None:
    """Two advisers give the last place in the same second, to different people: one has it, nothing is overbooked."""
    for _ in range(times):
        staff, _, (round_id,), people = in_thread(_scene, 2, 1, 2)
        clients = [in_thread(client_of, one) for one in staff]
        ids = [in_thread(participant_of, one).pk for one in people]
        address = f"/desk/rounds/{round_id}/"
        answers = _at_once(
            *(
                _posts(client, address, {"do": "give", "participant": participant_id})
                for client, participant_id in zip(clients, ids, strict=True)
            )
        )
        assert sorted(answers) == [303, 422]
        assert [place.state for place in in_thread(places_in, staff[0], round_id)] == [HELD]


def test_two_advisers_give_the_last_place_once(shared_database: None):
    _two_advisers(times=3)


@pytest.mark.proof
def test_two_advisers_give_the_last_place_once_a_hundred_times(shared_database: None):
    _two_advisers(times=100)


def test_two_advisers_are_noticed_when_the_room_is_not_counted(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
):
    """Take the count away, and both give it."""
    monkeypatch.setattr(actions.places, "decide_place", lambda asking, today: None)
    with pytest.raises(AssertionError):
        _two_advisers(times=1)


def test_a_yes_and_the_clock_are_noticed_when_nobody_looks_again_under_the_lock(
    shared_database: None, monkeypatch: pytest.MonkeyPatch
):
    """Take the second look away: a place that has gone on to the next is given once more."""
    staff, _, (round_id,), (kari, eva, mona) = in_thread(_scene, 3)
    place_id, over = in_thread(_offered, round_id, kari, eva, mona)
    monkeypatch.setattr(actions.places, "decide_place", lambda asking, today: None)

    def late() -> int:
        actions.let_lapse(Actor.housekeeper(staff[0].organisation_id), now=over)  # type: ignore[arg-type]
        actions.accept_offer(eva, place_id=place_id, now=over)  # type: ignore[arg-type]
        return sum(place.state in ROOM_TAKEN for place in places_in(staff[0], round_id))

    with pytest.raises(AssertionError):
        assert in_thread(late) == 1
