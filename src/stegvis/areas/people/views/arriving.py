"""What happens once somebody is who they say: into the one seat, or to the choice between several."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from stegvis.kernel.actor import Actor
from stegvis.kernel.http import StegvisRequest
from stegvis.kernel.roles import Role

from .. import actions, queries
from ..actions import sessions


class SeeOther(HttpResponseRedirect):
    status_code = 303


def arrive(request: StegvisRequest, user_id: UUID, *, now: datetime, onwards: str = "") -> HttpResponse:
    """Begin the session of somebody who has just said who they are. `onwards` is where they were going."""
    open_seats = queries.seats_of(user_id, now=now)
    if len(open_seats) == 1:
        return enter(request, user_id, open_seats[0].seat_id, now=now, onwards=onwards)
    sessions.sign_in_to(request, user_id, None, now=now)
    query = f"?{urlencode({'next': onwards})}" if onwards else ""
    return SeeOther(reverse("people:seats") + query)


def enter(
    request: StegvisRequest, user_id: UUID, seat_id: UUID, *, now: datetime, onwards: str = ""
) -> HttpResponse:
    """Sit down in this seat: first to a form that was left half way, else onwards, else home."""
    sessions.sign_in_to(request, user_id, seat_id, now=now)
    actor = queries.actor_in_session(request.session, now=now)
    if actor is None:
        return SeeOther(reverse("people:sign_in"))
    drafts = actions.take_drafts(actor, now=now)
    if drafts:
        sessions.lay_out(request.session, drafts, now=now)
        messages.info(request, _("You are back where you were. Nothing has been sent yet."))
        return SeeOther(drafts[0].path)
    return SeeOther(onwards or home(actor))


def home(actor: Actor) -> str:
    return "/me/" if actor.role is Role.PARTICIPANT else "/desk/"


def safe_path(request: StegvisRequest, path: str) -> str:
    """The address when it is one of ours, else an empty text."""
    ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None, require_https=request.is_secure())
    return path if ours and path.startswith("/") else ""
