"""Two organisations that know nothing of each other, with somebody in every seat of the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.addresses import Address
from tests.factories.people import an_actor, an_organisation

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
UNKNOWN: dict[str, Any] = {
    "uuid": UUID(int=7),
    "slug": "no-such-thing",
    "string": "no-such-thing",
    "int": 7_000_000,
}


@dataclass
class World:
    """`here` is the organisation of every actor, `there` the one that must stay unseen."""

    here: Organisation = field(default_factory=an_organisation)
    there: Organisation = field(default_factory=an_organisation)

    @cached_property
    def kari(self) -> Actor:
        """The participant who asks."""
        return an_actor(self.here, Role.PARTICIPANT)

    @cached_property
    def eva(self) -> Actor:
        """Another participant of the same organisation."""
        return an_actor(self.here, Role.PARTICIPANT)

    @cached_property
    def stranger(self) -> Actor:
        """A participant of the other organisation."""
        return an_actor(self.there, Role.PARTICIPANT)

    def actor(self, role: Role) -> Actor:
        if role is Role.VISITOR:
            return Actor.visitor(self.here.pk)
        return self.kari if role is Role.PARTICIPANT else an_actor(self.here, role)


def client_of(actor: Actor) -> Client:
    """A browser in which this actor is signed in; errors come back as pages, as they do in service."""
    client = Client(raise_request_exception=False)
    if actor.role is Role.VISITOR or actor.user_id is None:
        return client
    request = HttpRequest()
    request.session = client.session
    request.META["CSRF_COOKIE"] = "not checked here"
    people.sign_in_to(request, actor.user_id, actor.seat_id, now=timezone.now())
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def path_to(address: Address, keys: dict[str, Any]) -> str:
    return reverse(address.name, kwargs=keys)


def unknown_keys(address: Address) -> dict[str, Any]:
    """Keys of something that does not exist anywhere."""
    return {name: UNKNOWN[converter] for name, converter in address.keys}
