"""Who may open which page. One line a page; what the pages themselves say is held against it.

`Page(opens, own, foreign, hidden)`: the roles that may open it; how to make the keys of an object that they may
see; the same in the other organisation; and one in their own that must look unknown to them all the same. Beside
them stand the kinds of data that the page shows, by visibility.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from stegvis.areas.directory.rules import State
from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy.actions import ask_why
from stegvis.areas.privacy.rules.sharing import RECIPIENTS
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


def offering(opens: frozenset[Role], *, reads: bool = True, shows: set[Kind]) -> Page:
    """A page of one offering at the desk."""
    return Page(opens, listing_here, listing_there, reads=reads, shows=shows)


def complaint(where: str) -> Keys:
    """The key of a complaint that was sent to somebody else in this organisation."""
    return lambda world: {"complaint_id": world.complaint(world.kari if where == "here" else world.stranger)}


PAGES: dict[str, Page] = {
    # Public: nobody is asked who they are
    "faces:front": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "faces:contact": Page(EVERYBODY, shows={Kind.STAFF}),
    "faces:leave_about": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "directory:offerings": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "directory:offering": Page(
        EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here, shows={Kind.PUBLIC}
    ),
    "directory:card": Page(
        EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here, shows={Kind.PUBLIC}
    ),
    "health": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "ui:gallery": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "demo:people": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "demo:become": Page(EVERYBODY, lambda world: {"key": "kari"}, reads=False, shows={Kind.PUBLIC}),
    # The doors
    "people:sign_in": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:second_step": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:set_up_second_step": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:recovery_codes": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:sign_out": Page(EVERYBODY, reads=False, shows={Kind.PUBLIC}),
    "people:leave": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:come_back": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:seats": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:choose": Page(
        EVERYBODY, lambda world: {"link": "used-or-never-made"}, status=404, shows={Kind.LOGIN}
    ),
    # The participant's own
    "admission:join": Page(
        frozenset({Role.VISITOR, Role.PARTICIPANT}),
        slug_here,
        slug_of_draft_there,
        slug_of_draft_here,
        shows={Kind.PUBLIC},
        parts={Kind.WORDS: PARTICIPANT},
    ),
    "faces:me": Page(PARTICIPANT, shows={Kind.REGISTERED, Kind.WORDS, Kind.PLACE, Kind.OUTCOME}),
    "people:my_code": Page(PARTICIPANT, shows={Kind.LOGIN}),
    "privacy:mine": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.COPY}),
    "privacy:my_grounds": Page(PARTICIPANT, shows={Kind.PUBLIC}),
    "privacy:looks": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.QUESTIONS}),
    "privacy:look": Page(
        PARTICIPANT,
        look_at("ingrid", "kari"),
        look_at("inger", "stranger"),
        look_at("ingrid", "eva"),
        shows={Kind.LOOKS, Kind.QUESTIONS},
    ),
    "privacy:doors": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.STAFF}),
    "privacy:sharing": Page(PARTICIPANT, shows={Kind.GRANTS}),
    "privacy:share": Page(PARTICIPANT, shows={Kind.STAFF}),
    "privacy:my_grant": Page(
        PARTICIPANT, grant_of("kari"), grant_of("stranger"), grant_of("eva"), shows={Kind.GRANTS}
    ),
    "privacy:copy": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:copy_read": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:copy_file": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:leave_us": Page(PARTICIPANT, shows={Kind.LEAVING, Kind.COPY}),
    "privacy:left": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "messages:mine": Page(PARTICIPANT, shows={Kind.LETTERS, Kind.REACH}),
    "messages:my_complaints": Page(PARTICIPANT, shows={Kind.COMPLAINT, Kind.STAFF}),
    "messages:how_to_complain": Page(
        EVERYBODY, lambda world: {"slug": world.here.slug}, None, shows={Kind.STAFF}
    ),
    "messages:complaints": Page(COMPLAINED_TO, shows={Kind.STAFF, Kind.COMPLAINT}),
    "messages:complaint": Page(
        COMPLAINED_TO, complaint("here"), complaint("there"), status=404, shows={Kind.COMPLAINT}
    ),  # opens to the one seat it was sent to: see test_complaints
    "messages:name_reader": Page(frozenset({Role.MANAGER}), shows={Kind.STAFF}),
    "messages:my_reach": Page(PARTICIPANT, shows={Kind.REACH}),
    "admission:my_talk": Page(PARTICIPANT, shows={Kind.WORDS, Kind.OUTCOME}),
    "admission:introductions": Page(
        PARTICIPANT, slug_here, slug_there, slug_of_draft_here, shows={Kind.WORDS}
    ),
    "groups:choose": Page(PARTICIPANT, slug_here, slug_there, slug_of_draft_here, shows={Kind.PLACE}),
    "groups:my_place": Page(
        PARTICIPANT,
        place_of("ingrid", "kari"),
        place_of("inger", "stranger"),
        place_of("ingrid", "eva"),
        shows={Kind.PLACE},
    ),
    "groups:this_time": Page(
        PARTICIPANT,
        session_of("ingrid", "kari"),
        session_of("inger", "stranger"),
        session_of("ingrid", "eva"),
        shows={Kind.PLACE, Kind.ATTENDANCE, Kind.WORDS},
    ),
    "participation:mine": Page(PARTICIPANT, shows={Kind.WORKING_GROUP}),
    "participation:my_group": Page(
        PARTICIPANT,
        working_group("ingrid", "kari"),
        working_group("inger", "stranger"),
        working_group("ingrid", "eva"),
        shows={Kind.WORKING_GROUP},
    ),
    "remarks:wall": Page(EVERYBODY, lambda world: {"slug": world.slug_with_guideline}, shows={Kind.PUBLIC}),
    # The desk
    "remarks:guideline": Page(EMPLOYED, shows={Kind.HOUSE}),
    "remarks:change": Page(frozenset({Role.MANAGER}), shows={Kind.HOUSE}),
    "remarks:poster": Page(EMPLOYED, shows={Kind.PUBLIC}),
    "remarks:steps": Page(EMPLOYED, shows={Kind.HOUSE}),
    "remarks:round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE},
    ),
    "remarks:remark": Page(EMPLOYED, session_of("ingrid"), session_of("inger"), shows={Kind.HOUSE}),
    "remarks:follow_up": Page(
        EMPLOYED,
        lambda world: {"remark_id": world.remark(world.ingrid)},
        lambda world: {"remark_id": world.remark(world.inger)},
        shows={Kind.HOUSE},
    ),  # opens to the seat that follows up, and a manager: see tests/areas/remarks
    "participation:groups": Page(EMPLOYED, shows={Kind.HOUSE}),
    "participation:group": Page(
        EMPLOYED,
        working_group("ingrid"),
        working_group("inger"),
        shows={Kind.HOUSE, Kind.WORKING_GROUP},
    ),
    "participation:for_person": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.WORKING_GROUP}
    ),
    "faces:desk": Page(AT_A_DESK, shows={Kind.HOUSE}, parts={Kind.REGISTERED: ADVISER}),
    "faces:duty": Page(AT_A_DESK, shows={Kind.PUBLIC}),
    "people:my_login": Page(AT_A_DESK, shows={Kind.LOGIN}),
    "privacy:questions": Page(ADVISER, shows={Kind.REGISTERED, Kind.QUESTIONS}),
    "privacy:question": Page(
        ADVISER,
        question_about("ingrid", "kari"),
        question_about("inger", "stranger"),
        shows={Kind.REGISTERED, Kind.QUESTIONS},
    ),
    "privacy:note_doors": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.STAFF}
    ),
    "privacy:grounds": Page(frozenset({Role.MANAGER}), shows={Kind.HOUSE}),
    "people:my_seat": Page(AT_A_DESK, shows={Kind.SEATS, Kind.RECORD_CHECK}),
    "people:staff": Page(LEADING, shows={Kind.SEATS}),
    "people:invite": Page(frozenset({Role.MANAGER}), shows={Kind.SEATS}),
    "people:checks": Page(LEADING, shows={Kind.HOUSE}),
    "people:seat": Page(
        LEADING,
        lambda world: {"seat_id": world.ingrid.seat_id},
        lambda world: {"seat_id": world.inger.seat_id},
        lambda world: {"seat_id": world.kari.seat_id},
        shows={Kind.SEATS, Kind.RECORD_CHECK},
    ),
    "people:let_in": Page(ADVISER, shows={Kind.REGISTERED}),
    "messages:written": Page(ADVISER, shows={Kind.REGISTERED, Kind.LETTERS}),
    "privacy:shared": Page(RECIPIENTS, shows={Kind.GRANTS, Kind.SHARED}),
    "privacy:shared_one": Page(  # each of these is shared with somebody else
        RECIPIENTS,
        grant_of("kari"),
        grant_of("stranger"),
        status=404,
        shows={Kind.GRANTS, Kind.SHARED},
    ),
    "privacy:note_share": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.GRANTS}
    ),
    "privacy:noted_share": Page(
        ADVISER,
        noted_grant_of("ingrid", "kari"),
        noted_grant_of("inger", "stranger"),
        grant_of("kari"),
        shows={Kind.REGISTERED, Kind.GRANTS},
    ),
    "privacy:copy_for": Page(
        ADVISER,
        without_login(lambda world: world.here),
        without_login(lambda world: world.there),
        participant_here,
        shows={Kind.COPY, Kind.REGISTERED},
    ),
    "privacy:leaving": Page(
        ADVISER, participant_here, participant_there, shows={Kind.LEAVING, Kind.REGISTERED}
    ),
    "messages:thread": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.LETTERS}
    ),
    "messages:reach": Page(ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.REACH}),
    "messages:calls": Page(ADVISER, shows={Kind.REGISTERED, Kind.REACH}),
    "admission:waiting": Page(ADVISER, shows={Kind.REGISTERED, Kind.WORDS}),
    "admission:talk_form": Page(ADVISER, shows={Kind.HOUSE}),
    "admission:times": Page(ADVISER, shows={Kind.HOUSE, Kind.REGISTERED}),
    "admission:talk": Page(ADVISER, talk_here, talk_there, shows={Kind.REGISTERED, Kind.WORDS, Kind.OUTCOME}),
    "admission:introduce": Page(
        ADVISER,
        introducing("ingrid", "kari"),
        introducing("inger", "stranger"),
        introducing("ingrid", "stranger"),
        shows={Kind.REGISTERED, Kind.WORDS},
    ),
    "groups:rounds": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "groups:round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE, Kind.COUNTS},
        parts={Kind.REGISTERED: ADVISER, Kind.PLACE: ADVISER},
    ),
    "groups:change_round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE},
    ),
    "groups:wall": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "groups:counts": Page(EMPLOYED, shows={Kind.COUNTS}),
    "groups:session": Page(
        EMPLOYED,
        session_of("ingrid"),
        session_of("inger"),
        shows={Kind.HOUSE, Kind.COUNTS},
        parts={Kind.REGISTERED: ADVISER, Kind.ATTENDANCE: ADVISER},
    ),
    "groups:session_list": Page(
        ADVISER, session_of("ingrid"), session_of("inger"), shows={Kind.REGISTERED, Kind.ATTENDANCE}
    ),
    "groups:line": Page(
        ADVISER,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        reads=False,
        shows={Kind.REGISTERED, Kind.PLACE},
    ),
    "groups:places_for": Page(
        ADVISER,
        lambda world: {"participant_id": participant_of(world.kari).pk},
        lambda world: {"participant_id": participant_of(world.stranger).pk},
        shows={Kind.REGISTERED, Kind.PLACE},
    ),
    "directory:desk_offerings": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_services": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_new": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_offering": offering(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_copy": offering(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_new_service": Page(DECIDING, shows={Kind.HOUSE}),
    "directory:desk_publish": offering(DECIDING, reads=False, shows={Kind.HOUSE}),
    "directory:desk_pause": offering(DECIDING, reads=False, shows={Kind.HOUSE}),
    "directory:desk_close": offering(DECIDING, reads=False, shows={Kind.HOUSE}),
}
