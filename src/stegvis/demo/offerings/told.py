"""The shape of an invented offering: what its centre says about it, in one language."""

from dataclasses import dataclass, field
from datetime import time

from stegvis.areas.directory.api import Aim, Category, JoiningRule, ParticipationKind, ServiceKind

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


@dataclass(frozen=True, slots=True)
class When:
    """A weekday (0 Monday - 6 Sunday) from one time to another, local time."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Ground:
    """The professional part, written by the people who run the offering (S2-04, S2-13, S2-16, S1-24)."""

    reason: str
    group_composition: str
    user_needs: str
    available_resources: str
    who_staffs: str
    substitute: str
    at_illness: str
    employees_needed: int = 1
    more_knowledge: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One offering. `key` names it among the alternatives of others; texts are in `language`."""

    key: str
    title: str
    summary: str
    content: str
    frame: str
    method: str
    category: Category
    service: ServiceKind
    when: tuple[When, ...]
    place: str
    address: str
    how_to_find: str
    audience: str
    hard_for: str
    first_time: str
    welcomed_by: str
    guidelines: str
    joining: JoiningRule
    aims: tuple[Aim, ...]
    participation: tuple[ParticipationKind, ...]
    ground: Ground
    size: str
    instead: tuple[str, ...] = ()
    contact_instead: str = ""
    cost: str = ""
    step_free: bool | None = True
    may_come_alone: bool | None = True
    may_bring_someone: bool | None = True
    may_just_watch: bool | None = True
    language: str = "nb"
    languages_spoken: tuple[str, ...] = ("nb", "en")
    translations: dict[str, dict[str, str]] = field(default_factory=dict)


def at(weekday: int, starts: str, ends: str) -> When:
    """`at(THURSDAY, "12:00", "14:00")`."""
    return When(weekday, time.fromisoformat(starts), time.fromisoformat(ends))
