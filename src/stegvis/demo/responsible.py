"""Coffee and lunch at Korsby: tasks that somebody wanted, with somebody who goes along."""

from datetime import datetime, timedelta
from uuid import UUID

from stegvis.areas.responsibilities import api as responsibilities
from stegvis.kernel.actor import Actor

from .town import Town, Townsperson, seat_of
from .year import LUNCH, OPEN_DOOR

ASTRID = "Astrid"
YARN = "Legge fram garnet"


def build_tasks(town: Town, member: Townsperson, offering: str) -> None:
    """Berit has switched tasks on at two offerings and the open house. Astrid makes the coffee at the Thursday lunch,
    with Odd. A member of the other offering has an answer to give about the coffee there, and would like to lay out
    the yarn too.
    """
    at = town.now
    _decide(town, LUNCH, (), at)
    _decide(town, offering, (YARN,), at)
    _agree(town, _wish(member.herself, responsibilities.TaskKind.COFFEE, at), "Ingrid")
    _wish(member.herself, responsibilities.TaskKind.OTHER, at)
    if ASTRID in town.people:
        astrid = town.people[ASTRID].herself
        made = _wish(astrid, responsibilities.TaskKind.COFFEE, at)
        _agree(town, made, "Odd")
        responsibilities.say_yes(astrid, responsibility_id=made, version=2, now=at)
    _decide(town, OPEN_DOOR, (), at)


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


def _agree(town: Town, made: UUID, guide: str) -> None:
    """Ingrid writes down who goes along, and when they talk about how it is."""
    review_on = town.today() + timedelta(weeks=6)
    purpose = responsibilities.Purpose.SOCIAL_SKILLS
    terms = responsibilities.Terms(seat_of(town.actors[guide]), purpose, review_on)
    responsibilities.agree_on(town.ingrid, responsibility_id=made, terms=terms, version=1, now=town.now)
