"""How the people of Korsby came: with a code or told by name, a talk, what holds before the first time, and a place."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from .town import Town, Townsperson
from .townspeople import WITH_CODE

LONG_KNOWN = timedelta(days=60)
"""Whoever came before the year began was known already: her talk was held so long before."""


def come(town: Town, name: str, at: datetime) -> Townsperson:
    """She is there, with a code of her own or under the name she told Ingrid. Coming twice is being there once."""
    if name not in town.people:
        if name in WITH_CODE:
            town.people[name] = make_newcomer(town, name, at)
        else:
            participant_id = people.record_participant(town.ingrid, nickname=name, language="nb", now=at)
            town.people[name] = Townsperson(participant_id, at)
    return town.people[name]


def make_newcomer(town: Town, name: str, at: datetime) -> Townsperson:
    """Somebody who made herself a code."""
    korsby = town.ingrid.organisation_id
    newcomer = people.make_code(
        Actor.visitor(korsby),
        nickname=name,
        language="nb",
        adviser_may_let_in=True,
        over_minimum_age=True,
        secret=people.suggest_secret(),
        now=at,
    )
    herself = Actor.in_seat(
        organisation_id=korsby, role=Role.PARTICIPANT, user_id=newcomer.user_id, seat_id=newcomer.seat_id
    )
    return Townsperson(newcomer.participant_id, at, herself)


def join(town: Town, name: str, key: str, round_id: UUID, at: datetime) -> UUID:
    """She comes to the centre if she was not there, has her talk, and takes her place or lets Ingrid write it down."""
    is_new = name not in town.people
    person = come(town, name, at - timedelta(days=4))
    if is_new:
        talk(town, person, key, at - timedelta(days=2))
    return take(town, person, round_id, at)


def take(town: Town, person: Townsperson, round_id: UUID, at: datetime) -> UUID:
    """Her place; she takes it herself, or Ingrid writes her yes down."""
    if person.actor is not None:
        return groups.take_place(person.actor, round_id=round_id, now=at)
    return groups.give_place(town.ingrid, participant_id=person.participant_id, round_id=round_id, now=at)


def wait(town: Town, name: str, key: str, round_id: UUID, at: datetime) -> None:
    """She has had her talk, and would like the next place."""
    person = come(town, name, at - timedelta(days=4))
    hold_talk(town, person, key, at - timedelta(days=2))
    if person.actor is not None:
        groups.ask_for_next_place(person.actor, round_id=round_id, now=at)
    else:
        groups.ask_for_next_place(
            town.ingrid, round_id=round_id, participant_id=person.participant_id, now=at
        )


def talk(town: Town, person: Townsperson, key: str, at: datetime) -> None:
    """A talk with Ingrid about this offering; with those who were known before the year, it was held before."""
    if person.actor is None and at < town.week(-town.extent.weeks // 2):
        admission.record_talk_held_before(
            town.ingrid,
            participant_id=person.participant_id,
            held_on=timezone.localdate(at - LONG_KNOWN),
            now=at,
        )
        return
    hold_talk(town, person, key, at)


def hold_talk(town: Town, person: Townsperson, key: str, at: datetime) -> None:
    """They talk, both tick what is expected, and are done."""
    talk_id = admission.start_talk(town.ingrid, participant_id=person.participant_id, now=at)
    said = admission.ChoiceSaid(
        town.listings[key],
        admission.Choice.NOW,
        expectations_said_by_person=True,
        expectations_said_by_adviser=True,
    )
    version = admission.save_talk(
        town.ingrid, talk_id=talk_id, words=admission.TalkWords(), choices=[said], version=1, now=at
    )
    admission.hold_talk(town.ingrid, talk_id=talk_id, version=version, now=at)


def introduce(town: Town, person: Townsperson, key: str, at: datetime) -> None:
    """She reads what holds before the first time herself, or Ingrid goes through it with her."""
    listing_id = town.listings[key]
    reader = person.actor or town.ingrid
    shown = admission.introductions_for(reader, person.participant_id, listing_id)
    read = {part.subject: part.mark for part in shown.parts if part.read_at is None}
    if person.actor is not None:
        admission.introduce_oneself(person.actor, listing_id=listing_id, read=read, now=at)
    else:
        admission.introduce(
            town.ingrid, participant_id=person.participant_id, listing_id=listing_id, read=read, now=at
        )
