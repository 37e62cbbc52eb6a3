"""What somebody is introduced to before the first time, and for whom it is still open (S1-17, S1-19)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..models import Introduction, IntroductionText
from ..rules import Subject, keeps_words, mark_of, still_open
from ..texts import OfGroup, in_force, of_groups, promise_in


@dataclass(frozen=True, slots=True)
class IntroductionPart:
    """One text to read. `words` are for the reader, in `language`; `mark` is of the words that count.

    `read_at` None: not introduced to these words yet; `renewed`: to earlier ones. `told_by`: the adviser who noted it,
    empty when she did herself; `confirmed`: she has said so herself.
    """

    subject: Subject
    words: str
    language: str
    mark: str
    read_at: datetime | None = None
    told_by: str = ""
    confirmed: bool = False
    renewed: bool = False


@dataclass(frozen=True, slots=True)
class Introductions:
    """Everything that is read before the first time in one offering. `staff_may_note`: whether an adviser may tick."""

    participant_id: UUID
    listing_id: UUID
    slug: str
    title: str
    language: str
    staff_may_note: bool
    parts: tuple[IntroductionPart, ...]

    @property
    def open(self) -> frozenset[Subject]:
        return frozenset(part.subject for part in self.parts if part.read_at is None)

    @property
    def to_confirm(self) -> list[IntroductionPart]:
        return [part for part in self.parts if part.told_by and not part.confirmed]


@query
def introductions_for(
    actor: Actor, participant_id: UUID, which: UUID | str, language: str = ""
) -> Introductions:
    """What this participant reads before the first time in an offering (by id or address), and what she has read.

    For herself, and for an adviser, whose page logs the look; an adviser sees nobody's ticks where staff write nothing
    about anybody (X-15). Raises NotFound for an unknown offering or participant, and for somebody else's.
    """
    guidelines = directory.guidelines_of(actor, which, language)
    if actor.role is not Role.PARTICIPANT:
        policy.require_may_introduce(actor)
    people.participant_shown(actor, participant_id)
    organisation = people.organisation(actor.organisation_id)
    staff_may_note = keeps_words(guidelines.documentation)
    group = of_groups(actor, guidelines.listing_id, [participant_id], language).get(participant_id)
    of = group.of if group else None
    newest = IntroductionText.objects.newest(actor, guidelines.listing_id, of)
    read: Mapping[Subject, Introduction] = {}
    if staff_may_note or actor.role is Role.PARTICIPANT:
        read = _read(actor, participant_id, guidelines.listing_id, of)
    names = people.seat_names(actor, {row.told_by_seat_id for row in read.values() if row.told_by_seat_id})
    for_reader = {
        Subject.OFFERING: guidelines.read,
        Subject.GROUP: group.read if group else None,
        Subject.PROMISE: directory.Said(promise_in(language), language) if language else None,
    }
    return Introductions(
        participant_id=participant_id,
        listing_id=guidelines.listing_id,
        slug=guidelines.slug,
        title=guidelines.title.text,
        language=guidelines.title.language,
        staff_may_note=staff_may_note,
        parts=tuple(
            _part(
                subject, said, for_reader.get(subject) or said, newest.get(subject), read.get(subject), names
            )
            for subject, said in in_force(organisation, guidelines, group).items()
        ),
    )


@query
def introductions_with(
    actor: Actor, participant_id: UUID, which: UUID | str, now: datetime, language: str
) -> tuple[str, Introductions]:
    """The same for the adviser who goes through it with her, with her nickname: logged as a look."""
    policy.require_may_introduce(actor)
    nickname = people.participant_shown(actor, participant_id).nickname
    shown = introductions_for(actor, participant_id, which, language)
    journal.seen(actor, about=[participant_id], why="admission.introductions", at=now)
    return nickname, shown


@query
def introductions_open(
    actor: Actor, listing_id: UUID, participant_ids: Collection[UUID]
) -> dict[UUID, frozenset[Subject]]:
    """For each of these participants, what she has still to be introduced to before this offering.

    For an adviser, whose page logs the looks. Empty where staff write nothing about anybody (X-15): there the ticks
    are the participant's own. As many statements for all of them as for one. Raises NotAllowed for
    others, NotFound for an unknown offering.
    """
    policy.require_may_introduce(actor)
    guidelines = directory.guidelines_of(actor, listing_id)
    if not keeps_words(guidelines.documentation):
        return {}
    groups = of_groups(actor, listing_id, participant_ids)
    newest = IntroductionText.objects.newest_of_all(
        actor, listing_id, {group.of for group in groups.values()}
    )
    rows = Introduction.objects.visible_to(actor).filter(participant_id__in=participant_ids)
    about = rows.filter(text__listing_id=listing_id) | rows.filter(text__listing=None)
    read: dict[UUID, Read] = {participant_id: {} for participant_id in participant_ids}
    for participant_id, subject, of, number in about.order_by("text__number").values_list(
        "participant_id", "text__subject", "text__of", "text__number"
    ):
        read[participant_id][Subject(subject), of] = number
    organisation = people.organisation(actor.organisation_id)
    house = in_force(organisation, guidelines)
    return {
        who: _open_for(in_force(organisation, guidelines, group) if group else house, group, newest, theirs)
        for who, theirs in read.items()
        for group in [groups.get(who)]
    }


Read = dict[tuple[Subject, UUID | None], int]
"""The number of the newest version that somebody has read, by subject and group."""


def _open_for(
    words: Mapping[Subject, directory.Said],
    group: OfGroup | None,
    newest: Mapping[tuple[Subject, UUID | None], IntroductionText],
    read: Read,
) -> frozenset[Subject]:
    """What is open for one of them: of several groups' words only those of her own count."""
    keys = {subject: (subject, group.of if group and subject is Subject.GROUP else None) for subject in words}
    return still_open(
        now={subject: mark_of(said.text) for subject, said in words.items()},
        latest={
            subject: (newest[key].number, newest[key].mark) for subject, key in keys.items() if key in newest
        },
        read={subject: read[key] for subject, key in keys.items() if key in read},
    )


def _read(
    actor: Actor, participant_id: UUID, listing_id: UUID, of: UUID | None
) -> dict[Subject, Introduction]:
    """The newest version of each text that she has read; of groups' words those of her own group."""
    rows = Introduction.objects.visible_to(actor).filter(participant_id=participant_id)
    here = Q(text__listing_id=listing_id) & (Q(text__of=None) | Q(text__of=of))
    about = rows.filter(here | Q(text__listing=None))
    return {Subject(row.text.subject): row for row in about.select_related("text").order_by("text__number")}


def _part(
    subject: Subject,
    said: directory.Said,
    for_reader: directory.Said,
    newest: IntroductionText | None,
    read: Introduction | None,
    names: Mapping[UUID, str],
) -> IntroductionPart:
    part = IntroductionPart(subject, for_reader.text, for_reader.language, mark_of(said.text))
    latest = {subject: (newest.number, newest.mark)} if newest else {}
    hers = {subject: read.text.number} if read else {}
    if read is None or still_open(now={subject: part.mark}, latest=latest, read=hers):
        return IntroductionPart(subject, part.words, part.language, part.mark, renewed=read is not None)
    told_by = names.get(read.told_by_seat_id, "") if read.told_by_seat_id else ""
    return IntroductionPart(
        subject,
        part.words,
        part.language,
        part.mark,
        read_at=read.introduced_at,
        told_by=told_by,
        confirmed=read.told_by_seat_id is None or read.confirmed_at is not None,
    )
