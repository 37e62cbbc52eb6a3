"""What changes of a round's dates share: setting them in the calendar, and telling everybody who has a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed

from ..models import Place, Round, Session
from ..rules import ROOM_TAKEN, PlaceState, Planned, Told
from . import line


def lock_unchanged(actor: Actor, round_id: UUID, version: int) -> Round:
    """The round, locked; its next version is counted. Raises Changed when somebody else changed it meanwhile."""
    row = line.lock(actor, round_id)
    if row.version != version:
        raise Changed
    row.version += 1
    return row


def zone_of(actor: Actor) -> str:
    """The IANA time zone of the actor's organisation."""
    return people.organisation(actor.organisation_id).time_zone


def put_in_calendar(row: Round, sessions: Iterable[Planned]) -> None:
    Session.objects.bulk_create(
        Session(
            organisation_id=row.organisation_id,
            round=row,
            on=one.on,
            starts=one.starts,
            ends=one.ends,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
        )
        for one in sessions
    )


def set_to(session: Session, planned: Planned) -> None:
    """Give a meeting these times, not saved yet."""
    session.on, session.starts, session.ends = planned.on, planned.starts, planned.ends
    session.starts_at, session.ends_at = planned.starts_at, planned.ends_at


def somebody_holds(row: Round) -> bool:
    """Whether anybody has, or is offered, a place in the round: then no date of it goes without a word."""
    return Place.objects.filter(organisation_id=row.organisation_id, round=row, state__in=ROOM_TAKEN).exists()


def tell_dates(
    actor: Actor,
    row: Round,
    *,
    called_off: Sequence[date] = (),
    new: Sequence[date] = (),
    moved: Sequence[date] = (),
    now: datetime,
) -> None:
    """Tell everybody with a place which dates are called off, new, or at another time. One message each."""
    arguments = {
        "called_off": ",".join(map(str, sorted(called_off))),
        "new": ",".join(map(str, sorted(new))),
        "moved": ",".join(map(str, sorted(moved))),
    }
    tell(actor, Told.DATES_CHANGED, row, arguments, now)


def tell(actor: Actor, kind: Told, row: Round, arguments: dict[str, str], now: datetime) -> None:
    """One message to each who has a place in the round. The same version of a round is told once."""
    places = Place.objects.filter(
        organisation_id=row.organisation_id, round=row, state=PlaceState.HELD
    ).order_by("number")
    title = line.title_of(actor, row)
    for place in places:
        messages.send(
            actor,
            participant_id=place.participant_id,
            kind=kind,
            about=place.pk,
            arguments={"title": title, "place": str(place.pk), **arguments},
            key=f"{kind}:{place.pk}:{row.version}",
            now=now,
        )
