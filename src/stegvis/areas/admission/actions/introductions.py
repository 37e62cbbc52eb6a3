"""Reading what holds before the first time, alone or with an adviser; and saying that what she noted is right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, Refused

from .. import policy
from ..models import Introduction, IntroductionText
from ..rules import Refusal, Subject, keeps_words, mark_of, next_number
from ..texts import OfGroup, in_force, of_groups


@action
def introduce_oneself(actor: Actor, *, listing_id: UUID, read: Mapping[Subject, str], now: datetime) -> None:
    """The participant has read these texts before her first time, and promises what they ask (S1-17, S1-19).

    `read`: each subject with the mark of the words she read. Raises Changed when they say something else by now,
    NotAllowed for staff, NotFound for an offering of another organisation.
    """
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    _note(actor, directory.guidelines_of(actor, listing_id), mine.id, read, now)


@action
def introduce(
    actor: Actor, *, participant_id: UUID, listing_id: UUID, read: Mapping[Subject, str], now: datetime
) -> None:
    """An adviser has gone through these texts with her, and writes down that she said yes.

    Raises Changed as above, Refused where staff write nothing about anybody (X-15), NotAllowed for anybody but an
    adviser, NotFound for somebody else's participant or offering.
    """
    policy.require_may_introduce(actor)
    people.participant_shown(actor, participant_id)
    guidelines = directory.guidelines_of(actor, listing_id)
    if not keeps_words(guidelines.documentation):
        raise Refused(Refusal.INTRODUCTION_IS_HERS)
    _note(actor, guidelines, participant_id, read, now)


@action
def answer_introductions(actor: Actor, *, listing_id: UUID, right: bool, now: datetime) -> None:
    """She says whether it is right that an adviser has gone through it with her. If not, it is open again."""
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    group = of_groups(actor, listing_id, [mine.id]).get(mine.id)
    newest = IntroductionText.objects.newest(actor, listing_id, group.of if group else None)
    texts = [row.pk for row in newest.values()]
    noted = Introduction.objects.visible_to(actor).filter(
        participant_id=mine.id, text_id__in=texts, told_by_seat__isnull=False, confirmed_at=None
    )
    if noted.exists():
        noted.update(confirmed_at=now) if right else noted.delete()
        outcome = "confirmed" if right else "not_so"
        journal.written(actor, "admission.introductions_answered", about=mine.id, outcome=outcome, at=now)


def _note(
    actor: Actor,
    guidelines: directory.Guidelines,
    participant_id: UUID,
    read: Mapping[Subject, str],
    now: datetime,
) -> None:
    group = of_groups(actor, guidelines.listing_id, [participant_id]).get(participant_id)
    words = in_force(people.organisation(actor.organisation_id), guidelines, group)
    newest = IntroductionText.objects.newest(actor, guidelines.listing_id, group.of if group else None)
    told_by = None if actor.may(policy.READ_OWN) else _own_seat(actor)
    new = []
    for subject, mark in read.items():
        said = words.get(subject)
        if said is None or mark_of(said.text) != mark:
            raise Changed
        text = _version(actor, guidelines, subject, said, newest.get(subject), group, now)
        _, is_new = Introduction.objects.get_or_create(
            organisation_id=actor.organisation_id,
            participant_id=participant_id,
            text=text,
            defaults={"introduced_at": now, "told_by_seat_id": told_by},
        )
        new += [subject.value] if is_new else []
    if new:
        journal.written(actor, "admission.introduced", about=participant_id, outcome=" ".join(new), at=now)


def _version(
    actor: Actor,
    guidelines: directory.Guidelines,
    subject: Subject,
    said: directory.Said,
    newest: IntroductionText | None,
    group: OfGroup | None,
    now: datetime,
) -> IntroductionText:
    """The version that says these words: the newest, or the next. Two at once make one, or one comes too late."""
    mark = mark_of(said.text)
    number = next_number(latest=(newest.number, newest.mark) if newest else None, mark=mark)
    if newest is not None and number is None:
        return newest
    text, _ = IntroductionText.objects.get_or_create(
        organisation_id=actor.organisation_id,
        subject=subject,
        listing_id=guidelines.listing_id if subject in {Subject.OFFERING, Subject.GROUP} else None,
        of=group.of if group and subject is Subject.GROUP else None,
        number=number,
        defaults={"language": said.language, "words": said.text, "mark": mark, "made_at": now},
    )
    if text.mark != mark:
        raise Changed
    return text


def _own_seat(actor: Actor) -> UUID:
    if actor.seat_id is None:
        raise NotAllowed
    return actor.seat_id
