"""Somebody who has signed in already, for tests that begin there."""

from datetime import UTC, datetime
from importlib import import_module

from django.conf import settings
from django.test import RequestFactory

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from tests.support import given


def session_of(actor: Actor) -> str:
    """The key of a session in which this actor is signed in."""
    request = RequestFactory().get("/")
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    with given(actor):
        now = datetime.now(UTC)
        people.sign_in_to(request, actor.user_id, actor.seat_id, now=now, proved_at=now)
    request.session.save()
    return str(request.session.session_key)
