"""Sharing something, letting it go on, and taking it back. Only she gives; everybody helps her to take back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from stegvis.areas.people import api as people
from stegvis.kernel import journal, once
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused

from .. import policy
from ..models import Grant, GrantItem, item
from ..rules.sharing import ShareFor, ShareRefusal, ShareState, state_of, what_is_wrong, wrong_day


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to share. `until_on` is the last day; `words` say more about what for, and may be empty."""

    recipient_id: UUID
    items: frozenset[str]
    purpose: ShareFor
    until_on: date
    words: str = ""


@action
def share(actor: Actor, *, wish: Wish, now: datetime, wanted_id: UUID | None = None) -> UUID:
    """She shares these items with one person. `wanted_id` is the key of the form: sent twice, there is one grant.

    Raises Refused, NotFound for a recipient or an item that does not exist here, NotAllowed for staff.
    """
    policy.require_may_share(actor)
    if wanted_id is not None and journal.is_by(actor, "privacy.shared", about=wanted_id):
        return wanted_id  # the same form again: what it shares is shared already
    mine = people.my_participant(actor)
    recipient = people.helper(actor, wish.recipient_id, now=now)

    def make(grant_id: UUID) -> UUID:
        refuse_wrong(wish, recipient, today=local_day(now), shared=_shared(actor, mine.id, recipient, now))
        grant = Grant.objects.create(
            id=grant_id, **columns_of(actor, mine.id, wish), given_at=now, confirmed_at=now
        )
        name_items(grant, wish.items)
        journal.written(actor, "privacy.shared", about=grant.pk, at=now)
        return grant.pk

    return once.made_once_by(actor, "privacy.shared", wanted_id, make)


@action
def take_back(actor: Actor, *, grant_id: UUID, now: datetime) -> None:
    """From now on nothing can be read through it, nor through another grant of the same items to the same person.

    Twice is fine. Raises NotFound for somebody else's, NotAllowed for staff.
    """
    policy.require_may_share(actor)
    grant = locked(actor, grant_id)
    if grant.ended_at is None:
        end(beside(grant), now)
        end(Grant.objects.filter(pk=grant.pk), now)
        journal.written(actor, "privacy.taken_back", about=grant.pk, at=now)


@action
def take_back_told(
    actor: Actor, *, participant_id: UUID, now: datetime, recipient_id: UUID | None = None
) -> None:
    """She said to an adviser that she takes back what she shares: with everybody, or with this person. Counts at once.

    The adviser does not learn whether there was anything. Raises NotAllowed, NotFound for somebody else's participant.
    """
    policy.require_may_note(actor)
    participant = people.participant_shown(actor, participant_id)
    hers = Grant.objects.filter(
        organisation_id=actor.organisation_id, participant_id=participant.id, ended_at=None
    )
    end(hers.filter(recipient_id=recipient_id) if recipient_id else hers, now)
    journal.written(actor, "privacy.taken_back_told", about=participant.id, at=now)


@action
def extend(actor: Actor, *, grant_id: UUID, until_on: date, now: datetime) -> None:
    """She lets it go on until this day. Raises Refused when it is over or the day is too far, NotFound, NotAllowed."""
    policy.require_may_share(actor)
    grant = locked(actor, grant_id)
    today = local_day(now)
    if state_of(grant.share(), today=today) is not ShareState.RUNNING:
        raise Refused(ShareRefusal.IS_OVER)
    refusal = wrong_day(until_on, today=today)
    if refusal is not None:
        raise Refused(refusal)
    grant.until_on = until_on
    grant.save(update_fields=["until_on"])
    journal.written(actor, "privacy.share_goes_on", about=grant.pk, at=now)


def local_day(now: datetime) -> date:
    return timezone.localtime(now).date()


def refuse_wrong(
    wish: Wish, recipient: people.StaffShown, *, today: date, shared: Collection[str] = ()
) -> None:
    """Raises Refused for a wish that the rules say no to, NotFound for an item that nobody declares."""
    known = [item(code) for code in wish.items]
    if None in known:
        raise NotFound
    seen = {one.code for one in known if one and recipient.role in one.seen_by}
    refusal = what_is_wrong(
        items=wish.items, seen_already=seen, shared_already=shared, until_on=wish.until_on, today=today
    )
    if refusal is not None:
        raise Refused(refusal, name=recipient.name)


def columns_of(actor: Actor, participant_id: UUID, wish: Wish) -> dict[str, object]:
    return {
        "organisation_id": actor.organisation_id,
        "participant_id": participant_id,
        "recipient_id": wish.recipient_id,
        "purpose": wish.purpose,
        "words": wish.words.strip(),
        "until_on": wish.until_on,
    }


def name_items(grant: Grant, codes: Collection[str]) -> None:
    GrantItem.objects.bulk_create(
        GrantItem(organisation_id=grant.organisation_id, grant=grant, item=code) for code in sorted(codes)
    )


def locked(actor: Actor, grant_id: UUID) -> Grant:
    """This grant, held until the action is over together with her others to the same person, always in one order.

    Raises NotFound for one that this actor does not see, or that is gone.
    """
    seen = Grant.objects.all().one_visible_to(actor, grant_id)
    between_the_two = Grant.objects.filter(
        organisation_id=actor.organisation_id,
        participant_id=seen.participant_id,
        recipient_id=seen.recipient_id,
    )
    for grant in between_the_two.select_for_update().order_by("pk"):
        if grant.pk == grant_id:
            return grant
    raise NotFound


def beside(grant: Grant) -> QuerySet[Grant]:
    """Her other confirmed grants to the same person that name one of the same items."""
    named = GrantItem.objects.filter(item__in=GrantItem.objects.filter(grant=grant).values("item"))
    return Grant.objects.filter(
        organisation_id=grant.organisation_id,
        participant_id=grant.participant_id,
        recipient_id=grant.recipient_id,
        confirmed_at__isnull=False,
        pk__in=named.values("grant_id"),
    ).exclude(pk=grant.pk)


def end(grants: QuerySet[Grant], now: datetime) -> None:
    """They open nothing any more; one that nobody has confirmed is gone, as if it had not been written down.

    Whoever reads through one at this moment has the turn first, and that reading is told (see reading).
    """
    keys = list(grants.filter(ended_at=None).select_for_update().order_by("pk").values_list("pk", flat=True))
    Grant.objects.filter(pk__in=keys, confirmed_at=None).delete()
    Grant.objects.filter(pk__in=keys).update(ended_at=now)


def _shared(actor: Actor, participant_id: UUID, recipient: people.StaffShown, now: datetime) -> set[str]:
    """The items that running grants open to this person already."""
    named = GrantItem.objects.filter(
        grant__organisation_id=actor.organisation_id,
        grant__participant_id=participant_id,
        grant__recipient_id=recipient.seat_id,
        grant__confirmed_at__isnull=False,
        grant__ended_at=None,
        grant__until_on__gte=local_day(now),
    )
    return set(named.values_list("item", flat=True))
