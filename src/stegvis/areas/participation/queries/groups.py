"""What a working group is about, who sits in it and what it decided. The actor comes first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Agreement, Matter, Member, Note, WorkingGroup
from ..rules import How, MatterState, Wish
from ..texts import HOW, SOMEBODY


@dataclass(frozen=True, slots=True)
class GroupName:
    group_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class GroupBrief:
    """One working group in a list. `offering` is the title of what it is about; empty for the house."""

    group_id: UUID
    name: str
    offering: str
    offering_language: str
    members: int
    agenda: int
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MemberShown:
    """Somebody in the group, as the others call them. `told_by`: who wrote down her yes, until she confirms it."""

    member_id: UUID
    name: str | Promise
    chosen_name: str
    works_here: bool
    is_me: bool
    told_by: str


@dataclass(frozen=True, slots=True)
class MatterShown:
    """Something on the agenda or in the log. `agreed` are the names of those who agree; `i_agree`, `by_me` of mine."""

    matter_id: UUID
    words: str
    to_decide: bool
    by: str | Promise
    by_me: bool
    agreed: tuple[str | Promise, ...]
    i_agree: bool
    decided_on: date | None
    how: Promise | str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """What somebody who comes here told the group. `signed`: the name she chose to write under, else empty."""

    words: str
    signed: str
    on: date


@dataclass(frozen=True, slots=True)
class GroupShown:
    """One working group whole. `me` is None for somebody who works here and does not sit in it; `notes` are those that
    the group has not answered, for those who sit in it.
    """

    group_id: UUID
    name: str
    purpose: str
    offering: directory.ListingBrief | None
    started_on: date
    ended_on: date | None
    members: tuple[MemberShown, ...]
    agenda: tuple[MatterShown, ...]
    decided: tuple[MatterShown, ...]
    me: MemberShown | None
    notes: tuple[NoteShown, ...]


@query
def where_i_sit(actor: Actor) -> list[GroupName]:
    """The working groups that this participant sits in and that go on, by name. One question to the database."""
    policy.require_may_take_part(actor)
    rows = _mine(actor).filter(ended_on=None).order_by("name", "pk")
    return [GroupName(key, name) for key, name in rows.values_list("pk", "name")]


@query
def groups(actor: Actor, language: str) -> list[GroupBrief]:
    """The working groups this seat may know of: her own for a participant. Those that have ended come last."""
    rows = list(_mine(actor).order_by("name", "pk"))
    return _briefs(actor, rows, language)


@query
def groups_for(
    actor: Actor, *, participant_id: UUID, language: str, now: datetime
) -> tuple[list[GroupBrief], frozenset[UUID]]:
    """For an adviser who writes down a yes: the groups that run, and the ids of those she sits in. A look.

    Raises NotAllowed for anybody but an adviser, NotFound.
    """
    policy.require_may_add_participant(actor)
    people.participant_shown(actor, participant_id)
    journal.seen(actor, about=[participant_id], why="participation.for_person", at=now)
    rows = list(WorkingGroup.objects.visible_to(actor).filter(ended_on=None).order_by("name", "pk"))
    sits = Member.objects.visible_to(actor).filter(participant_id=participant_id)
    return _briefs(actor, rows, language), frozenset(sits.values_list("group_id", flat=True))


@query
def group(actor: Actor, group_id: UUID, *, language: str, now: datetime) -> GroupShown:
    """One group. For somebody who works here a look at each participant in it. Raises NotFound."""
    row = _mine(actor).filter(pk=group_id).first()
    if row is None:
        raise NotFound
    notes = _notes(actor, row)
    members = _members(actor, row, notes, now)
    matters = _matters(actor, row, members)
    briefs = directory.listing_briefs(actor, [row.listing_id] if row.listing_id else [], language)
    return GroupShown(
        group_id=row.pk,
        name=row.name,
        purpose=row.purpose,
        offering=briefs.get(row.listing_id) if row.listing_id else None,
        started_on=row.started_on,
        ended_on=row.ended_on,
        members=tuple(members.values()),
        agenda=tuple(shown for shown in matters if shown.decided_on is None),
        decided=tuple(
            sorted(
                (shown for shown in matters if shown.decided_on is not None),
                key=lambda shown: shown.decided_on or date.min,
                reverse=True,
            )
        ),
        me=next((member for member in members.values() if member.is_me), None),
        notes=tuple(NoteShown(one.words, one.signed, one.on) for one in notes),
    )


def _mine(actor: Actor) -> OwnedQuerySet[WorkingGroup]:
    """The groups that this seat may open: for a participant those where she sits (S1-06)."""
    rows = WorkingGroup.objects.visible_to(actor)
    if actor.role is Role.PARTICIPANT:
        return rows.filter(Q(members__participant__user_id=actor.user_id))
    return rows


def _briefs(actor: Actor, rows: Collection[WorkingGroup], language: str) -> list[GroupBrief]:
    ids = [row.pk for row in rows]
    titles = directory.listing_briefs(actor, [row.listing_id for row in rows if row.listing_id], language)
    members = list(
        Member.objects.visible_to(actor).filter(group_id__in=ids).values_list("group_id", flat=True)
    )
    open_matters = Matter.objects.visible_to(actor).filter(group_id__in=ids, state=MatterState.OPEN)
    agenda = list(open_matters.values_list("group_id", flat=True))
    shown = []
    for row in rows:
        title = titles.get(row.listing_id) if row.listing_id else None
        shown.append(
            GroupBrief(
                group_id=row.pk,
                name=row.name,
                offering=title.title if title else "",
                offering_language=title.language if title else "",
                members=members.count(row.pk),
                agenda=agenda.count(row.pk),
                ended_on=row.ended_on,
            )
        )
    return sorted(shown, key=lambda one: one.ended_on is not None)


def _notes(actor: Actor, row: WorkingGroup) -> list[Note]:
    """What waits for an answer, oldest first. Somebody who works here reads it when they sit in the group."""
    if actor.role is not Role.PARTICIPANT and not row.members.filter(Q(seat_id=actor.seat_id)).exists():
        return []
    return list(Note.objects.visible_to(actor).filter(group=row, reply=None).order_by("on", "pk"))


def _members(
    actor: Actor, row: WorkingGroup, notes: Collection[Note], now: datetime
) -> dict[UUID, MemberShown]:
    rows = list(
        Member.objects.visible_to(actor)
        .filter(group=row)
        .select_related("participant")
        .order_by("joined_at", "pk")
    )
    seats = {seat for one in rows for seat in (one.seat_id, one.told_by_seat_id) if seat}
    names = people.seat_names(actor, seats)
    participant = actor.role is Role.PARTICIPANT
    if not participant:
        who = [one.participant_id for one in rows] + [one.participant_id for one in notes]
        about = {participant_id for participant_id in who if participant_id}
        journal.seen(actor, about=about, why="participation.group", at=now)
    shown = {}
    for one in rows:
        her_own = participant and one.participant is not None and one.participant.user_id == actor.user_id
        is_me = her_own or (one.seat_id is not None and one.seat_id == actor.seat_id)
        name = names.get(one.seat_id, "") if one.seat_id else one.shown_as
        told_by = names.get(one.told_by_seat_id, "") if one.told_by_seat_id else ""
        shown[one.pk] = MemberShown(
            one.pk, name or SOMEBODY, one.shown_as, one.seat_id is not None, is_me, told_by
        )
    return shown


def _matters(actor: Actor, row: WorkingGroup, members: dict[UUID, MemberShown]) -> list[MatterShown]:
    rows = Matter.objects.visible_to(actor).filter(group=row).exclude(state=MatterState.PUT_AWAY)
    agreed: dict[UUID, list[MemberShown]] = {}
    pairs = (
        Agreement.objects.visible_to(actor).filter(matter__group=row).values_list("matter_id", "member_id")
    )
    for matter_id, member_id in pairs:
        if member_id in members:
            agreed.setdefault(matter_id, []).append(members[member_id])
    return [
        _matter(one, members.get(one.by_id) if one.by_id else None, agreed.get(one.pk, []))
        for one in rows.order_by("raised_at", "pk")
    ]


def _matter(row: Matter, by: MemberShown | None, agreed: list[MemberShown]) -> MatterShown:
    return MatterShown(
        matter_id=row.pk,
        words=row.words,
        to_decide=row.wish == Wish.DECIDE,
        by=by.name if by else "",
        by_me=by is not None and by.is_me,
        agreed=tuple(member.name for member in agreed),
        i_agree=any(member.is_me for member in agreed),
        decided_on=row.decided_on,
        how=HOW[How(row.how)] if row.how else "",
    )
