"""What changed, and who looked. Both are written or the thing does not happen."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, OperationalError
from django.db.models import QuerySet

from .action import changing, running
from .actor import Actor
from .database import as_actor
from .errors import NotNoted
from .models import JournalEntry, Look


def written(actor: Actor, what: str, *, about: UUID, at: datetime, outcome: str = "") -> None:
    """Tell the journal that an action changed something.

    `what` is `area.verb_in_the_past`, `about` the id of the person or thing, `outcome` a code. Call it inside the
    action, so that change and entry stand or fall together.
    """
    JournalEntry.objects.create(
        organisation_id=actor.organisation_id,
        seat_id=actor.seat_id,
        role=actor.role,
        what=what,
        about=about,
        outcome=outcome,
        at=at,
    )
    change = running.get()
    if change is not None:
        change.written += 1


def is_by(actor: Actor, what: str, *, about: UUID) -> bool:
    """Whether this very seat wrote `what` about this thing. False for whoever has no seat."""
    if actor.seat_id is None:
        return False
    return _of(actor, what, about).filter(seat_id=actor.seat_id).exists()


def is_since(actor: Actor, what: str, *, about: UUID, since: datetime) -> bool:
    """Whether anybody of the actor's organisation wrote `what` about this thing at `since` or later."""
    return _of(actor, what, about).filter(at__gte=since).exists()


def _of(actor: Actor, what: str, about: UUID) -> QuerySet[JournalEntry]:
    return JournalEntry.objects.filter(organisation_id=actor.organisation_id, what=what, about=about)


def seen(actor: Actor, *, about: Collection[UUID], why: str, at: datetime) -> None:
    """Tell the log that a seat looked at these participants' data, before any of it is served (X-06).

    The only write outside an action: one short transaction of its own. If it fails, nothing is shown: raises
    OperationalError when the database is locked, full or gone, and NotNoted when the log alone takes no rows.
    """
    if not about:
        return
    try:
        _note(actor, about=about, why=why, at=at)
    except OperationalError:
        raise
    except DatabaseError as error:
        raise NotNoted from error


def _note(actor: Actor, *, about: Collection[UUID], why: str, at: datetime) -> None:
    with changing(), as_actor(actor):
        Look.objects.bulk_create(
            Look(
                organisation_id=actor.organisation_id,
                seat_id=actor.seat_id,
                role=actor.role,
                about=participant_id,
                why=why,
                at=at,
            )
            for participant_id in about
        )
        change = running.get()
        if change is not None:
            change.written += 1
