"""Working groups: who sits in them, what they talk about and what they decide (S1-06)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.once import made_once_by
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Agreement, Matter, Member, WorkingGroup
from ..rules import How, MatterState, Refusal, Seated, Wish, a_user_agrees, all_agree
from ..texts import ADDED

STARTED = "participation.group_started"
RAISED = "participation.matter_raised"


@action
def start_group(
    actor: Actor,
    *,
    name: str,
    purpose: str = "",
    listing_id: UUID | None = None,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """Begin a working group about an offering, or about the house, and sit in it. Gives its id; sent twice, it is one.

    Raises NotAllowed, NotFound for another's offering, Refused without a name.
    """
    seat_id = policy.require_may_run(actor)
    if not name.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)
    if listing_id is not None and listing_id not in directory.listing_briefs(actor, [listing_id], "nb"):
        raise NotFound

    def make(key: UUID) -> UUID:
        group = WorkingGroup.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            name=name.strip(),
            purpose=purpose.strip(),
            listing_id=listing_id,
            started_on=_day(now),
        )
        _seat(actor, group, seat_id=seat_id, now=now)
        journal.written(actor, STARTED, about=key, at=now)
        return key

    return made_once_by(actor, STARTED, wanted_id, make)


@action
def end_group(actor: Actor, *, group_id: UUID, now: datetime) -> None:
    """The group has done its work. What it decided stays to be read. Nothing happens when it has ended already."""
    policy.require_may_run(actor)
    group = WorkingGroup.objects.select_for_update(of=("self",)).one_visible_to(actor, group_id)
    if group.ended_on is None:
        group.ended_on = _day(now)
        group.save(update_fields=["ended_on"])
        journal.written(actor, "participation.group_ended", about=group_id, at=now)


@action
def take_seat(actor: Actor, *, group_id: UUID, now: datetime) -> None:
    """Somebody who works here sits in the group. Nothing happens when they do already."""
    seat_id = policy.require_may_run(actor)
    group = running_group(actor, group_id)
    if not group.members.filter(seat_id=seat_id).exists():
        _seat(actor, group, seat_id=seat_id, now=now)
        journal.written(actor, "participation.seat_taken", about=group_id, at=now)


@action
def add_participant(actor: Actor, *, group_id: UUID, participant_id: UUID, now: datetime) -> None:
    """An adviser writes down that this person has said yes to sitting in the group (S1-06). She is told of it.

    Nothing happens when she sits there. Raises NotAllowed for anybody but an adviser, NotFound, Refused when it ended.
    """
    policy.require_may_add_participant(actor)
    group = running_group(actor, group_id)
    people.participant_shown(actor, participant_id)
    if group.members.filter(participant_id=participant_id).exists():
        return
    member = _seat(actor, group, participant_id=participant_id, told_by=actor.seat_id, now=now)
    messages.send(
        actor,
        participant_id=participant_id,
        kind=ADDED,
        about=group_id,
        arguments={"name": group.name},
        key=f"{ADDED}:{member.pk}",
        now=now,
    )
    journal.written(actor, "participation.participant_added", about=group_id, at=now)


@action
def choose_name(actor: Actor, *, group_id: UUID, shown_as: str, now: datetime) -> None:
    """She says what the others in the group call her; empty for no name. It confirms a yes that was written down."""
    policy.require_may_take_part(actor)
    member = my_seat(actor, group_id)
    member.shown_as, member.told_by_seat_id = shown_as.strip(), None
    member.save(update_fields=["shown_as", "told_by_seat_id"])
    journal.written(actor, "participation.name_chosen", about=group_id, at=now)


@action
def leave_group(actor: Actor, *, group_id: UUID, now: datetime) -> None:
    """Whoever sits there leaves, in one step and without a reason; nothing says that they did."""
    policy.require_may_speak(actor)
    my_seat(actor, group_id).delete()
    journal.written(actor, "participation.seat_left", about=group_id, at=now)


@action
def raise_matter(
    actor: Actor, *, group_id: UUID, words: str, wish: Wish, wanted_id: UUID | None = None, now: datetime
) -> UUID:
    """Put something on the agenda, to talk about or to decide. Who proposes agrees; sent twice, it is one.

    Raises NotFound for whoever does not sit in the group, Refused for no words and when the group has ended.
    """
    policy.require_may_speak(actor)
    member = my_seat(actor, group_id)
    running_group(actor, group_id)
    if not words.strip():
        raise Refused(Refusal.NOTHING_WRITTEN)

    def make(key: UUID) -> UUID:
        matter = Matter.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            group_id=group_id,
            words=words.strip(),
            wish=wish,
            by=member,
            raised_at=now,
        )
        if wish is Wish.DECIDE:
            Agreement.objects.create(organisation_id=actor.organisation_id, matter=matter, member=member)
        journal.written(actor, RAISED, about=key, at=now)
        return key

    return made_once_by(actor, RAISED, wanted_id, make)


@action
def agree(actor: Actor, *, matter_id: UUID, now: datetime) -> bool:
    """Agree with a proposal. Gives whether that decided it: all who sit in the group agree, a user among them (S1-06).

    Raises NotFound for whoever does not sit in the group, Refused for what is not to decide or has been settled.
    """
    policy.require_may_speak(actor)
    matter = _open_matter(actor, matter_id)
    if matter.wish != Wish.DECIDE:
        raise Refused(Refusal.NOT_TO_DECIDE)
    member = my_seat(actor, matter.group_id)
    Agreement.objects.get_or_create(organisation_id=actor.organisation_id, matter=matter, member=member)
    journal.written(actor, "participation.agreed", about=matter_id, at=now)
    if not all_agree(*_who_agrees(matter)):
        return False
    _decide(actor, matter, How.ALL_AGREED, _day(now), now)
    return True


@action
def take_agreement_back(actor: Actor, *, matter_id: UUID, now: datetime) -> None:
    """She thinks otherwise now. Nothing is left of it. Raises as `agree`."""
    policy.require_may_speak(actor)
    matter = _open_matter(actor, matter_id)
    member = my_seat(actor, matter.group_id)
    matter.agreements.filter(member=member).delete()
    journal.written(actor, "participation.agreement_taken_back", about=matter_id, at=now)


@action
def note_decided(actor: Actor, *, matter_id: UUID, on: date, now: datetime) -> None:
    """Somebody who works here and sits in the group notes that a meeting decided it, on that day.

    Raises NotAllowed, NotFound, Refused when no user has agreed (S1-06), for a day to come, and as `agree`.
    """
    policy.require_may_run(actor)
    matter = _open_matter(actor, matter_id)
    my_seat(actor, matter.group_id)
    if matter.wish != Wish.DECIDE:
        raise Refused(Refusal.NOT_TO_DECIDE)
    if on > _day(now):
        raise Refused(Refusal.NOT_TO_COME)
    if not a_user_agrees(*_who_agrees(matter)):
        raise Refused(Refusal.NO_USER_AGREES)
    _decide(actor, matter, How.IN_MEETING, on, now)


@action
def put_away(actor: Actor, *, matter_id: UUID, now: datetime) -> None:
    """It has been talked about, or nobody wants it any more: off the agenda. Anybody can raise it again."""
    policy.require_may_speak(actor)
    matter = _open_matter(actor, matter_id)
    member = my_seat(actor, matter.group_id)
    if not actor.may(policy.RUN) and matter.by_id != member.pk:
        raise NotFound
    matter.state = MatterState.PUT_AWAY
    matter.save(update_fields=["state"])
    journal.written(actor, "participation.matter_put_away", about=matter_id, at=now)


def _decide(actor: Actor, matter: Matter, how: How, on: date, now: datetime) -> None:
    matter.state, matter.how, matter.decided_on = MatterState.DECIDED, how, on
    matter.save(update_fields=["state", "how", "decided_on"])
    journal.written(actor, "participation.decided", about=matter.pk, outcome=how, at=now)


def _who_agrees(matter: Matter) -> tuple[list[Seated], set[UUID]]:
    members = Member.objects.filter(group_id=matter.group_id)
    seated = [Seated(member.pk, member.participant_id is not None) for member in members]
    return seated, set(matter.agreements.values_list("member_id", flat=True))


def running_group(actor: Actor, group_id: UUID) -> WorkingGroup:
    """The group, locked. Raises NotFound, and Refused when it has ended."""
    group = WorkingGroup.objects.select_for_update(of=("self",)).one_visible_to(actor, group_id)
    if group.ended_on is not None:
        raise Refused(Refusal.GROUP_HAS_ENDED)
    return group


def _open_matter(actor: Actor, matter_id: UUID) -> Matter:
    """The group is locked first: two who agree in the same moment are counted one after the other."""
    matter = Matter.objects.all().one_visible_to(actor, matter_id)
    running_group(actor, matter.group_id)
    matter.refresh_from_db()
    if matter.state != MatterState.OPEN:
        raise Refused(Refusal.NOT_OPEN)
    return matter


def my_seat(actor: Actor, group_id: UUID) -> Member:
    """Where the actor sits in the group. Raises NotFound when nowhere."""
    mine = (
        {"participant__user_id": actor.user_id}
        if actor.role is Role.PARTICIPANT
        else {"seat_id": actor.seat_id}
    )
    member = Member.objects.visible_to(actor).filter(group_id=group_id, **mine).first()
    if member is None:
        raise NotFound
    return member


def _seat(
    actor: Actor,
    group: WorkingGroup,
    *,
    now: datetime,
    participant_id: UUID | None = None,
    seat_id: UUID | None = None,
    told_by: UUID | None = None,
) -> Member:
    return Member.objects.create(
        organisation_id=actor.organisation_id,
        group=group,
        participant_id=participant_id,
        seat_id=seat_id,
        told_by_seat_id=told_by,
        joined_at=now,
    )


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
