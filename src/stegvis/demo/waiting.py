"""Who waits for something at Korsby right now: for a talk, for a place, for an answer."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups

from .arriving import come, wait
from .town import Town
from .townspeople import IN_LINE, LEFT_LATELY, TALK_BEGUN, WAITING_FOR_A_TALK

PHONE = "00 00 00 31"


def build_waiting(town: Town, rounds: Mapping[str, UUID]) -> None:
    for key in town.extent.groups & IN_LINE.keys():
        _stand_in_line(town, key, rounds[key])
    _wait_for_a_talk(town)


def _stand_in_line(town: Town, key: str, round_id: UUID) -> None:
    """They ask one after the other; where somebody has left since, the first is offered that place."""
    for turn, name in enumerate(IN_LINE[key]):
        wait(town, name, key, round_id, town.now - timedelta(days=9 - 3 * turn))
    if key in LEFT_LATELY:
        place_id = town.places[LEFT_LATELY[key], round_id]
        groups.leave_place(town.ingrid, place_id=place_id, now=town.now - timedelta(hours=20))


def _wait_for_a_talk(town: Town) -> None:
    """One would like a call, one comes by, one has not said; with one more the talk is begun and goes on."""
    ways = (admission.Way.CALL, admission.Way.COME_BY, None)
    for days, (name, way) in enumerate(zip(WAITING_FOR_A_TALK, ways, strict=True), start=1):
        at = town.now - timedelta(days=days)
        admission.ask_for_talk(
            come(town, name, at).herself,
            listing_id=town.listings["turgruppe"] if way is None else None,
            how_to_reach=way,
            phone=PHONE if way is admission.Way.CALL else "",
            now=at,
        )
    at = town.now - timedelta(days=3)
    admission.start_talk(town.ingrid, participant_id=come(town, TALK_BEGUN, at).participant_id, now=at)
