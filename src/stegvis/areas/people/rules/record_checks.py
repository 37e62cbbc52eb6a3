"""Police-record checks: for whom a law has one shown at all, and what may be noted about it (X-08). Pure.

After section G.4 of the catalogue. Only work named by a law counts; for work with adults alone there is usually none.
The paper is shown and goes home again: its kind, the day and who saw it are noted, never what stood in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from stegvis.kernel.roles import Role

from .kinds import Country, Reason

UNDER_AGE = 18


class CheckKind(StrEnum):
    """What the paper is called where it is shown."""

    POLITIATTEST = "politiattest"
    BORNEATTEST = "borneattest"
    BELASTNINGSREGISTRET = "utdrag_ur_belastningsregistret"


class CheckedTask(StrEnum):
    """Work for which a law lets the paper be asked for."""

    MINORS = "minors"
    INTELLECTUAL_DISABILITY = "intellectual_disability"
    UNDER_FIFTEEN = "under_fifteen"
    CHILDREN = "children"


KIND_OF: Mapping[Country, CheckKind] = {
    Country.NORWAY: CheckKind.POLITIATTEST,
    Country.DENMARK: CheckKind.BORNEATTEST,
    Country.SWEDEN: CheckKind.BELASTNINGSREGISTRET,
}

NAMED_BY_LAW: Mapping[Country, Mapping[CheckedTask, int | None]] = {
    Country.NORWAY: {CheckedTask.MINORS: UNDER_AGE, CheckedTask.INTELLECTUAL_DISABILITY: None},
    Country.DENMARK: {CheckedTask.UNDER_FIFTEEN: 15},
    Country.SWEDEN: {CheckedTask.CHILDREN: UNDER_AGE},
}
"""Task -> below which age, in years, those who are met must be; None where the law does not go by age."""

MEET_PEOPLE = frozenset(
    {Role.ADVISER, Role.EMPLOYEE, Role.VOLUNTEER, Role.HOST, Role.COORDINATOR, Role.FACILITATOR}
)
"""The seats whose work is with those who come. No law asks for the paper of somebody who meets nobody."""

OLDEST_PAPER = timedelta(days=10 * 365)


def tasks_named_by_law(country: Country, *, minimum_age: int) -> tuple[CheckedTask, ...]:
    """The tasks that can be a reason here. `minimum_age`: how old one is at least who comes here, in years."""
    named = NAMED_BY_LAW[country]
    return tuple(task for task, below in named.items() if below is None or minimum_age < below)


def may_be_noted(
    *, role: Role, task: CheckedTask | None, country: Country, minimum_age: int
) -> Reason | None:
    """None when a check may be noted for a seat in this role, whose task the organisation has named; else why not."""
    if role not in MEET_PEOPLE:
        return Reason.ROLE_MEETS_NOBODY
    if not tasks_named_by_law(country, minimum_age=minimum_age):
        return Reason.NO_LAW_FOR_CHECK
    if task is None or task not in tasks_named_by_law(country, minimum_age=minimum_age):
        return Reason.ROLE_NEEDS_NO_CHECK
    return None


def decide_day(shown_on: date, *, today: date) -> Reason | None:
    """None when the paper can have been shown on this day."""
    return None if today - OLDEST_PAPER <= shown_on <= today else Reason.SHOWN_ON_CANNOT_BE
