"""The matrix itself is no use unless it fails: four leaks, each noticed."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.urls import path

from stegvis.areas.people.models import Seat
from stegvis.config.urls import urlpatterns as ours
from stegvis.kernel.database import within
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, public
from stegvis.kernel.roles import Role
from tests.access import test_matrix as matrix
from tests.access.addresses import Address
from tests.access.table import Page
from tests.access.world import World, client_of

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


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
        matrix._stays_closed(client_of(world.actor(Role.EMPLOYEE)), f"/leak/{world.here.pk}/", Role.EMPLOYEE)


def test_a_foreign_object_that_shows_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._looks_unknown(world, Role.ADVISER, _address("leak"), {"pk": world.there.pk})


def test_a_hidden_object_that_tells_that_it_exists_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._looks_unknown(world, Role.ADVISER, _address("tells"), _seat(world))


def test_a_page_that_breaks_is_noticed():
    world = World()
    with pytest.raises(AssertionError):
        matrix._opens(
            client_of(world.actor(Role.ADVISER)), f"/breaks/{world.here.pk}/", Page(frozenset(Role))
        )
