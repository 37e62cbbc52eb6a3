"""Coming in by an offering: a code and the wish for a talk in one step; and when the slip with the code is shown."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase

from stegvis.areas.people import api as people
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from .wishes import note_first_wish

SHOW_SLIP = "admission.show_slip"


@action
def come_in(
    actor: Actor,
    *,
    listing_id: UUID,
    gated: bool,
    nickname: str,
    language: str,
    adviser_may_let_in: bool,
    over_minimum_age: bool,
    secret: str,
    now: datetime,
    wanted_id: UUID | None = None,
) -> people.NewcomerShown:
    """Make the visitor's code and, where a talk comes first, note at once that she wants one: both stand, or neither.

    `wanted_id` and errors as in `people.make_code`; NotFound for an offering of another organisation.
    """
    newcomer = people.make_code(
        actor,
        nickname=nickname,
        language=language,
        adviser_may_let_in=adviser_may_let_in,
        over_minimum_age=over_minimum_age,
        secret=secret,
        wanted_id=wanted_id,
        now=now,
    )
    if gated and newcomer.is_new:
        herself = Actor.in_seat(
            organisation_id=actor.organisation_id,
            role=Role.PARTICIPANT,
            user_id=newcomer.user_id,
            seat_id=newcomer.seat_id,
        )
        note_first_wish(herself, participant_id=newcomer.participant_id, listing_id=listing_id, now=now)
    return newcomer


def show_slip_later(session: SessionBase) -> None:
    """A code was just made; its slip comes at the end of joining, when nothing else is asked any more."""
    session[SHOW_SLIP] = True


def slip_is_due(session: SessionBase) -> bool:
    """Whether the slip comes now. Says yes once."""
    return bool(session.pop(SHOW_SLIP, False))
