"""People on their way in at Korsby: rounds with and without room, talks held and waited for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

from .directory import next_weekday
from .offerings.told import Told
from .places import KORSBY

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ROOM = {
    "torsdagslunsj": 12,
    "apent-hus": None,
    "strikkekafe": 10,
    "sykafe": 6,
    "malegruppe": 8,
    "turgruppe": 10,
    "yoga": 8,
    "syng-sammen": 20,
}
"""Offerings with a round right now, and how many can hold a place in it (None: an open door)."""

PAINTERS = ("Anne", "Bjørn", "Cecilie", "Dag", "Elise", "Frank", "Grete", "Hans")
AT_THE_LUNCH = ("Anne", "Dag", "Grete")
WEEKS = 20
LONG_AGO = timedelta(days=60)


def build_walk(
    actors: Mapping[str, Actor], listings: Mapping[str, UUID], now: datetime
) -> dict[str, tuple[UUID, UUID]]:
    """Rounds, and people in them; answers with user and seat of those one can become, by key."""
    rounds = {
        told.key: _plan(actors["Berit"], told, listings[told.key], actors, now)
        for told in KORSBY.offerings
        if told.key in ROOM
    }
    ingrid = actors["Ingrid"]
    for name in PAINTERS:
        participant_id = people.record_participant(ingrid, nickname=name, language="nb", now=now)
        _known_before(ingrid, participant_id, now)
        groups.give_place(ingrid, participant_id=participant_id, round_id=rounds["malegruppe"], now=now)
        if name in AT_THE_LUNCH:
            groups.give_place(
                ingrid, participant_id=participant_id, round_id=rounds["torsdagslunsj"], now=now
            )
    return {
        "kari": _who_asked(actors, "Kari", listings["torsdagslunsj"], now - timedelta(days=1)),
        "lotte": _who_has_a_place(actors, "Lotte", listings["strikkekafe"], rounds["strikkekafe"], now),
    }


def _plan(berit: Actor, told: Told, listing_id: UUID, actors: Mapping[str, Actor], now: datetime) -> UUID:
    """A weekly round that began four weeks ago."""
    first = told.when[0]
    from_on = next_weekday(now, first.weekday) - timedelta(weeks=4)
    return groups.plan_round(
        berit,
        listing_id=listing_id,
        from_on=from_on,
        until_on=from_on + timedelta(weeks=WEEKS),
        capacity=ROOM[told.key],
        recurrence="FREQ=WEEKLY;BYDAY=" + ",".join(DAYS[when.weekday] for when in told.when),
        starts=first.starts,
        ends=first.ends,
        meeting_place=told.address,
        welcomed_by=_seat(actors[told.welcomed_by]),
        now=now,
    )


def _newcomer(actors: Mapping[str, Actor], nickname: str, now: datetime) -> tuple[Actor, UUID, UUID]:
    korsby = actors["Ingrid"].organisation_id
    newcomer = people.make_code(
        Actor.visitor(korsby),
        nickname=nickname,
        language="nb",
        adviser_may_let_in=True,
        over_minimum_age=True,
        secret=people.suggest_secret(),
        now=now,
    )
    actor = Actor.in_seat(
        organisation_id=korsby, role=Role.PARTICIPANT, user_id=newcomer.user_id, seat_id=newcomer.seat_id
    )
    return actor, newcomer.user_id, newcomer.participant_id


def _who_asked(
    actors: Mapping[str, Actor], nickname: str, listing_id: UUID, now: datetime
) -> tuple[UUID, UUID]:
    actor, user_id, _ = _newcomer(actors, nickname, now)
    admission.ask_for_talk(actor, listing_id=listing_id, how_to_reach=admission.Way.WRITE, now=now)
    return user_id, _seat(actor)


def _who_has_a_place(
    actors: Mapping[str, Actor], nickname: str, listing_id: UUID, round_id: UUID, now: datetime
) -> tuple[UUID, UUID]:
    actor, user_id, participant_id = _newcomer(actors, nickname, now)
    admission.ask_for_talk(actor, listing_id=listing_id, how_to_reach=None, now=now)
    ingrid = actors["Ingrid"]
    talk_id = admission.start_talk(ingrid, participant_id=participant_id, now=now)
    said = admission.ChoiceSaid(
        listing_id, admission.Choice.NOW, expectations_said_by_person=True, expectations_said_by_adviser=True
    )
    version = admission.save_talk(
        ingrid, talk_id=talk_id, words=admission.TalkWords(), choices=[said], version=1, now=now
    )
    admission.hold_talk(ingrid, talk_id=talk_id, version=version, now=now)
    groups.take_place(actor, round_id=round_id, now=now)
    return user_id, _seat(actor)


def _known_before(ingrid: Actor, participant_id: UUID, now: datetime) -> None:
    admission.record_talk_held_before(
        ingrid, participant_id=participant_id, held_on=timezone.localdate(now - LONG_AGO), now=now
    )


def _seat(actor: Actor) -> UUID:
    if actor.seat_id is None:
        raise LookupError("an invented person without a seat")
    return actor.seat_id
