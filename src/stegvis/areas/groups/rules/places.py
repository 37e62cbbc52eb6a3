"""Who gets a place in a round. Pure: no Django, no clock."""

from dataclasses import dataclass
from datetime import date

from .codes import PlaceState, Refusal

ROOM_TAKEN = frozenset({PlaceState.OFFERED, PlaceState.HELD})
"""What is offered is kept free for her; who waits takes no room."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody would like a place in a round. `by_herself`: she presses the button; else staff record her yes.

    `gated`: a talk comes first. `talk_held`: an adviser has held one with her. `said_not_now`: in the latest talk
    about this offering she said maybe later or not for me. `joining`: the offering's joining rule, or empty.
    `others_wait`: the free places are the turn of others, who came before her. `keeps_names` False: staff write
    nothing about anybody who comes to this offering (mode `none`, X-15).
    """

    gated: bool
    talk_held: bool
    said_not_now: bool
    by_herself: bool
    joining: str
    offering_published: bool
    open_for_new: bool
    from_on: date
    until_on: date
    capacity: int | None
    taken: int
    others_wait: bool = False
    keeps_names: bool = True


def decide_place(asking: Asking, *, today: date) -> Refusal | None:
    """Whether she gets the place. None is yes; a refusal names the first thing in the way.

    Whoever asks, and through whichever door: without a talk held by an adviser there is no place in a gated
    offering (S1-12). After it, her own wish today counts more than what she said in the talk; staff need her
    "now", or that she has said nothing against it (S3-19).
    """
    if not asking.by_herself and not asking.keeps_names:
        return Refusal.HERS_TO_TAKE
    if not asking.offering_published:
        return Refusal.OFFERING_RESTS
    if asking.gated and not asking.talk_held:
        return Refusal.TALK_COMES_FIRST
    if asking.said_not_now and not asking.by_herself:
        return Refusal.NOT_NOW
    return decide_room(asking, today=today)


def decide_room(asking: Asking, *, today: date) -> Refusal | None:
    """Whether the round takes anybody in at all, whoever it is."""
    if asking.until_on < today:
        return Refusal.ROUND_IS_OVER
    if not asking.open_for_new:
        return Refusal.ROUND_IS_CLOSED
    if asking.joining == "start_of_round" and asking.from_on < today and asking.by_herself:
        return Refusal.ROUND_HAS_STARTED
    if asking.capacity is not None and asking.taken >= asking.capacity:
        return Refusal.ROUND_IS_FULL
    if asking.others_wait:
        return Refusal.OTHERS_WAIT
    return None


def decide_unnamed(
    *,
    keeps_names: bool,
    offering_published: bool,
    open_for_new: bool,
    until_on: date,
    capacity: int | None,
    taken: int,
    others_wait: bool,
    today: date,
) -> Refusal | None:
    """Whether a place can be kept for somebody without a name: only where nobody's name is written (X-15).

    The adviser who keeps it has talked with her: there is nobody else who could (S1-12).
    """
    if keeps_names:
        return Refusal.HAS_A_NAME_HERE
    if not offering_published:
        return Refusal.OFFERING_RESTS
    if until_on < today:
        return Refusal.ROUND_IS_OVER
    if not open_for_new:
        return Refusal.ROUND_IS_CLOSED
    if capacity is not None and taken >= capacity:
        return Refusal.ROUND_IS_FULL
    return Refusal.OTHERS_WAIT if others_wait else None


def takes_in_from_line(
    *,
    offering_published: bool,
    open_for_new: bool,
    joining: str,
    from_on: date,
    until_on: date,
    today: date,
) -> bool:
    """Whether free places are offered to those who wait: only while the round would take them in by themselves."""
    begun = joining == "start_of_round" and from_on < today
    return offering_published and open_for_new and until_on >= today and not begun


def free_places(*, capacity: int | None, taken: int) -> int | None:
    """How many places are free; None where everybody can come."""
    return None if capacity is None else max(capacity - taken, 0)
