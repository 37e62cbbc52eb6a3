"""Who may open which page. One line a page; what the pages themselves say is held against it.

`Page(opens, own, foreign, hidden)`: the roles that may open it; how to make the keys of an object that they may
see; the same in the other organisation; and one in their own that must look unknown to them all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stegvis.areas.directory.rules import State
from stegvis.kernel.roles import Role
from tests.access.world import World
from tests.factories.admission import participant_of

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


EMPLOYED = frozenset({Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR})
DECIDING = frozenset({Role.ADVISER, Role.MANAGER, Role.COORDINATOR})
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


def offering(opens: frozenset[Role], *, reads: bool = True) -> Page:
    """A page of one offering at the desk."""
    return Page(opens, listing_here, listing_there, reads=reads)


PAGES: dict[str, Page] = {
    # Public: nobody is asked who they are
    "faces:front": Page(EVERYBODY),
    "faces:contact": Page(EVERYBODY),
    "faces:leave_about": Page(EVERYBODY),
    "directory:offerings": Page(EVERYBODY),
    "directory:offering": Page(EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here),
    "directory:card": Page(EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here),
    "health": Page(EVERYBODY),
    "ui:gallery": Page(EVERYBODY),
    "demo:people": Page(EVERYBODY),
    "demo:become": Page(EVERYBODY, lambda world: {"key": "kari"}, reads=False),
    # The doors
    "people:sign_in": Page(EVERYBODY),
    "people:sign_out": Page(EVERYBODY, reads=False),
    "people:leave": Page(EVERYBODY),
    "people:come_back": Page(EVERYBODY),
    "people:seats": Page(EVERYBODY),
    "people:choose": Page(EVERYBODY, lambda world: {"link": "used-or-never-made"}, status=404),
    # The participant's own
    "admission:join": Page(
        frozenset({Role.VISITOR, Role.PARTICIPANT}), slug_here, slug_of_draft_there, slug_of_draft_here
    ),
    "faces:me": Page(PARTICIPANT),
    "people:my_code": Page(PARTICIPANT),
    "privacy:mine": Page(PARTICIPANT),
    "privacy:looks": Page(PARTICIPANT),
    "messages:mine": Page(PARTICIPANT),
    "messages:my_reach": Page(PARTICIPANT),
    "admission:my_talk": Page(PARTICIPANT),
    "admission:introductions": Page(PARTICIPANT, slug_here, slug_there, slug_of_draft_here),
    "groups:choose": Page(PARTICIPANT, slug_here, slug_there, slug_of_draft_here),
    "groups:my_place": Page(
        PARTICIPANT, place_of("ingrid", "kari"), place_of("inger", "stranger"), place_of("ingrid", "eva")
    ),
    "groups:this_time": Page(
        PARTICIPANT,
        session_of("ingrid", "kari"),
        session_of("inger", "stranger"),
        session_of("ingrid", "eva"),
    ),
    # The desk
    "faces:desk": Page(AT_A_DESK),
    "people:let_in": Page(ADVISER),
    "messages:written": Page(ADVISER),
    "messages:thread": Page(ADVISER, participant_here, participant_there),
    "messages:reach": Page(ADVISER, participant_here, participant_there),
    "messages:calls": Page(ADVISER),
    "admission:waiting": Page(ADVISER),
    "admission:talk_form": Page(ADVISER),
    "admission:times": Page(ADVISER),
    "admission:talk": Page(ADVISER, talk_here, talk_there),
    "admission:introduce": Page(
        ADVISER,
        introducing("ingrid", "kari"),
        introducing("inger", "stranger"),
        introducing("ingrid", "stranger"),
    ),
    "groups:rounds": Page(EMPLOYED),
    "groups:round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
    ),
    "groups:change_round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
    ),
    "groups:wall": Page(EMPLOYED),
    "groups:counts": Page(EMPLOYED),
    "groups:session": Page(EMPLOYED, session_of("ingrid"), session_of("inger")),
    "groups:session_list": Page(ADVISER, session_of("ingrid"), session_of("inger")),
    "groups:line": Page(
        ADVISER,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        reads=False,
    ),
    "groups:places_for": Page(
        ADVISER,
        lambda world: {"participant_id": participant_of(world.kari).pk},
        lambda world: {"participant_id": participant_of(world.stranger).pk},
    ),
    "directory:desk_offerings": Page(EMPLOYED),
    "directory:desk_services": Page(EMPLOYED),
    "directory:desk_new": Page(EMPLOYED),
    "directory:desk_offering": offering(EMPLOYED),
    "directory:desk_copy": offering(EMPLOYED),
    "directory:desk_new_service": Page(DECIDING),
    "directory:desk_publish": offering(DECIDING, reads=False),
    "directory:desk_pause": offering(DECIDING, reads=False),
    "directory:desk_close": offering(DECIDING, reads=False),
}
