"""The session ends in the middle of a form: what was typed is there again after signing in (X-17)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urljoin

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.models import TalkRequest
from stegvis.areas.directory.models import Listing, ListingText
from stegvis.areas.directory.rules import State
from stegvis.areas.people import actions as people
from stegvis.areas.people.models import Draft, LoginCode, User
from stegvis.areas.people.rules import codes
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import World, client_of
from tests.areas.people.pages import an_app, shows_now
from tests.factories.admission import participant_of
from tests.faults.forms import Form, forms_of, text_of
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-17")]
EMAIL, PASSWORD = "ingrid@korsby.example", "en ganske lang setning"
PUBLIC_PART, SECRET = "K4M7R3", "kopp sti bjork regn"
TYPED = "Vi baker brød sammen hver onsdag"
STILL_HERE = "What you wrote is still here. Read it and send it again."


def _door_of(actor: Actor, password: str = PASSWORD) -> dict[str, str]:
    """What this actor signs in with from now on."""
    with given():
        user = User.objects.filter(pk=actor.user_id)
        if actor.role is Role.PARTICIPANT:
            secret = make_password(codes.fold(SECRET))
            today = timezone.localdate()
            LoginCode.objects.create(
                user_id=actor.user_id, public_part=PUBLIC_PART, secret_hash=secret, created_on=today
            )
            return {"door": "code", "code": f"{PUBLIC_PART} {SECRET}"}
        user.update(email=EMAIL, password=make_password(password))
    return {"door": "staff", "email": EMAIL, "password": password}


def _browser(actor: Actor) -> Client:
    client = client_of(actor)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def _idle(client: Client) -> None:
    session = client.session
    session["seen"] = 0
    session.save()


def _form(client: Client, path: str, name: str) -> Form:
    """The first form on the page that asks for `name`, or that has a button of this value."""
    page = client.get(path).content.decode()
    for form in forms_of(page):
        if name in form.controls or name in {value for _, value in form.buttons}:
            form.action = urljoin(path, form.action)
            return form
    raise AssertionError(f"no form with {name} on {path}")


def _lost_and_back(client: Client, door: dict[str, str], path: str, sent: dict[str, list[str]]) -> str:
    """Send a form without a session, sign in from where that leads, and give the page that comes then."""
    answer = client.post(path, sent)
    assert answer.status_code == 302, (path, answer.status_code)
    assert answer.headers["Location"].startswith("/sign-in/")
    answer = _signed_in(client, door)
    assert answer.status_code == 200
    return answer.content.decode()


def _signed_in(client: Client, door: dict[str, str]) -> HttpResponse:
    """The page that comes after both steps."""
    return client.get(_both_steps(client, door).headers["Location"], follow=True)


def _both_steps(client: Client, door: dict[str, str]) -> HttpResponse:
    answer = client.post("/sign-in/", door)
    if "email" not in door:
        return answer
    user = User.objects.get(email=door["email"])
    an_app(user.pk)
    return client.post(answer.headers["Location"], {"way": "code", "code": shows_now(user.pk)})


def _editor(world: World) -> str:
    draft = world.offering(world.here, state=State.DRAFT)
    return reverse("directory:desk_offering", args=[draft.pk])


def _a_talk(world: World) -> str:
    world.offering(world.here)
    talk_id = admission.start_talk(
        world.ingrid, participant_id=participant_of(world.kari).pk, now=timezone.now()
    )
    return reverse("admission:talk", args=[talk_id])


def _a_held_talk(world: World) -> str:
    return reverse("admission:talk", args=[world.talk(world.ingrid, world.kari)]) + "?change=1"


def _a_wish(world: World) -> str:
    world.offering(world.here)  # staff note newcomers only where a service keeps something
    for somebody in (world.eva, world.kari):
        admission.ask_for_talk(somebody, listing_id=None, how_to_reach=None, now=timezone.now())
    return reverse("admission:waiting")


def _own_copy(world: World) -> str:
    world.talk(world.ingrid, world.kari)
    return reverse("admission:my_talk")


def _rounds(world: World) -> str:
    world.offering(world.here)
    return reverse("groups:rounds")


Scene = Callable[[World], str]
FORMS: list[tuple[str, Role, Scene, dict[str, str]]] = [
    ("step", Role.ADVISER, _editor, {"summary": TYPED}),
    ("step with times", Role.ADVISER, _editor, {"frame": TYPED, "weekday_1": "2", "starts_1": "12:00"}),
    ("new offering", Role.ADVISER, lambda world: _rounds(world) and "/desk/offerings/new/", {"title": TYPED}),
    ("copy", Role.ADVISER, lambda world: f"{_editor(world)}copy/", {"title": TYPED}),
    ("new service", Role.MANAGER, lambda world: "/desk/services/new/", {"name": TYPED, "kind": "self_help_groups"}),
    ("round", Role.ADVISER, _rounds, {"meeting_place": TYPED, "from_on": "next week", "capacity": "many"}),
    ("talk", Role.ADVISER, _a_talk, {"good_for_me": TYPED, "greeting": "greet"}),
    ("held talk", Role.ADVISER, _a_held_talk, {"good_to_know": TYPED}),
    ("answer", Role.ADVISER, _a_wish, {"answer": TYPED}),
    ("somebody new", Role.ADVISER, _a_wish, {"nickname": TYPED, "held_before_on": "yesterday"}),
    ("how to reach her", Role.PARTICIPANT, lambda world: "/me/talk/", {"phone": "40 00 00 00", "way": "call"}),
    ("change", Role.PARTICIPANT, _own_copy, {"words": TYPED}),
    (
        "joining",
        Role.PARTICIPANT,
        lambda world: reverse("admission:join", args=[world.offering(world.here).slug]),
        {"phone": "40 00 00 00", "way": "call"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "scene", "typed"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS]
)
def test_what_was_typed_is_there_after_signing_in_again(role: Role, scene: Scene, typed: dict[str, str]):
    world = World()
    actor = world.actor(role)
    path = scene(world)
    door = _door_of(actor)
    client = _browser(actor)
    form = _form(client, path, next(iter(typed)))
    sent = form.filled(**typed)
    _idle(client)

    page = _lost_and_back(client, door, path.partition("?")[0], sent)

    assert STILL_HERE in text_of(page)
    again = next(one for one in forms_of(page) if next(iter(typed)) in one.controls)
    assert {**again.filled(), "csrfmiddlewaretoken": []} == {**sent, "csrfmiddlewaretoken": []}
    assert page.count(STILL_HERE) == 1, "said at the form that was lost, and at no other"
    if "do" in dict(form.buttons) and "answer" in typed:
        assert '<details class="ds-details" open' in page


def test_after_it_has_been_sent_the_page_is_as_usual():
    world = World()
    path, door = _editor(world), _door_of(world.ingrid)
    client = _browser(world.ingrid)
    sent = _form(client, path, "summary").filled(summary=TYPED)
    _idle(client)
    page = _lost_and_back(client, door, path, sent)
    again = next(form for form in forms_of(page) if "summary" in form.controls)

    assert client.post(path, again.filled()).status_code == 302

    assert STILL_HERE not in client.get(path).content.decode()
    with given(world.ingrid):
        assert ListingText.objects.get(listing_id=path.split("/")[3]).summary == TYPED


def test_ended_elsewhere():
    """A new password on another device ends this session; the form waits for whoever knows the new one."""
    world = World()
    path = _editor(world)
    _door_of(world.ingrid)
    client = _browser(world.ingrid)
    sent = _form(client, path, "summary").filled(summary=TYPED)
    with given():
        link = User.objects.get(pk=world.ingrid.user_id).link(until=timezone.now() + timedelta(hours=1))
    new = "en helt annen setning"
    people.choose_password(Actor.visitor(world.here.pk), link=link, password=new, now=timezone.now())

    page = _lost_and_back(client, {"door": "staff", "email": EMAIL, "password": new}, path, sent)

    assert TYPED in page
    assert STILL_HERE in page


def test_somebody_else_wrote_there_meanwhile():
    """What was typed answers to the version that was read: sending it shows both texts and overwrites nothing."""
    world = World()
    path, door = _editor(world), _door_of(world.ingrid)
    client, other = _browser(world.ingrid), _browser(world.actor(Role.MANAGER))
    sent = _form(client, path, "summary").filled(summary=TYPED)
    _idle(client)
    theirs = _form(other, path, "summary").filled(summary="Vi går tur")
    assert other.post(path, theirs).status_code == 302

    page = _lost_and_back(client, door, path, sent)
    again = next(form for form in forms_of(page) if "summary" in form.controls)
    answer = client.post(path, again.filled())

    assert answer.status_code == 409
    assert "Vi går tur" in answer.content.decode()
    assert TYPED in answer.content.decode()
    assert STILL_HERE not in client.get(path).content.decode(), "keeping the other's is a choice that holds"


@pytest.mark.parametrize("move", ["publish"])
def test_an_address_that_only_takes_a_form_leads_back_to_its_page(move: str):
    world = World()
    shown = world.offering(world.here)
    path, door = reverse("directory:desk_offering", args=[shown.pk]), _door_of(world.ingrid)
    client = _browser(world.ingrid)
    _idle(client)

    page = _lost_and_back(client, door, f"{path}{move}/", {})

    assert "You are back where you were. Nothing has been sent yet." in page
    assert STILL_HERE not in page
    with given(world.ingrid):
        assert Listing.objects.get(pk=shown.pk).state == State.PUBLISHED


def test_giving_a_place_leads_back_to_the_round():
    world = World()
    path = reverse("groups:round", args=[world.round(world.ingrid)])
    door = _door_of(world.ingrid)
    client = _browser(world.ingrid)
    _idle(client)

    answer = client.post(path, {"do": "give", "participant": participant_of(world.kari).pk})
    assert answer.headers["Location"].startswith("/sign-in/")

    assert _both_steps(client, door).headers["Location"] == path


def test_a_newcomers_form_is_not_kept_for_whoever_was_there_before():
    """On a shared device: Kari's session has ended, and Eva fills in the form for newcomers. It is Eva's."""
    world = World()
    path = reverse("admission:join", args=[world.offering(world.here).slug])
    sent = _form(Client(), path, "nickname").filled(nickname="Eva", over_minimum_age="yes")
    client = _browser(world.kari)
    _idle(client)

    answer = client.post(path, sent)

    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    with given(world.here.pk):
        assert Draft.objects.count() == 0
        assert TalkRequest.objects.count() == 1


def test_without_a_session_nothing_is_kept():
    world = World()
    path = reverse("admission:join", args=[world.offering(world.here).slug])
    client = Client()

    answer = client.post(path, {"way": "call", "phone": "40 00 00 00"})

    assert answer.status_code in {302, 403}
    assert Session.objects.count() == 0
    with given(world.here.pk):
        assert Draft.objects.count() == 0
