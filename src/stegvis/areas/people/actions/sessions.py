"""Beginning and ending a session. A session is not data about a person: it names a user and a seat, and passes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from stegvis.kernel import encryption
from stegvis.kernel.actor import Actor
from stegvis.kernel.database import within, without_waiting
from stegvis.kernel.errors import NotFound
from stegvis.kernel.roles import Role

from ..models import Seat, User, all_kept, kept_of
from ..rules import devices
from ..rules.seats import DRAFT_KEPT_FOR
from ..rules.second_step import GOOD_FOR, PROVED
from .being_here import note_here
from .drafts import DraftShown, Fields

log = structlog.get_logger("stegvis.sessions")
A_MINUTE = 60
SLIP = "people.slip"
TYPED = "people.typed"


def sign_in_to(
    request: HttpRequest,
    user_id: UUID,
    seat_id: UUID | None,
    *,
    now: datetime,
    proved_at: datetime | None = None,
) -> None:
    """Begin a session in this seat, or in none yet when there are several to choose from. The key is a new one.

    `proved_at`: when the second step was taken. Without it, a seat that sees people stays closed.
    """
    user = User.objects.select_related("code").filter(pk=user_id, is_active=True).first()
    if user is None:
        raise NotFound
    request.session.flush()
    at = int(now.timestamp())
    request.session.update({"user": str(user_id), "mark": user.mark(), "seen": at, "since": at})
    if proved_at is not None:
        request.session[PROVED] = int(proved_at.timestamp())
    if seat_id is not None:
        with within(user_id=user_id):
            organisation_id, role = Seat.objects.values_list("organisation_id", "role").get(
                pk=seat_id, user_id=user_id
            )
        request.session.update({"seat": str(seat_id), "organisation": str(organisation_id)})
        if role != Role.PARTICIPANT:  # on which device she came is nobody's business
            request.session["device"] = devices.describe(request.headers.get("User-Agent", ""))
        else:
            note_here(
                Actor.in_seat(
                    organisation_id=organisation_id, role=Role(role), user_id=user_id, seat_id=seat_id
                ),
                now=now,
            )
    rotate_token(request)


def prove(session: SessionBase, *, now: datetime) -> None:
    """The second step was taken in this session. Its key is a new one from here."""
    session.cycle_key()
    session[PROVED] = int(now.timestamp())


def proved_at(session: Mapping[str, Any]) -> datetime | None:
    """When the second step was taken in this session."""
    moment = session.get(PROVED)
    return datetime.fromtimestamp(moment, tz=UTC) if moment is not None else None


def proved_lately(session: Mapping[str, Any], *, now: datetime) -> bool:
    """Whether the second step was taken so short a time ago that it is surely the same person."""
    moment = proved_at(session)
    return moment is not None and timedelta(0) <= now - moment <= GOOD_FOR


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


def go_on_with(session: SessionBase, mark: str) -> None:
    """The password was changed in this session: it goes on under a new key, and those with the old mark are over."""
    session.cycle_key()
    session["mark"] = mark


def end_all(user_id: UUID, *, now: datetime, but: str | None = None) -> None:
    """End every session of this user, except the one with the key `but`."""
    keys = [kept.key for kept in kept_of(user_id, now=now) if kept.key != but]
    Session.objects.filter(pk__in=keys).delete()


def end_one(user_id: UUID, name: str, *, now: datetime) -> None:
    """End the session of this user that her page calls by this name. Somebody else's is left alone."""
    keys = [kept.key for kept in kept_of(user_id, now=now) if kept.name() == name]
    Session.objects.filter(pk__in=keys).delete()


def end_idle(*, now: datetime) -> int:
    """The clock's chore: what was untouched too long holds no user any more, also when the clock is set back later.

    A form that is still open in it can wait for its owner all the same. How many were ended.
    """
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    idle = [kept for kept in all_kept(now=now) if kept.is_idle(now=now)]
    for kept in idle:
        was = {"was": [kept.content["organisation"], kept.content["seat"]]} if "seat" in kept.content else {}
        row = Session.objects.filter(pk=kept.key, session_data=kept.stored)
        row.update(session_data=store.encode(was))
    return len(idle)


def seat_that_was(session: SessionBase) -> tuple[Actor, UUID] | None:
    """A visitor of the organisation, and the seat whose session ended here a moment ago."""
    was = session.get("was")
    return (Actor.visitor(UUID(was[0])), UUID(was[1])) if was else None


def keep_slip(session: SessionBase, code: str) -> None:
    """Keep a code that was just made for its page (`/me/code/`), unreadable in the session's table."""
    put_aside(session, SLIP, code)


def slip(session: SessionBase) -> str:
    """The code that was just made, or an empty text when it has been put away."""
    return aside(session, SLIP)


def put_slip_away(session: SessionBase) -> None:
    take_aside(session, SLIP)


def put_aside(session: SessionBase, what: str, text: str) -> None:
    """Keep something secret between two pages of the same session, unreadable in the session's table."""
    session[what] = encryption.encrypt(text, bound_to=what)


def aside(session: SessionBase, what: str) -> str:
    """What was put aside, or an empty text."""
    kept = session.get(what)
    return encryption.decrypt(kept, bound_to=what) if kept else ""


def take_aside(session: SessionBase, what: str) -> str:
    """What was put aside, which is not kept any longer: it serves once."""
    text = aside(session, what)
    session.pop(what, None)
    return text


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
