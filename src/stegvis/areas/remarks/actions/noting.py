"""Something was said: who follows up and by when, in words without names that go by themselves (S1-34)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import GuidelineVersion, Remark
from ..rules import NOTE_DAYS, Refusal, expires_on, may_follow_up_by, traces

NOTED = "remarks.noted"


@action
def note_remark(
    actor: Actor,
    *,
    session_id: UUID,
    words: str,
    seat_id: UUID,
    by: date,
    wanted_id: UUID | None = None,
    now: datetime,
) -> UUID:
    """Keep that something was said at this meeting, and who follows up by when. Sent twice, it is one.

    `words` can be empty, and hold nothing that leads to anybody. Raises NotAllowed, NotFound for another's meeting,
    Refused with the `words` to leave out, for a seat that does not work here and for a day too far off.
    """
    policy.require_may_act(actor)
    today = timezone.localtime(now).date()
    meeting = groups.session_page(actor, session_id, now, "nb")
    require_colleague(actor, seat_id, now)
    if not may_follow_up_by(by, today):
        raise Refused(Refusal.FOLLOW_UP_BY)
    _require_nobody_in(actor, words, meeting.round.round_id)

    def make(key: UUID) -> UUID:
        Remark.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            session_id=meeting.session_id,
            on=meeting.on,
            words=words.strip(),
            follow_up_seat_id=seat_id,
            follow_up_by=by,
            expires_on=expires_on(today, _note_days(actor)),
        )
        journal.written(actor, NOTED, about=key, at=now)
        return key

    return made_once_by(actor, NOTED, wanted_id, make)


@action
def forget_remarks(actor: Actor, *, now: datetime) -> int:
    """What has had its days goes: the words in any case, the row once it is followed up. Gives how many.

    Whoever was hit is not forgotten by the clock: what nobody has followed up stays a reminder, without its words.
    """
    policy.require_may_tidy(actor)
    today = timezone.localtime(now).date()
    old = Remark.objects.visible_to(actor).filter(expires_on__lte=today)
    over, kept = old.exclude(done_on=None), old.filter(done_on=None).exclude(words="")
    gone = over.count() + kept.count()
    if gone:
        over.delete()
        kept.update(words="")
        journal.written(actor, "remarks.forgotten", about=actor.organisation_id, at=now)
    return gone


def require_colleague(actor: Actor, seat_id: UUID, now: datetime) -> None:
    """Raises Refused for a seat that does not work here today."""
    if seat_id not in {one.seat_id for one in people.staff(actor, now=now)}:
        raise Refused(Refusal.NOT_A_COLLEAGUE)


def _require_nobody_in(actor: Actor, words: str, round_id: UUID) -> None:
    """Raises Refused with what to leave out. The house itself compares the names: whoever writes is shown none."""
    if not words.strip():
        return
    house = Actor.housekeeper(actor.organisation_id)
    found = traces(words, groups.called_in(house, round_id))
    if found:
        said = list(dict.fromkeys(one.words for one in found))
        raise Refused(Refusal.LOOKS_LIKE_SOMEBODY, words=", ".join(said))


def _note_days(actor: Actor) -> int:
    """As the house has set it, or as it is to begin with."""
    newest = GuidelineVersion.objects.visible_to(actor).order_by("-number")
    return newest.values_list("note_days", flat=True).first() or NOTE_DAYS
