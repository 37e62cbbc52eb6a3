"""Beginning and ending a session. A session is not data about a person: it names a user and a seat, and passes."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.db import DatabaseError
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from stegvis.kernel import encryption
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within, without_waiting
from stegvis.kernel.errors import NotFound

from ..models import Seat, User
from ..rules.seats import DRAFT_KEPT_FOR
from .drafts import DraftShown, Fields

log = structlog.get_logger("stegvis.sessions")
A_MINUTE = 60
SLIP = "people.slip"
TYPED = "people.typed"


def sign_in_to(request: HttpRequest, user_id: UUID, seat_id: UUID | None, *, now: datetime) -> None:
    """Begin a session in this seat, or in none yet when there are several to choose from. The key is a new one."""
    user = User.objects.select_related("code").filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound
    request.session.flush()
    request.session.update({"user": str(user_id), "mark": user.mark(), "seen": int(now.timestamp())})
    if seat_id is not None:
        with within(user_id=user_id):
            organisation_id = Seat.objects.values_list("organisation_id", flat=True).get(
                pk=seat_id, user_id=user_id
            )
        request.session.update({"seat": str(seat_id), "organisation": str(organisation_id)})
    rotate_token(request)


def touch(session: SessionBase, *, now: datetime) -> None:
    """Remember that somebody is here, written down at most once a minute.

    When it cannot be written, because another writer holds the database or the session has just been ended
    elsewhere, the page is shown all the same: reading never waits for this to succeed.
    """
    if now.timestamp() - session.get("seen", 0) < A_MINUTE:
        return
    changed_already = session.modified
    session["seen"] = int(now.timestamp())
    try:
        with without_waiting():
            session.save()
    except (DatabaseError, UpdateError) as error:
        log.warning("not_written_that_somebody_is_here", error=type(error).__name__)
    session.modified = changed_already


def end_session(session: SessionBase) -> None:
    """The seat was untouched too long, or has ended: all that is kept, for half an hour, is which seat it was.

    So that a form sent now can wait for the same person to sign in again.
    """
    was = [session["organisation"], session["seat"]] if "seat" in session else None
    session.flush()
    if was:
        session["was"] = was
        session.set_expiry(DRAFT_KEPT_FOR)


def seat_that_was(session: SessionBase) -> tuple[Actor, UUID] | None:
    """A visitor of the organisation, and the seat whose session ended here a moment ago."""
    was = session.get("was")
    return (Actor.visitor(UUID(was[0])), UUID(was[1])) if was else None


def keep_slip(session: SessionBase, code: str) -> None:
    """Keep a code that was just made for its page (`/me/code/`), unreadable in the session's table."""
    session["slip"] = encryption.encrypt(code, bound_to=SLIP)


def slip(session: SessionBase) -> str:
    """The code that was just made, or an empty text when it has been put away."""
    kept = session.get("slip")
    return encryption.decrypt(kept, bound_to=SLIP) if kept else ""


def put_slip_away(session: SessionBase) -> None:
    session.pop("slip", None)


def lay_out(session: SessionBase, drafts: list[DraftShown], *, now: datetime) -> None:
    """Put drafts where the pages of their forms find them, for as long as a draft lives."""
    pages = {draft.path: draft.fields for draft in reversed(drafts)}
    session["typed"] = {
        "until": (now + DRAFT_KEPT_FOR).timestamp(),
        "pages": encryption.encrypt(json.dumps(pages), bound_to=TYPED),
    }


def typed_before(request: HttpRequest, *, now: datetime) -> dict[str, Any]:
    """What was typed on this page before the session ended, as a form's `initial`; empty when nothing was.

    Costs no SQL beyond the session. Answers to one question are a text, several ones a list.
    """
    laid_out = request.session.get("typed")
    if not laid_out or now.timestamp() > laid_out["until"]:
        return {}
    fields = _laid_out(laid_out).get(request.path, {})
    return {name: values[0] if len(values) == 1 else values for name, values in fields.items()}


def put_typed_away(request: HttpRequest) -> None:
    """The form of this page has arrived: what was kept for it is not needed any more.

    A page with several forms tells them apart by `part`.
    """
    laid_out = request.session.get("typed")
    fields = _laid_out(laid_out).get(request.path) if laid_out else None
    if fields is not None and fields.get("part", []) == request.POST.getlist("part"):
        del request.session["typed"]


def _laid_out(kept: dict[str, Any]) -> dict[str, Fields]:
    pages: dict[str, Fields] = json.loads(encryption.decrypt(kept["pages"], bound_to=TYPED))
    return pages
