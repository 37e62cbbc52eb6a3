"""What a participant says she can on one outing (S1-30).

The journal is told that something was said about the outing, by nobody: the log shall not tell whose it was.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import require_open_door

from .. import policy
from ..models import Capacity, Outing
from ..rules import Needs, Refusal, as_words
from .planning import meeting_to_come


@action
def say_needs(actor: Actor, *, session_id: UUID, needs: Needs, now: datetime) -> None:
    """She says what she can; nothing said takes it away. What was written down for her is hers from now on.

    Raises Refused for an outing that is over or called off, NotFound for one of a group where she has no place,
    NotAllowed for anybody but a participant.
    """
    policy.require_may_say(actor)
    participant_id = people.my_participant(actor).id
    outing = _of_one_who_comes(actor, session_id, participant_id, now)
    _keep(actor, outing, participant_id, needs, told_by=None)
    _write(actor, outing, now)


@action
def take_back(actor: Actor, *, session_id: UUID, now: datetime) -> None:
    """She takes her words back, also when the outing is over. Nothing is left of them. Twice is fine."""
    policy.require_may_say(actor)
    mine = Capacity.objects.visible_to(actor).filter(outing__session_id=session_id)
    row = mine.select_related("outing").first()
    if row is not None:
        outing = row.outing
        row.delete()
        _write(actor, outing, now)


@action
def note_needs(actor: Actor, *, session_id: UUID, participant_id: UUID, needs: Needs, now: datetime) -> None:
    """The planner writes down what somebody told her; it shows to that person as written down, until she has read it.

    Raises NotAllowed for anybody but this outing's planner, Refused where staff write nothing about people (X-15) and
    as `say_needs`, NotFound for somebody without a place or behind a closed door.
    """
    outing = _of_one_who_comes(actor, session_id, participant_id, now)
    policy.require_is_planner(actor, outing.planner_id)
    require_open_door(actor, participant_id, Capacity.SECTION)
    meeting = meeting_to_come(actor, session_id, now)
    facts = directory.joining_facts(actor, meeting.listing_id)
    if facts.documentation is directory.DocumentationMode.NONE:
        raise Refused(Refusal.NO_NAMES_HERE)
    _keep(actor, outing, participant_id, needs, told_by=actor.seat_id)
    _write(actor, outing, now)


def _of_one_who_comes(actor: Actor, session_id: UUID, participant_id: UUID, now: datetime) -> Outing:
    meeting = meeting_to_come(actor, session_id, now)
    outing = Outing.objects.visible_to(actor).filter(session_id=session_id).first()
    if outing is None:
        raise NotFound
    held = groups.holding(actor, [meeting.round_id])[meeting.round_id]
    if participant_id not in held.participant_ids:
        raise NotFound
    return outing


def _keep(actor: Actor, outing: Outing, participant_id: UUID, needs: Needs, *, told_by: UUID | None) -> None:
    rows = Capacity.objects.visible_to(actor).filter(outing=outing, participant_id=participant_id)
    words = as_words(needs)
    if not words:
        rows.delete()
        return
    Capacity.objects.update_or_create(
        organisation_id=actor.organisation_id,
        outing=outing,
        participant_id=participant_id,
        defaults={"said": words, "told_by_seat_id": told_by},
    )


def _write(actor: Actor, outing: Outing, now: datetime) -> None:
    nobody = Actor.housekeeper(actor.organisation_id)
    journal.written(nobody, "outings.said_about_an_outing", about=outing.pk, at=now)
