"""How long, how fast and over what ground an outing goes: as the one who needs it gentlest can (S1-30). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """How fast, the gentlest first."""

    SLOW = "slow"
    EASY = "easy"
    BRISK = "brisk"


class Terrain(StrEnum):
    """Over what ground, the gentlest first."""

    FIRM = "firm"
    PATH = "path"
    HILLS = "hills"
    ROUGH = "rough"


class Part(StrEnum):
    """What a frame is made of."""

    LENGTH = "length"
    PACE = "pace"
    TERRAIN = "terrain"
    BREAKS = "breaks"
    TOILET = "toilet"
    BENCHES = "benches"


MINUTES = (10, 20, 30, 45, 60, 90)
BREAKS = (5, 10, 15, 20, 30)
"""What somebody can choose: few and round answers, so that an odd number gives nobody away."""

METRES_A_MINUTE = {Pace.SLOW: 40, Pace.EASY: 60, Pace.BRISK: 80}


@dataclass(frozen=True, slots=True)
class Needs:
    """What somebody says she can, or what a plan asks. None: nothing said, so no limit from her.

    `minutes`: walking, all together, breaks not counted. `break_every`: a break after at most so many minutes.
    """

    minutes: int | None = None
    pace: Pace | None = None
    terrain: Terrain | None = None
    break_every: int | None = None
    toilet: bool = False
    benches: bool = False


@dataclass(frozen=True, slots=True)
class Frame(Needs):
    """What an outing is: the same, and how far in metres, where somebody has measured it."""

    metres: int | None = None


NOTHING_SAID = Needs()


def gentlest(said: Iterable[Needs]) -> Needs:
    """The lowest of each part. Nobody's own answers stand together in it, and their order does not matter."""
    said = list(said)
    return Needs(
        minutes=min((one.minutes for one in said if one.minutes is not None), default=None),
        pace=min((one.pace for one in said if one.pace), key=list(Pace).index, default=None),
        terrain=min((one.terrain for one in said if one.terrain), key=list(Terrain).index, default=None),
        break_every=min((one.break_every for one in said if one.break_every is not None), default=None),
        toilet=any(one.toilet for one in said),
        benches=any(one.benches for one in said),
    )


def frame_of(plan: Frame, said: Iterable[Needs]) -> Frame:
    """What the outing becomes: the plan, and no part of it harder than what anybody has said (S1-30).

    A shorter or slower walk also becomes as much shorter in metres.
    """
    low = gentlest([plan, *said])
    return Frame(
        low.minutes, low.pace, low.terrain, low.break_every, low.toilet, low.benches, _metres(plan, low)
    )


def strains(plan: Frame, said: Iterable[Needs]) -> tuple[Part, ...]:
    """Where the plan asks for more than what people have said; empty when it fits everybody."""
    frame = frame_of(plan, said)
    return tuple(part for part in Part if _part(frame, part) != _part(plan, part))


def parts_of(needs: Needs) -> tuple[Part, ...]:
    """The parts about which something is said."""
    return tuple(part for part in Part if any(_part(needs, part)))


def _part(needs: Needs, part: Part) -> tuple[object, ...]:
    if part is Part.LENGTH:
        return (needs.minutes, needs.metres if isinstance(needs, Frame) else None)
    return (getattr(needs, {Part.BREAKS: "break_every"}.get(part, part.value)),)


def _metres(plan: Frame, low: Needs) -> int | None:
    """As far as the plan goes, in the share of time and pace that is left of it, in whole hundreds."""
    if plan.metres is None:
        return None
    metres = plan.metres
    if plan.minutes and low.minutes is not None:
        metres = metres * low.minutes // plan.minutes
    if low.pace and low.pace is not plan.pace:
        metres = metres * METRES_A_MINUTE[low.pace] // METRES_A_MINUTE[plan.pace or Pace.BRISK]
    return plan.metres if metres >= plan.metres else min(plan.metres, max(100, metres // 100 * 100))
