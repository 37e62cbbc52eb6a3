"""What a line of the table of pages is made of: who opens it, and how to make the keys of its objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from stegvis.areas.directory.rules import State
from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy.actions import ask_why
from stegvis.kernel import journal
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.access.visibility import Kind
from tests.access.world import World
from tests.factories.admission import NOW, participant_of
from tests.factories.people import a_participant
from tests.support import given

Keys = Callable[[World], dict[str, Any]]
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Page:
    opens: frozenset[Role]
    own: Keys | None = None
    foreign: Keys | None = None
    hidden: Keys | None = None
    reads: bool = True
    """Whether GET shows a page; False for addresses that only take a form."""
    status: int = 200
    """What GET answers to those it is open to, other than 302."""
    shows: frozenset[Kind] | set[Kind] = frozenset()
    """The kinds of data that all who open it may meet on it, or in the form it takes. A page that names none fails."""
    parts: Mapping[Kind, frozenset[Role]] = field(default_factory=dict)
    """What only some of those who open it meet there."""


EMPLOYED = frozenset({Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR})
DECIDING = frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR})
LEADING = frozenset({Role.MANAGER, Role.COORDINATOR})
COMPLAINED_TO = EMPLOYED | {Role.FACILITATOR}
AT_A_DESK = EVERYBODY - {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER}
PARTICIPANT = frozenset({Role.PARTICIPANT})
ADVISER = frozenset({Role.ADVISER})


def slug_here(world: World) -> dict[str, Any]:
    return {"slug": world.offering(world.here).slug}


def slug_there(world: World) -> dict[str, Any]:
    return {"slug": world.offering(world.there).slug}


def slug_of_draft_here(world: World) -> dict[str, Any]:
    return {"slug": world.offering(world.here, state=State.DRAFT).slug}


def slug_of_draft_there(world: World) -> dict[str, Any]:
    return {"slug": world.offering(world.there, state=State.DRAFT).slug}


def listing_here(world: World) -> dict[str, Any]:
    return {"listing_id": world.offering(world.here).pk}


def listing_there(world: World) -> dict[str, Any]:
    return {"listing_id": world.offering(world.there).pk}


def talk_here(world: World) -> dict[str, Any]:
    return {"talk_id": world.talk(world.ingrid, world.kari)}


def talk_there(world: World) -> dict[str, Any]:
    return {"talk_id": world.talk(world.inger, world.stranger)}


def introducing(adviser: str, participant: str) -> Keys:
    """The keys of the page on which this adviser goes through the introductions with this participant."""

    def keys(world: World) -> dict[str, Any]:
        listing = world.offering(world.here if adviser == "ingrid" else world.there)
        return {"participant_id": participant_of(getattr(world, participant)).pk, "listing_id": listing.pk}

    return keys


def participant_here(world: World) -> dict[str, Any]:
    return {"participant_id": participant_of(world.kari).pk}


def without_login(of: Callable[[World], Organisation]) -> Keys:
    """The key of somebody whom this organisation knows without a login."""
    return lambda world: {"participant_id": a_participant(of(world)).pk}


def participant_there(world: World) -> dict[str, Any]:
    return {"participant_id": participant_of(world.stranger).pk}


def place_of(adviser: str, participant: str) -> Keys:
    return lambda world: {"place_id": world.place(getattr(world, adviser), getattr(world, participant))}


def session_of(planner: str, participant: str = "") -> Keys:
    return lambda world: {
        "session_id": world.session(
            getattr(world, planner), getattr(world, participant) if participant else None
        )
    }


def round_with(planner: str, participant: str) -> Keys:
    """The key of a round in which this participant holds a place."""

    def keys(world: World) -> dict[str, Any]:
        leader = getattr(world, planner)
        return {"round_id": world.round_of(leader, world.place(leader, getattr(world, participant)))}

    return keys


def group_talk(leader: str, **more: str) -> Keys:
    """The key of a round whose talk about rules lies on the table."""
    return lambda world: {"round_id": world.group_talk(getattr(world, leader)), **more}


def outing_of(planner: str, participant: str = "") -> Keys:
    """A meeting that this adviser plans as an outing, and on which this participant comes along."""
    return lambda world: {
        "session_id": world.outing(
            getattr(world, planner), getattr(world, participant) if participant else None
        )
    }


def somebody_along(planner: str, participant: str) -> Keys:
    """The same, and the participant."""
    return lambda world: {
        **outing_of(planner, participant)(world),
        "participant_id": participant_of(getattr(world, participant)).pk,
    }


def look_at(who: str, whom: str) -> Keys:
    """A look of one of them at the other's data."""

    def keys(world: World) -> dict[str, Any]:
        actor, her = getattr(world, who), participant_of(getattr(world, whom)).pk
        journal.seen(actor, about=[her], why="admission.talk", at=NOW)
        with given(actor):
            latest = Look.objects.filter(about=her, why="admission.talk").first()
        assert latest is not None
        return {"look_id": latest.pk}

    return keys


def question_about(who: str, whom: str) -> Keys:
    """What the one who was looked at asks about it."""

    def keys(world: World) -> dict[str, Any]:
        look_id = look_at(who, whom)(world)["look_id"]
        return {"question_id": ask_why(getattr(world, whom), look_id, words="", now=NOW)}

    return keys


def grant_of(participant: str) -> Keys:
    return lambda world: {"grant_id": world.grant(getattr(world, participant))}


def noted_grant_of(adviser: str, participant: str) -> Keys:
    return lambda world: {"grant_id": world.noted_grant(getattr(world, adviser), getattr(world, participant))}


def working_group(starter: str, member: str = "") -> Keys:
    return lambda world: {
        "group_id": world.working_group(getattr(world, starter), getattr(world, member) if member else None)
    }


def task_of(adviser: str, participant: str) -> Keys:
    return lambda world: {
        "responsibility_id": world.task(getattr(world, adviser), getattr(world, participant))
    }


def round_with_tasks(planner: str) -> Keys:
    return lambda world: {"round_id": world.round_with_tasks(getattr(world, planner))}


def draft(writer: str, reader: str = "") -> Keys:
    return lambda world: {
        "draft_id": world.draft(getattr(world, writer), getattr(world, reader) if reader else None)
    }


def offering(opens: frozenset[Role], *, reads: bool = True, shows: set[Kind]) -> Page:
    """A page of one offering at the desk."""
    return Page(opens, listing_here, listing_there, reads=reads, shows=shows)


def complaint(where: str) -> Keys:
    """The key of a complaint that was sent to somebody else in this organisation."""
    return lambda world: {"complaint_id": world.complaint(world.kari if where == "here" else world.stranger)}
