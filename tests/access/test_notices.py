"""The matrix itself is no use unless it fails: leaks are made, guards taken away, each noticed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import path

from stegvis.areas.people.models import Seat
from stegvis.config.urls import urlpatterns as ours
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, public
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.roles import Role
from tests.access import test_matrix as matrix
from tests.access import test_visibility as visibility
from tests.access.addresses import Address
from tests.access.table import EVERYBODY, PAGES, Page
from tests.access.visibility import viewers
from tests.access.world import World, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """What was read with a guard in place says nothing here, nor what is read here anywhere else."""
    visibility._words_on.cache_clear()
    yield
    visibility._words_on.cache_clear()


ODD = matrix.NOT_READING


@public
def open_to_all(request: StegvisRequest, pk: UUID) -> HttpResponse:
    return HttpResponse("Kari")


@public
def says_it_exists(request: StegvisRequest, pk: UUID) -> HttpResponse:
    """Foreign things answer otherwise than unknown ones: the difference tells that they exist."""
    with within(organisation_id=request.actor.organisation_id):
        if Seat.objects.filter(pk=pk).exists():
            return HttpResponse("not yours", status=404)
    raise NotFound


@public
def breaks(request: StegvisRequest, pk: UUID) -> HttpResponse:
    raise RuntimeError("broken")


urlpatterns = [
    *ours,
    path("leak/<uuid:pk>/", open_to_all, name="leak"),
    path("tells/<uuid:pk>/", says_it_exists, name="tells"),
    path("breaks/<uuid:pk>/", breaks, name="breaks"),
]


def _address(name: str) -> Address:
    return next(address for address in matrix.addresses() if address.name == name)


def _seat(world: World) -> dict[str, Any]:
    return {"pk": world.eva.seat_id}


def test_a_page_open_to_a_role_it_is_closed_to_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._stays_closed(
            client_of(world.actor(Role.EMPLOYEE)), f"/leak/{world.here.pk}/", Role.EMPLOYEE, ODD
        )


def test_a_foreign_object_that_shows_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._looks_unknown(world, Role.ADVISER, _address("leak"), {"pk": world.there.pk}, ODD)


def test_a_hidden_object_that_tells_that_it_exists_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._looks_unknown(world, Role.ADVISER, _address("tells"), _seat(world), ODD)


def test_a_page_that_breaks_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._opens(
            client_of(world.actor(Role.ADVISER)), f"/breaks/{world.here.pk}/", Page(frozenset(Role)), ODD
        )


# Each guard taken away, and the tests seen to notice


def _open_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """`@needs` as if it asked for nothing: every actor may everything."""
    monkeypatch.setattr(Actor, "may", lambda actor, right: True)


def test_pages_whose_right_nobody_asks_for_are_noticed(monkeypatch: pytest.MonkeyPatch):
    world = World()
    path = f"/desk/offerings/{world.offering(world.here).pk}/"
    matrix._stays_closed(client_of(world.actor(Role.VOLUNTEER)), path, Role.VOLUNTEER, ODD)
    _open_to_all(monkeypatch)
    with pytest.raises(AssertionError):
        matrix._stays_closed(client_of(world.actor(Role.VOLUNTEER)), path, Role.VOLUNTEER, ODD)


def test_rows_that_are_shown_to_every_role_are_noticed(monkeypatch: pytest.MonkeyPatch):
    """`visible_to` as if every role saw all of the organisation."""
    monkeypatch.setattr(OwnedQuerySet, "visible_to", _all_of_the_house)
    with pytest.raises(AssertionError):
        visibility.test_a_table_shows_its_rows_to_the_roles_of_the_table_and_no_others()


def _all_of_the_house(rows: OwnedQuerySet[Any], actor: Actor) -> OwnedQuerySet[Any]:
    return rows.filter(organisation_id=actor.organisation_id)


@pytest.mark.sqlite
def test_rows_of_other_organisations_that_are_shown_are_noticed(monkeypatch: pytest.MonkeyPatch):
    """On PostgreSQL the database hides them all the same; tests/kernel/test_owned_rows.py takes that guard away."""
    world = World()
    page, address = PAGES["groups:round"], _address("groups:round")
    assert page.foreign is not None
    foreign = page.foreign(world)
    matrix._looks_unknown(world, Role.ADVISER, address, foreign, ODD)
    monkeypatch.setattr(OwnedQuerySet, "visible_to", lambda rows, actor: rows.all())
    with pytest.raises(AssertionError):
        matrix._looks_unknown(world, Role.ADVISER, address, foreign, ODD)


@pytest.mark.postgresql
def test_the_database_hides_them_all_the_same(monkeypatch: pytest.MonkeyPatch):
    world = World()
    page, address = PAGES["groups:round"], _address("groups:round")
    assert page.foreign is not None
    foreign = page.foreign(world)
    monkeypatch.setattr(OwnedQuerySet, "visible_to", lambda rows, actor: rows.all())
    matrix._looks_unknown(world, Role.ADVISER, address, foreign, ODD)


def test_a_page_that_shows_her_to_one_role_too_many_is_noticed(monkeypatch: pytest.MonkeyPatch):
    """Rights and rows both open to a manager: what shows is of a kind that A.7 keeps from managers."""
    _open_to_all(monkeypatch)
    monkeypatch.setattr(OwnedQuerySet, "visible_to", _all_of_the_house)
    monkeypatch.setitem(
        visibility.PAGES, "groups:places_for", replace(PAGES["groups:places_for"], opens=EVERYBODY)
    )
    shown, _ = visibility._opened(Role.MANAGER)["groups:places_for"]
    assert [kind for kind in shown if Role.MANAGER not in viewers(kind)] != []


def test_a_look_that_is_not_kept_is_noticed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(visibility, "READ", [_address("admission:talk")])
    monkeypatch.setattr(journal, "seen", lambda *_, **__: None)
    with pytest.raises(AssertionError, match="one look"):
        visibility.test_every_page_shows_a_role_what_the_table_says_and_each_look_is_kept(Role.ADVISER)
