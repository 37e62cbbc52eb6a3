"""Who waits for something at Korsby right now: for a talk, for a place, for an answer."""

from collections.abc import Mapping
from datetime import time, timedelta
from uuid import UUID

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.messages import api as messages

from .arriving import come, wait
from .directory import next_weekday
from .places import KORSBY
from .town import Town, Townsperson, seat_of
from .townspeople import IN_LINE, LEFT_LATELY, TALK_BEGUN, WAITING_FOR_A_TALK

PHONE = "00 00 00 31"
COMPLAINTS_PHONE = "00 00 00 18"
MORNING = messages.Hours(time(9), time(14))
WRITES = "Jeg kan ikke snakke i telefonen på dagtid. Kan vi skrive litt her først?"
ASKS = "Kan jeg ta med en venninne på mandag? Hun strikker også."
ANSWER = "Ja, gjerne! Vi har pinner til henne også. Si fra ved døra, så finner vi to stoler ved siden av hverandre."


TALK_DAYS = ((1, "10:00", "12:00"), (3, "14:00", "15:30"))
"""When Ingrid has time to talk: a weekday (0 Monday), from and until."""

MINUTES, WEEKS_OF_TIMES = 45, 3


def build_waiting(town: Town, rounds: Mapping[str, UUID]) -> None:
    _name_who_takes_complaints(town)
    _offer_times(town)
    for key in town.extent.groups & IN_LINE.keys():
        _stand_in_line(town, key, rounds[key])
    _wait_for_a_talk(town)


def _name_who_takes_complaints(town: Town) -> None:
    """Irene comes from outside, and answers letters too."""
    irene = messages.Named("Irene", phone=COMPLAINTS_PHONE, address="Irene, Postboks 14, Korsby")
    messages.name_reader(town.berit, named=irene, seat_id=seat_of(town.actors["Irene"]), now=town.now)


def _stand_in_line(town: Town, key: str, round_id: UUID) -> None:
    """They ask one after the other; where somebody has left since, the first is offered that place."""
    for turn, name in enumerate(IN_LINE[key]):
        wait(town, name, key, round_id, town.now - timedelta(days=9 - 3 * turn))
    if key in LEFT_LATELY:
        place_id = town.places[LEFT_LATELY[key], round_id]
        _rather_be_called(town, IN_LINE[key][0])
        groups.leave_place(town.ingrid, place_id=place_id, now=town.now - timedelta(hours=20))


def _offer_times(town: Town) -> None:
    """Ingrid has time for talks on two days of each week to come."""
    for weekday, starts, until in TALK_DAYS:
        admission.offer_times(
            town.ingrid,
            first_on=next_weekday(town.now, weekday),
            weeks=WEEKS_OF_TIMES,
            starts=time.fromisoformat(starts),
            until=time.fromisoformat(until),
            minutes=MINUTES,
            place=KORSBY.address,
            now=town.week(-1),
        )


def _wait_for_a_talk(town: Town) -> None:
    """One would like a call, one comes by, one has chosen a time; with one more the talk is begun and goes on."""
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
        if way is None:
            first = admission.free_times(town.people[name].herself, town.now)[0]
            admission.choose_time(town.people[name].herself, time_id=first.time_id, now=at)
    at = town.now - timedelta(days=3)
    admission.start_talk(town.ingrid, participant_id=come(town, TALK_BEGUN, at).participant_id, now=at)
    messages.write(
        town.people[WAITING_FOR_A_TALK[-1]].herself, words=WRITES, now=town.now - timedelta(hours=3)
    )


def _rather_be_called(town: Town, name: str) -> None:
    """She has told Ingrid the number to call, when nobody else is at home, and what to say first."""
    wanted = messages.Wanted(messages.Way.CALL, phone=PHONE, hours=MORNING, code_word="Sykkelverkstedet")
    told_at = town.now - timedelta(days=2)
    messages.record_reach(
        town.ingrid, participant_id=town.people[name].participant_id, wanted=wanted, now=told_at
    )


def build_thread(town: Town, asks: Townsperson) -> None:
    """She asks on My page; Ingrid opens the list of those who have written, and answers."""
    messages.write(asks.herself, words=ASKS, now=town.now - timedelta(hours=2))
    messages.written_to_us(town.ingrid, town.now - timedelta(minutes=90))
    messages.answer(
        town.ingrid, participant_id=asks.participant_id, words=ANSWER, now=town.now - timedelta(hours=1)
    )
