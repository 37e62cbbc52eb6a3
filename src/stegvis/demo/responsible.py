"""Coffee and lunch at Korsby: tasks that somebody would like to have."""

from datetime import datetime
from uuid import UUID

from stegvis.areas.responsibilities import api as responsibilities
from stegvis.kernel.actor import Actor

from .town import Town, Townsperson
from .year import LUNCH

ASTRID = "Astrid"
YARN = "Legge fram garnet"


def build_tasks(town: Town, member: Townsperson, offering: str) -> None:
    """Berit has switched tasks on at two offerings. Astrid would like to make the coffee at the Thursday lunch, and a
    member of the other offering to lay out the yarn there.
    """
    at = town.now
    _decide(town, LUNCH, (), at)
    _decide(town, offering, (YARN,), at)
    _wish(member.herself, responsibilities.TaskKind.OTHER, at)
    if ASTRID in town.people:
        _wish(town.people[ASTRID].herself, responsibilities.TaskKind.COFFEE, at)


def _decide(town: Town, offering: str, names: tuple[str, ...], at: datetime) -> None:
    both = (responsibilities.TaskKind.COFFEE, responsibilities.TaskKind.LUNCH)
    kinds = both if offering == LUNCH else both[:1]
    responsibilities.decide_tasks(
        town.berit,
        listing_id=town.listings[offering],
        possible=True,
        kinds=kinds,
        names=names,
        version=0,
        now=at,
    )


def _wish(who: Actor, kind: responsibilities.TaskKind, at: datetime) -> UUID:
    """She would like the task of this kind, to be together with others."""
    possible = responsibilities.my_tasks(who, at, "nb").possible
    task_id = next(one.task_id for one in possible if one.kind is kind)
    return responsibilities.wish(who, task_id=task_id, purpose=responsibilities.Purpose.SOCIAL_SKILLS, now=at)
