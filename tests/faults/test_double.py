"""A form that makes something, sent twice: one after the other and in the same instant, there is one thing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin
from uuid import UUID, uuid4

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.admission import actions as admission
from stegvis.areas.admission.models import Talk, TalkRequest
from stegvis.areas.directory.models import Listing, Service
from stegvis.areas.groups.models import Place, Round, Session
from stegvis.areas.people import api as people
from stegvis.areas.people.models import LoginCode, Participant, Seat, User
from stegvis.areas.remarks.models import Remark
from stegvis.kernel import once
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.access.world import World, client_of
from tests.factories.admission import a_held_talk, participant_of
from tests.factories.groups import a_round
from tests.faults.forms import Form, forms_of
from tests.racing import and_close, in_thread
from tests.support import asked_of_database, given

AT_ONCE = 4
SECRET = "kopp sti bjork regn"


@dataclass
class Scene:
    """A form as it was filled in, who sends it, and what it makes one of."""

    actor: Actor
    path: str
    sent: dict[str, list[str]]
    makes: tuple[type[models.Model], ...]


def _form(client: Client, path: str, name: str) -> Form:
    page = client.get(path).content.decode()
    return next(form for form in forms_of(page) if name in form.controls)


def _scene(
    actor: Actor, path: str, typed: dict[str, str], makes: tuple[type[models.Model], ...], **more: Any
) -> Scene:
    form = _form(client_of(actor), path, next(iter(typed)))
    for control in form.controls.values():
        if control.kind == "select" and control.choices:
            typed.setdefault(control.name, control.choices[-1])
    return Scene(actor, urljoin(path, form.action), form.filled(**typed, **more), makes)


def _newcomer(world: World) -> Scene:
    path = reverse("admission:join", args=[world.offering(world.here).slug])
    made = (Participant, Seat, LoginCode, User, TalkRequest)
    return _scene(Actor.visitor(world.here.pk), path, {"nickname": "Kari", "over_minimum_age": "yes"}, made)


def _service(world: World) -> Scene:
    manager = world.actor(Role.MANAGER)
    return _scene(manager, "/desk/services/new/", {"name": "Turer", "kind": "social_offerings"}, (Service,))


def _new_offering(world: World) -> Scene:
    world.offering(world.here)
    return _scene(world.ingrid, "/desk/offerings/new/", {"title": "Tur"}, (Listing,))


def _copy(world: World) -> Scene:
    path = reverse("directory:desk_copy", args=[world.offering(world.here).pk])
    return _scene(world.ingrid, path, {"title": "Tur"}, (Listing,))


def _new_round(world: World) -> Scene:
    world.offering(world.here)
    days = {"from_on": "2027-01-07", "until_on": "2027-01-07", "starts": "12:00", "ends": "14:00"}
    path = reverse("groups:rounds")
    return _scene(world.ingrid, path, {"meeting_place": "The back door", **days}, (Round, Session))


def _met(world: World) -> Scene:
    world.offering(world.here)  # whose mode lets staff note somebody
    return _scene(world.ingrid, "/desk/talks/", {"nickname": "Arne"}, (Participant, Talk), do="new")


def _held_before(world: World) -> Scene:
    world.offering(world.here)
    typed = {"nickname": "Arne", "held_before_on": "2026-01-08"}
    return _scene(world.ingrid, "/desk/talks/", typed, (Participant, Talk), do="new")


def _taken_place(world: World) -> Scene:
    listing = world.offering(world.here)
    a_held_talk(world.ingrid, participant_of(world.kari).pk, listing.pk)
    today = timezone.localdate()
    round_id = a_round(
        world.ingrid, listing.pk, from_on=today, until_on=today, recurrence="FREQ=DAILY", now=timezone.now()
    )
    path = reverse("groups:choose", args=[listing.slug])
    return Scene(world.kari, path, {"round": [str(round_id)]}, (Place,))


def _asked_for_talk(world: World) -> Scene:
    return _scene(world.kari, "/me/talk/", {"phone": ""}, (TalkRequest,), do="reach")


def _something_was_said(world: World) -> Scene:
    path = reverse("remarks:remark", args=[world.session(world.ingrid)])
    tomorrow = timezone.localdate() + timedelta(days=1)
    return _scene(world.ingrid, path, {"words": "", "by": tomorrow.isoformat()}, (Remark,))


MAKING: list[Callable[[World], Scene]] = [
    _newcomer, _service, _new_offering, _copy, _new_round, _met, _held_before, _something_was_said,
    _taken_place, _asked_for_talk,
]  # fmt: skip
WITH_A_KEY = MAKING[:8]
each = pytest.mark.parametrize("prepare", MAKING, ids=lambda prepare: prepare.__name__.strip("_"))
each_with_a_key = pytest.mark.parametrize("prepare", WITH_A_KEY, ids=lambda each: each.__name__.strip("_"))


def _counted(world: World, makes: tuple[type[models.Model], ...]) -> dict[str, int]:
    with given(world.here.pk):
        return {model.__name__: model._default_manager.count() for model in makes}


def _new(scene: Scene, before: dict[str, int], world: World) -> dict[str, int]:
    after = _counted(world, scene.makes)
    return {name: after[name] - before[name] for name in before}


@each
@pytest.mark.django_db
def test_sent_twice_makes_one(prepare: Callable[[World], Scene]):
    world = World()
    scene = prepare(world)
    before = _counted(world, scene.makes)

    first = client_of(scene.actor).post(scene.path, scene.sent)
    again = client_of(scene.actor).post(scene.path, scene.sent)

    assert first.status_code in {302, 303}
    assert (again.status_code, again.headers["Location"]) == (first.status_code, first.headers["Location"])
    assert set(_new(scene, before, world).values()) == {1}


@each_with_a_key
@pytest.mark.django_db
def test_another_page_makes_another(prepare: Callable[[World], Scene]):
    """The same words from a page opened anew are meant anew."""
    world = World()
    scene = prepare(world)
    before = _counted(world, scene.makes)

    client_of(scene.actor).post(scene.path, scene.sent)
    client_of(scene.actor).post(scene.path, scene.sent | {"key": [str(uuid4())]})

    assert set(_new(scene, before, world).values()) == {2}


@each_with_a_key
@pytest.mark.django_db
def test_the_key_stays_when_the_form_comes_back(prepare: Callable[[World], Scene]):
    world = World()
    scene = prepare(world)
    client = client_of(scene.actor)
    name = next(name for name in ("nickname", "name", "title", "meeting_place", "by") if name in scene.sent)

    answer = client.post(scene.path, scene.sent | {name: [""]})

    assert answer.status_code == 422
    again = next(form for form in forms_of(answer.content.decode()) if name in form.controls)
    assert again.controls["key"].value == scene.sent["key"][0]


@pytest.mark.parametrize("key", ["", "7", "x" * 400, "\x00", "00000000-0000-0000-0000-00000000000g"])
@each_with_a_key
@pytest.mark.django_db
def test_what_is_no_key_is_as_none(prepare: Callable[[World], Scene], key: str):
    world = World()
    scene = prepare(world)
    before = _counted(world, scene.makes)

    answer = client_of(scene.actor).post(scene.path, scene.sent | {"key": [key]})

    assert answer.status_code in {302, 303}
    assert set(_new(scene, before, world).values()) == {1}


def _theirs(model: type[models.Model], world: World) -> UUID:
    """The key of such a thing in the other organisation."""
    listing = world.offering(world.there)
    made: dict[Any, Callable[[], UUID]] = {
        Participant: lambda: participant_of(world.stranger).pk,
        Service: lambda: listing.service_id,
        Listing: lambda: listing.pk,
        Round: lambda: a_round(world.inger, listing.pk),
        Remark: lambda: world.remark(world.inger),
    }
    return made[model]()


@each_with_a_key
@pytest.mark.django_db
def test_a_key_of_somebody_else_is_ignored_and_tells_nothing(prepare: Callable[[World], Scene]):
    world = World()
    scene = prepare(world)
    theirs = _theirs(scene.makes[0], world)
    before = _counted(world, scene.makes)
    with given(world.there.pk):
        untouched = JournalEntry.objects.filter(organisation_id=world.there.pk).count()

    foreign = client_of(scene.actor).post(scene.path, scene.sent | {"key": [str(theirs)]})
    usual = client_of(scene.actor).post(scene.path, scene.sent)

    assert foreign.status_code == usual.status_code
    assert str(theirs) not in foreign.headers["Location"]
    assert set(_new(scene, before, world).values()) == {2}
    with given(world.there.pk):
        assert JournalEntry.objects.filter(organisation_id=world.there.pk).count() == untouched


@pytest.mark.django_db
def test_a_colleagues_key_is_not_ones_own():
    world = World()
    scene = _new_offering(world)
    first = client_of(scene.actor).post(scene.path, scene.sent)

    another = client_of(world.actor(Role.MANAGER)).post(scene.path, scene.sent)

    assert another.status_code == 302
    assert another.headers["Location"] != first.headers["Location"]


@pytest.mark.requirement("S2-05")
@pytest.mark.django_db
def test_a_newcomer_who_presses_twice_has_one_code_and_keeps_what_she_said_meanwhile():
    world = World()
    scene = _newcomer(world)
    first, second = Client(), Client()
    first.post(scene.path, scene.sent)
    first.post(scene.path, {"way": "call", "phone": "40 00 00 00"})

    second.post(scene.path, scene.sent)

    assert _slip(first) == _slip(second)
    assert scene.sent["secret"][0] in _slip(second)
    with given(world.here.pk):
        assert TalkRequest.objects.get().phone == "40 00 00 00"
    assert first.post(scene.path, scene.sent).status_code == 303, "also from where she is in already"


def _slip(client: Client) -> str:
    page = client.get("/me/code/").content.decode()
    return page.partition('translate="no"')[2].partition("</p>")[0]


@pytest.mark.requirement("X-03")
@pytest.mark.django_db
def test_the_key_without_the_secret_opens_nothing():
    world = World()
    scene = _newcomer(world)
    before = _counted(world, scene.makes)
    Client().post(scene.path, scene.sent)

    Client().post(scene.path, scene.sent | {"secret": [SECRET]})

    assert _new(scene, before, world)["Participant"] == 2


@pytest.mark.requirement("X-03")
@pytest.mark.django_db
def test_after_half_an_hour_the_way_in_is_the_code():
    here = World().here
    now, key = timezone.now(), uuid4()
    wish = {"nickname": "Kari", "language": "nb", "adviser_may_let_in": False, "over_minimum_age": True}
    made = [
        people.make_code(
            Actor.visitor(here.pk),
            **wish,
            secret=SECRET,
            wanted_id=key,
            now=now + timedelta(minutes=m),
        )
        for m in (0, 29, 31)
    ]
    assert [one.participant_id == key for one in made] == [True, True, False]
    assert [one.is_new for one in made] == [True, False, True]


@pytest.mark.requirement("S1-12")
@pytest.mark.django_db
def test_coming_in_stands_or_falls_as_one(monkeypatch: pytest.MonkeyPatch):
    """When the wish cannot be noted, nobody has come in either."""
    world = World()
    scene = _newcomer(world)
    before = _counted(world, scene.makes)

    def fail(*arguments: object, **named: object) -> None:
        raise RuntimeError("the line breaks here")

    monkeypatch.setattr("stegvis.areas.admission.actions.newcomers.note_first_wish", fail)
    answer = Client(raise_request_exception=False).post(scene.path, scene.sent)

    assert answer.status_code == 500
    assert set(_new(scene, before, world).values()) == {0}


@pytest.mark.django_db
def test_coming_in_is_a_dozen_statements():
    world = World()
    listing = world.offering(world.here)

    def comes_in(nickname: str) -> None:
        admission.come_in(
            Actor.visitor(world.here.pk),
            listing_id=listing.pk,
            gated=True,
            nickname=nickname,
            language="nb",
            adviser_may_let_in=False,
            over_minimum_age=True,
            secret=SECRET,
            wanted_id=uuid4(),
            now=timezone.now(),
        )

    comes_in("Eva")  # the organisation's key is made with its first words
    with asked_of_database() as statements:
        comes_in("Kari")
    assert len(statements) <= 12, "\n".join(statements)


def _ready(prepare: Callable[[World], Scene]) -> tuple[World, Scene, dict[str, int], list[Client]]:
    world = World()
    scene = prepare(world)
    return world, scene, _counted(world, scene.makes), [client_of(scene.actor) for _ in range(AT_ONCE)]


def _send_at_once(prepare: Callable[[World], Scene]) -> dict[str, int]:
    world, scene, before, browsers = in_thread(_ready, prepare)
    start = threading.Barrier(AT_ONCE)

    def send(browser: Client) -> int:
        start.wait(timeout=60)
        return browser.post(scene.path, scene.sent).status_code

    with ThreadPoolExecutor(AT_ONCE) as crowd:
        answers = [crowd.submit(and_close, send, browser) for browser in browsers]
        assert {answer.result() for answer in answers} <= {302, 303}
    new: dict[str, int] = in_thread(_new, scene, before, world)
    return new


@each
def test_sent_in_the_same_instant_makes_one(prepare: Callable[[World], Scene], shared_database: None):
    assert set(_send_at_once(prepare).values()) == {1}


def test_the_race_notices_when_the_key_is_not_used(shared_database: None, monkeypatch: pytest.MonkeyPatch):
    """Take the guard away, and there are as many as were sent."""
    monkeypatch.setattr(
        "stegvis.areas.directory.actions.services.made_once_by",
        lambda actor, what, wanted, make: once.made_once(None, make=make, there=lambda key: None),
    )
    assert _send_at_once(_service) == {"Service": AT_ONCE}
