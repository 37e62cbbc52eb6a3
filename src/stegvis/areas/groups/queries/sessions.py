"""One meeting: for those who plan its numbers, for advisers who is there, for the wall no name but who receives."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Attendance, NotToday, Place, Round, Session, SmallAim
from ..rules import PlaceState, SessionState, in_order
from .rounds import RoundShown, shown


@dataclass(frozen=True, slots=True)
class SessionPage:
    """One meeting with its numbers. `came` None while nobody has counted; `noted`: how many were noted by name;
    `keeps_names` False where nothing is written about who comes (X-15); `day_has_come`: it is today or before;
    `open`: it can still be changed; `version`: the round's.
    """

    session_id: UUID
    round: RoundShown
    on: date
    starts: time
    ends: time
    state: SessionState
    came: int | None
    noted: int
    keeps_names: bool
    day_has_come: bool
    open: bool
    version: int


@dataclass(frozen=True, slots=True)
class PersonAtSession:
    """Somebody with a place, for the adviser at the door. `aim`: what she has chosen to share, else empty;
    `introduction_open`: there are guidelines that nobody has gone through with her yet (S1-17).

    Who has closed her door to this adviser is somebody: no id, and nothing that she has said or that is noted of her.
    """

    participant_id: UUID | None
    nickname: str
    here: bool
    not_today: bool
    first_time: bool
    aim: str
    introduction_open: bool


SOMEBODY = PersonAtSession(
    None, "", here=False, not_today=False, first_time=False, aim="", introduction_open=False
)


@dataclass(frozen=True, slots=True)
class OnTheWall:
    """One meeting for the wall: what, when, where, who receives. No word about who comes."""

    on: date
    starts: time
    ends: time
    title: str
    language: str
    meeting_place: str
    welcomed_by: str
    called_off: bool


@query
def session_page(actor: Actor, session_id: UUID, now: datetime, language: str) -> SessionPage:
    """One meeting with its numbers. Raises NotAllowed without the right to plan, NotFound for another house's."""
    policy.require_may_plan(actor)
    row = Session.objects.select_related("round").one_visible_to(actor, session_id)
    found = shown(actor, Round.objects.visible_to(actor).filter(pk=row.round_id), now, language)
    if not found:
        raise NotFound
    facts = directory.joining_facts(actor, found[0].listing_id)
    noted = Attendance.objects.filter(organisation_id=actor.organisation_id, session=row).count()
    return SessionPage(
        session_id=row.pk,
        round=found[0],
        on=row.on,
        starts=row.starts,
        ends=row.ends,
        state=SessionState(row.state),
        came=row.came,
        noted=noted,
        keeps_names=facts.documentation is not directory.DocumentationMode.NONE,
        day_has_come=row.on <= timezone.localtime(now).date(),
        open=not row.dated(now).fixed,
        version=row.round.version,
    )


@query
def people_at(
    actor: Actor, session_id: UUID, now: datetime, only: Collection[UUID] | None = None
) -> list[PersonAtSession]:
    """Who has a place at a meeting, or was there, by first name; each is logged as seen. Advisers only.

    Those behind a closed door come first, as somebody. `only` narrows it to these participants. Raises NotAllowed,
    NotFound for another house's meeting.
    """
    policy.require_may_note_who_came(actor)
    session = Session.objects.select_related("round").one_visible_to(actor, session_id)
    held = Place.objects.visible_to(actor).filter(round_id=session.round_id, state=PlaceState.HELD)
    since = dict(held.values_list("participant_id", "since"))
    here = _said(Attendance, actor, session)
    ids = since.keys() | here
    if only is not None:
        ids &= set(only)
    names = people.nicknames(actor, ids)
    journal.seen(actor, about=names, why="groups.people_at", at=now)
    away = _said(NotToday, actor, session)
    known = _been_before(actor, session, since, now)
    to_read = admission.introductions_open(actor, session.round.listing_id, ids)
    aims = SmallAim.objects.visible_to(actor).filter(session=session)
    shared = {aim.participant_id: aim.words for aim in aims}
    at = [
        PersonAtSession(
            participant_id=one,
            nickname=names[one],
            here=one in here,
            not_today=one in away and one not in here,
            first_time=one not in known,
            aim=shared.get(one, ""),
            introduction_open=bool(to_read.get(one)),
        )
        for one in names
    ]
    at.sort(key=lambda person: (in_order(person.nickname), str(person.participant_id)))
    return [SOMEBODY] * (len(ids) - len(names)) + at


@query
def on_the_wall(actor: Actor, now: datetime, days: int, language: str) -> list[OnTheWall]:
    """What meets in the next so many days, by time, called off ones too. Raises NotAllowed."""
    policy.require_may_plan(actor)
    today = timezone.localtime(now).date()
    rows = Session.objects.visible_to(actor).filter(on__gte=today, on__lt=today + timedelta(days=days))
    sessions = list(rows.order_by("starts_at", "pk"))
    met = Round.objects.visible_to(actor).filter(pk__in={row.round_id for row in sessions})
    rounds = {row.round_id: row for row in shown(actor, met, now, language)}
    return [
        OnTheWall(
            on=row.on,
            starts=row.starts,
            ends=row.ends,
            title=rounds[row.round_id].title,
            language=rounds[row.round_id].language,
            meeting_place=rounds[row.round_id].meeting_place,
            welcomed_by=rounds[row.round_id].welcomed_by,
            called_off=row.state == SessionState.CALLED_OFF,
        )
        for row in sessions
        if row.round_id in rounds
    ]


def _said(model: type[Attendance] | type[NotToday], actor: Actor, session: Session) -> set[UUID]:
    rows = model.objects.visible_to(actor).filter(session=session)
    return set(rows.values_list("participant_id", flat=True))


def _been_before(actor: Actor, session: Session, since: dict[UUID, datetime], now: datetime) -> set[UUID]:
    """Who has been to this offering before, so that those who have not are met with care.

    Where nobody is ever noted by name, whoever had a place at the meeting before counts as having been there.
    """
    earlier = Attendance.objects.visible_to(actor).filter(
        session__round__listing_id=session.round.listing_id, session__starts_at__lt=session.starts_at
    )
    noted = set(earlier.values_list("participant_id", flat=True))
    if noted:
        return noted
    before = Session.objects.visible_to(actor).filter(
        round_id=session.round_id, starts_at__lt=session.starts_at, starts_at__lte=now
    )
    last = before.exclude(state=SessionState.CALLED_OFF).order_by("-starts_at").first()
    return {one for one, at in since.items() if last and at < last.starts_at}
