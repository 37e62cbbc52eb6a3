"""What happens once somebody is who they say: into the one seat, or to the choice between several."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from stegvis.kernel.actor import Actor
from stegvis.kernel.http import StegvisRequest
from stegvis.kernel.roles import Role
from stegvis.ui.answers import SeeOther

from .. import actions, queries
from ..actions import sessions
from ..rules.second_step import SEES_PEOPLE

DUE = "due"
"""Where a session says that nothing is shown before the second step."""


def arrive(
    request: StegvisRequest,
    user_id: UUID,
    *,
    now: datetime,
    onwards: str = "",
    by_code: bool = False,
    proved_at: datetime | None = None,
) -> HttpResponse:
    """Begin the session of somebody who has just said who they are. `onwards` is where they were going.

    Whoever came by a password meets the second step before anything else is shown; whoever came by a code of her own
    when she goes to a seat that sees people. `proved_at`: when it was taken.
    """
    open_seats = queries.seats_of(user_id, now=now)
    only = open_seats[0] if len(open_seats) == 1 else None
    due = proved_at is None and not by_code and is_second_step_due(user_id, now=now)
    if only and not due and is_open(only, proved_at):
        return enter(request, user_id, only.seat_id, now=now, onwards=onwards, proved_at=proved_at)
    sessions.sign_in_to(request, user_id, None, now=now, proved_at=proved_at)
    if due or only:
        request.session[DUE] = True
        return to_second_step(onwards)
    return SeeOther(with_next(reverse("people:seats"), onwards))


def enter(
    request: StegvisRequest,
    user_id: UUID,
    seat_id: UUID,
    *,
    now: datetime,
    onwards: str = "",
    proved_at: datetime | None = None,
) -> HttpResponse:
    """Sit down in this seat: first to a form that was left half way, else onwards, else home."""
    sessions.sign_in_to(request, user_id, seat_id, now=now, proved_at=proved_at)
    actor = queries.actor_in_session(request.session, now=now)
    if actor is None:
        return SeeOther(reverse("people:sign_in"))
    drafts = actions.take_drafts(actor, now=now)
    if drafts:
        sessions.lay_out(request.session, drafts, now=now)
        messages.info(request, _("You are back where you were. Nothing has been sent yet."))
        return SeeOther(drafts[0].path)
    return SeeOther(onwards or home(actor))


def is_second_step_due(user_id: UUID, *, now: datetime) -> bool:
    """Whether her password alone opens nothing."""
    step = queries.second_step_of(user_id, now=now)
    return step is not None and step.is_asked_for


def is_open(seat: queries.SeatToChoose, proved_at: datetime | None) -> bool:
    return proved_at is not None or seat.role not in SEES_PEOPLE


def to_second_step(onwards: str) -> HttpResponse:
    return SeeOther(with_next(reverse("people:second_step"), onwards))


def with_next(address: str, onwards: str) -> str:
    return f"{address}?{urlencode({'next': onwards})}" if onwards else address


def home(actor: Actor) -> str:
    return "/me/" if actor.role is Role.PARTICIPANT else "/desk/"


def safe_path(request: StegvisRequest, path: str) -> str:
    """The address when it is one of ours, else an empty text."""
    ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None, require_https=request.is_secure())
    return path if ours and path.startswith("/") else ""
