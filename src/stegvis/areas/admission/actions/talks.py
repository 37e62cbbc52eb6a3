"""The clarification talk: begun, saved as often as needed, held. Only by advisers (S1-12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, Refused
from stegvis.kernel.models import require_open_door

from .. import policy
from ..models import SECTION, OfferingChoice, Talk, TalkBooking, TalkRequest
from ..rules import (
    Choice,
    ChoiceSaid,
    Refusal,
    RequestState,
    TalkWords,
    Way,
    decide_held_before,
    decide_holding,
    decide_saving,
    keeps_words,
    ticks_that_count,
    what_is_kept,
)
from .documentation import documentation_of
from .following import tell_followers
from .times import choose_time_for


@action
def start_talk(actor: Actor, *, participant_id: UUID, now: datetime) -> UUID:
    """Begin a talk with this participant, or find the one already begun. Gives its id.

    Raises NotAllowed for anybody but an adviser, NotFound for a participant of another organisation.
    """
    policy.require_may_hold_talk(actor)
    people.participant_shown(actor, participant_id)
    talk, is_new = _talk_to_go_on_with(actor, participant_id, now)
    if is_new:
        journal.written(actor, "admission.talk_started", about=participant_id, at=now)
    return talk.pk


@action
def save_talk(
    actor: Actor,
    *,
    talk_id: UUID,
    words: TalkWords,
    choices: Sequence[ChoiceSaid],
    version: int,
    now: datetime,
) -> int:
    """Keep what the two have so far; they can go on another day. Gives the new version.

    In documentation mode `none` the words are dropped and only her choices stay (X-15). A change of a talk that
    she has read asks her to read it again. Raises Changed when somebody else saved since `version`, Refused for
    a review day that has passed or an offering that cannot be joined here.
    """
    policy.require_may_hold_talk(actor)
    talk = _the_talk(actor, talk_id)
    if talk.version != version:
        raise Changed
    kept = what_is_kept(words, documentation=talk.documentation)
    held = talk.held_on is not None
    if refusal := decide_saving(kept, held=held, documentation=talk.documentation, today=_day(now)):
        raise Refused(refusal)
    talk.good_for_me = kept.good_for_me
    talk.good_to_know = kept.good_to_know
    talk.if_it_does_not_fit = kept.if_it_does_not_fit
    talk.greeting = kept.greeting
    talk.review_on = kept.review_on
    talk.wants_talks = kept.wants_talks
    _replace_choices(actor, talk, choices)
    _touch(actor, talk, now)
    journal.written(actor, "admission.talk_saved", about=talk.participant_id, at=now)
    return talk.version


@action
def hold_talk(
    actor: Actor, *, talk_id: UUID, version: int, now: datetime, held_on: date | None = None
) -> None:
    """Both are done: the talk is held, by this adviser, and opens the way into groups (S1-12).

    `held_on`: the day of a talk on paper that is typed in after (X-09); today without one. A talk already held stays
    as it is. Raises Refused for a day to come, or when something chosen now has not been explained from both sides
    (S1-14); Changed when somebody else saved since `version`.
    """
    policy.require_may_hold_talk(actor)
    talk = _the_talk(actor, talk_id)
    if talk.held_on is not None:
        return
    if talk.version != version:
        raise Changed
    said = [
        ChoiceSaid(
            row.listing_id,
            Choice(row.choice),
            row.expectations_said_by_person,
            row.expectations_said_by_adviser,
        )
        for row in talk.choices.all()
    ]
    day = held_on or _day(now)
    if refusal := decide_holding(said, held_on=day, today=_day(now)):
        raise Refused(refusal)
    talk.held_on = day
    talk.adviser_id = _own_seat(actor)
    _touch(actor, talk, now)
    tell_followers(actor, on=day, way=_close_wish(actor, talk.participant_id), now=now)
    journal.written(actor, "admission.talk_held", about=talk.participant_id, at=now)


@action
def record_talk_held_before(actor: Actor, *, participant_id: UUID, held_on: date, now: datetime) -> UUID:
    """A talk held before it could be written here, so that nobody known is asked to start over. Gives its id.

    Raises Refused for a day to come, NotAllowed for anybody but an adviser, NotFound for somebody else's
    participant.
    """
    policy.require_may_hold_talk(actor)
    if refusal := decide_held_before(held_on=held_on, today=_day(now)):
        raise Refused(refusal)
    people.participant_shown(actor, participant_id)
    talk, _ = _talk_to_go_on_with(actor, participant_id, now)
    talk.held_on = held_on
    talk.held_before = True
    talk.adviser_id = _own_seat(actor)
    _touch(actor, talk, now)
    _close_wish(actor, participant_id)
    journal.written(actor, "admission.talk_held_before", about=participant_id, at=now)
    return talk.pk


@action
def meet(
    actor: Actor,
    *,
    nickname: str,
    language: str,
    held_before_on: date | None,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """Somebody without a phone or a login is here: note the name she gives and begin a talk. Gives the talk's id.

    With `held_before_on` the talk is noted as held on that day. `wanted_id`: the key that the form carries; the same
    seat sending it again gets the talk that is there. Raises NotAllowed for anybody but an adviser, and
    Refused without a name, for a day to come, or where staff write nothing about anybody (X-15); then nothing is kept.
    """
    policy.require_may_hold_talk(actor)
    _require_may_note(actor)
    participant_id = people.record_participant(
        actor, nickname=nickname, language=language, wanted_id=wanted_id, now=now
    )
    begun = (
        Talk.objects.visible_to(actor).filter(participant_id=participant_id).order_by("started_at").first()
    )
    if begun is not None:
        return begun.pk
    if held_before_on is not None:
        return record_talk_held_before(actor, participant_id=participant_id, held_on=held_before_on, now=now)
    return start_talk(actor, participant_id=participant_id, now=now)


@action
def note_newcomer(
    actor: Actor,
    *,
    nickname: str,
    language: str,
    time_id: UUID,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """Somebody calls or is here, and would like a talk at this time: note the name she gives, and the time.

    Gives the participant's id. `wanted_id` and errors as in `meet`, and Refused when the time is taken.
    """
    policy.require_may_hold_talk(actor)
    _require_may_note(actor)
    participant_id = people.record_participant(
        actor, nickname=nickname, language=language, wanted_id=wanted_id, now=now
    )
    choose_time_for(actor, participant_id=participant_id, time_id=time_id, now=now)
    return participant_id


def _require_may_note(actor: Actor) -> None:
    """In documentation mode `none` the only row about a person is the one she makes herself."""
    if not keeps_words(documentation_of(actor, None)):
        raise Refused(Refusal.NOTHING_IS_WRITTEN_HERE)


def _talk_to_go_on_with(actor: Actor, participant_id: UUID, now: datetime) -> tuple[Talk, bool]:
    """The talk begun with this participant, or a new one; and whether it is new. Raises NotFound where she has closed
    her talks.
    """
    require_open_door(actor, participant_id, SECTION)
    begun = Talk.objects.visible_to(actor).filter(participant_id=participant_id, held_on=None).first()
    if begun is not None:
        return begun, False
    wish = TalkRequest.objects.visible_to(actor).filter(
        participant_id=participant_id, state=RequestState.ASKED
    )
    listing_id = wish.values_list("listing_id", flat=True).first()
    seat_id = _own_seat(actor)
    return Talk.objects.get_or_create(
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        held_on=None,
        defaults={
            "adviser_id": seat_id,
            "saved_by_id": seat_id,
            "started_at": now,
            "saved_at": now,
            "documentation": documentation_of(actor, listing_id),
        },
    )


def _the_talk(actor: Actor, talk_id: UUID) -> Talk:
    return Talk.objects.select_for_update(of=("self",)).one_visible_to(actor, talk_id)


def _replace_choices(actor: Actor, talk: Talk, choices: Sequence[ChoiceSaid]) -> None:
    """Store what was said. Choices about offerings that have closed since stay as they were said."""
    joinable = {brief.listing_id for brief in directory.joinable(actor, "")}
    stored = {row.listing_id: row for row in talk.choices.all()}
    if any(said.listing_id not in joinable and said.listing_id not in stored for said in choices):
        raise Refused(Refusal.CANNOT_BE_JOINED)
    talk.choices.filter(listing_id__in=joinable | {said.listing_id for said in choices}).delete()
    OfferingChoice.objects.bulk_create(
        OfferingChoice(
            organisation_id=actor.organisation_id,
            talk=talk,
            listing_id=said.listing_id,
            choice=said.choice,
            expectations_said_by_person=said.expectations_said_by_person,
            expectations_said_by_adviser=said.expectations_said_by_adviser,
        )
        for said in ticks_that_count(choices)
    )


def _touch(actor: Actor, talk: Talk, now: datetime) -> None:
    """What every writing leaves: who and when, a new version, and a copy that she has not read yet."""
    talk.saved_by_id = _own_seat(actor)
    talk.saved_at = now
    talk.version += 1
    talk.read_by_participant_at = None
    talk.wish_for_change = ""
    talk.save()


def _close_wish(actor: Actor, participant_id: UUID) -> Way:
    """The wish has come true; the number she gave for it and the time have done their work and go.

    Gives the way in which the two met: the one she wished for, and coming by where she had a time or said none.
    """
    wish = TalkRequest.objects.visible_to(actor).filter(
        participant_id=participant_id, state=RequestState.ASKED
    )
    had_a_time, _ = TalkBooking.objects.visible_to(actor).filter(wish__in=wish).delete()
    wished_for = wish.values_list("way", flat=True).first()
    way = Way(wished_for) if wished_for and not had_a_time else Way.COME_BY
    wish.update(state=RequestState.TALK_HELD, way=way, phone="", answer="")
    return way


def _own_seat(actor: Actor) -> UUID:
    """The seat that holds or writes. Somebody without a seat writes nothing down about anybody."""
    if actor.seat_id is None:
        raise NotAllowed
    return actor.seat_id


def _day(now: datetime) -> date:
    return timezone.localtime(now).date()
