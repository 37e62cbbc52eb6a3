"""Leave: at once, from any page, with or without a session and a script (X-01)."""

from __future__ import annotations

from contextlib import suppress
from http.cookies import CookieError

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from stegvis.kernel.database import without_waiting
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui.answers import SeeOther

from .. import actions
from . import devices
from .arriving import safe_path

CLEARED = '"cache", "storage"'
"""Not "cookies": browsers would drop the one set in the same answer too, so all that came are deleted by name."""

AWAY_FOR = 10 * 60
"""Seconds in which Back shows an empty page."""

log = structlog.get_logger("stegvis.leave")


@public
@require_safe
def leave(request: StegvisRequest) -> HttpResponse:
    """End the session, forget half-written forms, and go where nothing tells of us. Never fails to go."""
    _forget(request)
    response = SeeOther(settings.LEAVE_TO)
    for name in request.COOKIES:
        with suppress(CookieError):  # a name that no cookie of ours can have, made up by whoever sent it
            response.delete_cookie(name)
    devices.forget(response)
    response.headers["Clear-Site-Data"] = CLEARED
    response.set_cookie(
        settings.AWAY_COOKIE_NAME,
        "1",
        max_age=AWAY_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@public
@require_safe
def come_back(request: StegvisRequest) -> HttpResponse:
    """Open again the page that Leave covers."""
    response = SeeOther(safe_path(request, request.GET.get("to", "")) or "/")
    response.delete_cookie(settings.AWAY_COOKIE_NAME)
    return response


def _forget(request: StegvisRequest) -> None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    try:
        with without_waiting():
            if request.actor.seat_id is not None:
                actions.forget_drafts(request.actor, now=timezone.now())
            request.session.flush()
    except DatabaseError as error:  # going comes first: the cookie goes, and an idle session ends by itself
        request.session.modified = False  # or the session would be written after all, and fail once more
        log.warning("not_forgotten_yet", error=type(error).__name__)
