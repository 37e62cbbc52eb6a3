"""Asking for the next place, answering an offer, and the line at the desk; all without a script."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from stegvis.areas.groups import actions, queries
from stegvis.areas.groups.rules import PlaceState
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.groups.queue_scene import Scene
from tests.browsers import english, page_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db
WAITING, OFFERED, HELD, LEFT = PlaceState.WAITING, PlaceState.OFFERED, PlaceState.HELD, PlaceState.LEFT


@pytest.fixture
def today() -> date:
    return timezone.localtime(timezone.now()).date()


@pytest.fixture
def scene(today: date) -> Scene:
    """A lunch that meets every day from today, with one place."""
    scene = Scene(capacity=1)
    dates = {"from_on": today, "until_on": today + timedelta(days=9), "recurrence": "FREQ=DAILY"}
    scene.round = a_round(scene.ingrid, scene.lunch.pk, capacity=1, **dates)
    with given(scene.ingrid):
        from stegvis.areas.groups.models import Round

        Round.objects.exclude(pk=scene.round).delete()
    return scene


def _place(place_id: UUID) -> str:
    return f"/me/places/{place_id}/"


def _says(client: Client, place_id: UUID, **said: str) -> str:
    answer = client.post(_place(place_id), said, follow=True)
    assert answer.status_code in {200, 422}
    return answer.content.decode()


def _offered(scene: Scene) -> tuple[Actor, Actor]:
    """One who is offered the place, and the next."""
    kari, eva, mona = scene.people(3)
    now = timezone.now()
    scene.take(kari, now)
    scene.ask(eva, now)
    scene.ask(mona, now)
    scene.leave(kari, now)
    return eva, mona


def test_a_full_group_offers_the_next_place(scene: Scene):
    kari, eva = scene.people(2)
    scene.take(kari, timezone.now())
    client = english(eva)
    address = f"/join/{scene.lunch.slug}/place/"
    assert "I would like the next place" in page_of(client, address)
    answer = client.post(address, {"next": scene.round}, follow=True)
    page = answer.content.decode()
    assert "You are in line for a place" in page
    assert "We tell you when a place is free." in page
    assert "meets you" not in page  # nobody does, as long as she waits
    assert "You are in line for a place" in page_of(client, address)
    assert "I would like the next place" not in page_of(client, address)


def test_no_page_tells_how_many_are_before_her(scene: Scene):
    """The same words for the first and the last: nobody is ranked, and no number tells that somebody left."""
    kari, *others = scene.people(4)
    now = timezone.now()
    scene.take(kari, now)
    for one in others:
        scene.ask(one, now)
    first, last = others[0], others[-1]
    pages = [
        page_of(english(one), _place(scene.place_of(one).pk)).split("<main")[1].split("</main")[0]
        for one in (first, last)
    ]
    same = [
        page.replace(str(scene.place_of(one).pk), "").split('csrfmiddlewaretoken" value="')
        for page, one in zip(pages, (first, last), strict=True)
    ]
    assert [part[64:] for part in same[0]] == [part[64:] for part in same[1]]


def test_who_has_had_no_talk_is_led_to_it(scene: Scene):
    scene.take(scene.person(), timezone.now())
    somebody = english(an_actor(scene.centre, Role.PARTICIPANT))
    answer = somebody.post(f"/join/{scene.lunch.slug}/place/", {"next": scene.round})
    assert answer.status_code == 422
    assert "A talk with an adviser comes first" in answer.content.decode()


def test_opening_the_offer_starts_the_time_and_one_tap_accepts(scene: Scene):
    eva, _ = _offered(scene)
    client, place_id = english(eva), scene.place_of(eva).pk
    assert client.head(_place(place_id)).status_code == 200
    page = page_of(client, _place(place_id))
    place = scene.place_of(eva)
    assert place.answer_by is not None
    assert "The place is kept for you until" in page
    assert "A no costs nothing" in page
    page = _says(client, place_id, do="accept")
    assert "The place is yours. Welcome." in page
    assert scene.states(eva) == [HELD]
    assert "The place is yours" in _says(client, place_id, do="accept")


def test_one_tap_declines_and_costs_nothing(scene: Scene):
    eva, mona = _offered(scene)
    client, place_id = english(eva), scene.place_of(eva).pk
    assert "That is fine. The place goes on to the next." in _says(client, place_id, do="leave")
    assert scene.states(eva, mona) == [LEFT, OFFERED]
    page_of(client, _place(place_id), status=404)


def test_she_can_let_it_go_by_and_take_it_when_nobody_else_wants_it(scene: Scene):
    eva, mona = _offered(scene)
    client, place_id = english(eva), scene.place_of(eva).pk
    assert "you keep your turn" in _says(client, place_id, do="go_by")
    assert scene.states(eva, mona) == [WAITING, OFFERED]
    assert "A place is free now" not in page_of(client, _place(place_id))
    actions.let_go_by(mona, place_id=scene.place_of(mona).pk, now=timezone.now())
    assert "A place is free now" in page_of(client, _place(place_id))
    _says(client, place_id, do="accept")
    assert scene.states(eva) == [HELD]


def test_a_yes_that_comes_too_late_is_told_kindly(scene: Scene):
    eva, mona = _offered(scene)
    client, place_id = english(eva), scene.place_of(eva).pk
    actions.let_go_by(eva, place_id=place_id, now=timezone.now())
    answer = client.post(_place(place_id), {"do": "accept"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The place has gone on to the next in line. You keep your turn" in page
    assert "I do not want to be in line any more" in page
    assert scene.states(eva, mona) == [WAITING, OFFERED]


def test_two_who_come_together_wait_together(scene: Scene):
    kari, eva, mona = scene.people(3)
    now = timezone.now()
    scene.take(kari, now)
    hers, the_others = scene.ask(eva, now), scene.ask(mona, now)
    eva_here, mona_here = english(eva), english(mona)
    _says(eva_here, hers, do="word")
    word = queries.my_place(eva, hers, now, "en").company_word
    assert len(word.split()) == 2
    assert word in page_of(eva_here, _place(hers))
    assert word not in page_of(mona_here, _place(the_others))

    page = _says(mona_here, the_others, do="together", word="nobody knows")
    assert "We do not find that word." in page
    assert 'value="nobody knows"' in page
    assert "Write the word that you were told." in _says(mona_here, the_others, do="together", word=" ")
    page = _says(mona_here, the_others, do="together", word=f"  {word.upper()} ")
    assert "You two wait together." in page
    assert "You two wait for two places at the same time." in page_of(eva_here, _place(hers))
    assert word not in page_of(eva_here, _place(hers))
    scene.leave(kari, now)
    assert scene.states(eva, mona) == [WAITING, WAITING]
    scene.with_room_for(2, now)
    assert scene.states(eva, mona) == [OFFERED, OFFERED]
    _says(eva_here, hers, do="accept")
    _says(mona_here, the_others, do="leave")
    assert scene.states(eva, mona) == [HELD, LEFT]


def test_either_of_two_goes_back_to_waiting_alone_and_is_offered_what_is_free(scene: Scene):
    kari, eva, mona = scene.people(3)
    now = timezone.now()
    scene.take(kari, now)
    hers, the_others = scene.ask(eva, now), scene.ask(mona, now)
    word = actions.make_company_word(eva, place_id=hers, now=now)
    actions.come_together(mona, place_id=the_others, word=word, now=now)
    scene.leave(kari, now)
    _says(english(mona), the_others, do="alone")
    assert scene.states(eva, mona) == [OFFERED, WAITING]


@pytest.mark.requirement("X-09")
def test_an_adviser_sees_the_line_in_order_and_records_what_is_said(scene: Scene):
    kari, eva, mona = scene.people(3)
    now = timezone.now()
    scene.take(kari, now)
    client = english(scene.ingrid)
    address = f"/desk/rounds/{scene.round}/line/"
    for one in (eva, mona):
        client.post(address, {"next": scene.id_of(one)})
    assert scene.states(eva, mona) == [WAITING, WAITING]
    scene.leave(kari, now)
    page = page_of(client, f"/desk/rounds/{scene.round}/")
    assert "not yet reached" in page
    place = {"place": scene.place_of(eva).pk}
    client.post(address, {"do": "reached", **place})
    assert "kept until" in page_of(client, f"/desk/rounds/{scene.round}/")
    client.post(address, {"do": "go_by", **place})
    assert scene.states(eva, mona) == [WAITING, OFFERED]
    answer = client.post(address, {"do": "accept", **place})
    assert answer.status_code == 422
    answer = client.post(
        address,
        {"do": "accept", "place": scene.place_of(mona).pk, "participant": scene.id_of(mona)},
        follow=True,
    )
    assert "The place is given" in answer.content.decode()
    assert f"/desk/places/{scene.id_of(mona)}/" in answer.redirect_chain[-1][0]
    client.post(address, {"do": "leave", **place})
    assert scene.states(eva, mona) == [LEFT, HELD]
    assert client.post(address, {"do": "anything", **place}).status_code == 404


def test_her_places_at_the_desk_show_what_she_waits_for(scene: Scene):
    eva, mona = _offered(scene)
    client = english(scene.ingrid)
    assert "offered a place" in page_of(client, f"/desk/places/{scene.id_of(eva)}/")
    assert "Waits for a place." in page_of(client, f"/desk/places/{scene.id_of(mona)}/")
    sol = scene.person()
    assert "would like the next place" in page_of(client, f"/desk/places/{scene.id_of(sol)}/")


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR])
def test_those_who_plan_see_numbers_and_nobody(role: Role, scene: Scene):
    _offered(scene)
    client = english(an_actor(scene.centre, role))
    page = page_of(client, f"/desk/rounds/{scene.round}/")
    assert "1 waits for a place." in page
    assert "1 is offered one." in page
    assert "Kari" not in page.split("<main")[1]
    assert client.post(f"/desk/rounds/{scene.round}/line/", {"do": "leave"}).status_code == 403


@pytest.mark.requirement("X-06")
def test_each_look_at_the_line_is_logged(scene: Scene):
    eva, mona = _offered(scene)
    queries.line_in(scene.ingrid, scene.round, timezone.now())
    with given(scene.ingrid):
        looked = set(Look.objects.filter(why="groups.line_in").values_list("about", flat=True))
    assert looked == {scene.id_of(eva), scene.id_of(mona)}


def test_places_to_fill_are_rounds_with_room_and_somebody_in_line(scene: Scene):
    now = timezone.now()
    manager = an_actor(scene.centre, Role.MANAGER)
    assert queries.places_to_fill(manager, now, "en") == []
    eva, _ = _offered(scene)
    (to_fill,) = queries.places_to_fill(manager, now, "en")
    assert (to_fill.round.round_id, to_fill.line.offered, to_fill.line.waiting) == (scene.round, 1, 1)
    actions.accept_offer(eva, place_id=scene.place_of(eva).pk, now=now)
    assert queries.places_to_fill(manager, now, "en") == []


def test_my_line_shows_what_is_offered_first_and_costs_the_same(scene: Scene):
    eva, mona = _offered(scene)
    now = timezone.now()
    with asked_of_database() as one:
        (offer,) = queries.my_line(eva, now, "en")
    assert offer.state is OFFERED
    today = timezone.localtime(now).date()
    dates = {"from_on": today, "until_on": today + timedelta(days=9), "recurrence": "FREQ=DAILY"}
    other = a_round(scene.ingrid, scene.lunch.pk, capacity=1, **dates)
    actions.take_place(scene.person(), round_id=other, now=now)
    actions.ask_for_next_place(eva, round_id=other, now=now)
    actions.ask_for_next_place(mona, round_id=other, now=now)
    assert [place.state for place in queries.my_line(eva, now, "en")] == [OFFERED, WAITING]
    with asked_of_database() as two:
        queries.my_line(mona, now, "en")
    assert (
        len(two) <= len(one) + 1
    )  # who waits is compared with who else does, in one question for all rounds
