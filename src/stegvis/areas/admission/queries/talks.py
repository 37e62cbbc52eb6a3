"""One talk, as the two see it on one screen, and as the participant's own copy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.query import query

from .. import policy
from ..models import Talk, TalkRequest
from ..rules import Choice, Greeting, RequestState, TalkWords, Way, expectations_open, keeps_words
from .clarification import said_in
from .times import booked_by_wish
from .waiting import Wish


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """One offering and what was said about it. `language` is the code of the title and the summary.
    `expected`: what taking part involves, to be read again whenever she likes (S1-14).
    """

    listing_id: UUID
    slug: str
    title: str
    summary: str
    language: str
    choice: Choice
    expectations_said_by_person: bool
    expectations_said_by_adviser: bool
    expected: directory.Expected | None


@dataclass(frozen=True, slots=True)
class TalkShown:
    """A talk. `held_on` None: begun, to be gone on with. `saved_by` and `adviser` are the names people use here."""

    talk_id: UUID
    participant_id: UUID
    nickname: str
    adviser: str
    saved_by: str
    started_at: datetime
    saved_at: datetime
    held_on: date | None
    held_before: bool
    keeps_words: bool
    words: TalkWords
    greeting: Greeting | None
    choices: tuple[ChoiceShown, ...]
    expectations_open: tuple[UUID, ...]
    asked_for: UUID | None
    read_at: datetime | None
    wish_for_change: str
    version: int

    @property
    def now(self) -> list[ChoiceShown]:
        return [said for said in self.choices if said.choice is Choice.NOW]

    @property
    def not_now(self) -> list[ChoiceShown]:
        """Maybe later and not for me: neither is for ever (S1-13)."""
        return [said for said in self.choices if said.choice is not Choice.NOW]


@dataclass(frozen=True, slots=True)
class MyTalk:
    """Where the participant stands: the wish she waits with, if any, and her latest talk, if any."""

    wish: Wish | None
    talk: TalkShown | None

    @property
    def held(self) -> bool:
        return self.talk is not None and self.talk.held_on is not None


@dataclass(frozen=True, slots=True)
class MyTalkInShort:
    """The same without what was said: the wish she waits with, if any, and the day of her latest talk, once held."""

    wish: Wish | None
    held_on: date | None


@query
def talk(actor: Actor, talk_id: UUID, now: datetime, language: str) -> TalkShown:
    """One talk for an adviser of the same organisation, logged as a look. Raises NotFound and NotAllowed.

    Once held in documentation mode `none`, the choices are the participant's own copy and not shown (X-15).
    """
    policy.require_may_hold_talk(actor)
    row = Talk.objects.visible_to(actor).prefetch_related("choices").filter(pk=talk_id).first()
    if row is None:
        raise NotFound
    journal.seen(actor, about=[row.participant_id], why="admission.talk", at=now)
    nickname = people.nicknames(actor, [row.participant_id]).get(row.participant_id, "")
    shown = _shown(actor, row, nickname, language)
    if row.held_on is not None and not shown.keeps_words:
        return replace(shown, choices=(), asked_for=None)
    return shown


@query
def my_talk(actor: Actor, language: str) -> MyTalk:
    """The participant's own wish for a talk and her copy of the latest talk. Raises NotAllowed for others."""
    policy.require_may_read_own(actor)
    mine = people.my_participant(actor)
    talks = Talk.objects.visible_to(actor).filter(participant_id=mine.id).prefetch_related("choices")
    latest = talks.order_by("-started_at").first()
    return MyTalk(
        wish=_open_wish(actor, language),
        talk=_shown(actor, latest, mine.nickname, language) if latest else None,
    )


@query
def my_talk_in_short(actor: Actor, language: str) -> MyTalkInShort:
    """For a page that only leads on to her wish or her copy. Raises NotAllowed for anybody but a participant."""
    policy.require_may_read_own(actor)
    talks = Talk.objects.visible_to(actor).order_by("-started_at")
    return MyTalkInShort(
        wish=_open_wish(actor, language),
        held_on=talks.values_list("held_on", flat=True).first(),
    )


def _open_wish(actor: Actor, language: str) -> Wish | None:
    """Her own: to a participant no other is visible."""
    wish = TalkRequest.objects.visible_to(actor).filter(state=RequestState.ASKED).first()
    return _wish(actor, wish, language) if wish else None


def _wish(actor: Actor, wish: TalkRequest, language: str) -> Wish:
    titles = directory.titles(actor, [wish.listing_id] if wish.listing_id else [], language)
    names = _names(actor, [wish.answered_by_id] if wish.answered_by_id else [])
    booked = booked_by_wish(actor, [wish.pk])
    return Wish(
        listing_title=titles.get(wish.listing_id, "") if wish.listing_id else "",
        way=Way(wish.way) if wish.way else None,
        phone=wish.phone,
        asked_at=wish.asked_at,
        answer=wish.answer,
        answered_by=names.get(wish.answered_by_id, "") if wish.answered_by_id else "",
        answered_at=wish.answered_at,
        booked=booked.get(wish.pk),
    )


def _shown(actor: Actor, row: Talk, nickname: str, language: str) -> TalkShown:
    names = _names(actor, {row.adviser_id, row.saved_by_id})
    asked = TalkRequest.objects.visible_to(actor).filter(participant_id=row.participant_id)
    said = [said_in(choice) for choice in row.choices.all()]
    briefs = directory.listing_briefs(actor, [one.listing_id for one in said], language)
    expected = directory.expected(
        actor, [one.listing_id for one in said if one.choice is Choice.NOW], language
    )
    choices = [
        ChoiceShown(
            listing_id=one.listing_id,
            slug=briefs[one.listing_id].slug,
            title=briefs[one.listing_id].title,
            summary=briefs[one.listing_id].summary,
            language=briefs[one.listing_id].language,
            choice=one.choice,
            expectations_said_by_person=one.expectations_said_by_person,
            expectations_said_by_adviser=one.expectations_said_by_adviser,
            expected=expected.get(one.listing_id),
        )
        for one in said
        if one.listing_id in briefs
    ]
    return TalkShown(
        talk_id=row.pk,
        participant_id=row.participant_id,
        nickname=nickname,
        adviser=names.get(row.adviser_id, ""),
        saved_by=names.get(row.saved_by_id, ""),
        started_at=row.started_at,
        saved_at=row.saved_at,
        held_on=row.held_on,
        held_before=row.held_before,
        keeps_words=keeps_words(row.documentation),
        words=words_of(row),
        greeting=Greeting(row.greeting) if row.greeting else None,
        choices=tuple(
            sorted(choices, key=lambda one: (list(Choice).index(one.choice), one.title.casefold()))
        ),
        expectations_open=expectations_open(said),
        asked_for=asked.order_by("-asked_at").values_list("listing_id", flat=True).first(),
        read_at=row.read_by_participant_at,
        wish_for_change=row.wish_for_change,
        version=row.version,
    )


def words_of(row: Talk) -> TalkWords:
    return TalkWords(
        row.good_for_me,
        row.good_to_know,
        row.if_it_does_not_fit,
        row.greeting,
        row.review_on,
        row.wants_talks,
    )


def _names(actor: Actor, seat_ids: Collection[UUID]) -> Mapping[UUID, str]:
    return people.seat_names(actor, seat_ids)
