"""Who may do what here."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import EMPLOYED, Role

from .models import HELPERS
from .rules.record_checks import MEET_PEOPLE

RIGHTS: dict[str, frozenset[Role]] = {
    "people.make_code": frozenset({Role.VISITOR}),
    "people.see_own_code": frozenset({Role.PARTICIPANT}),
    "people.record_participant": frozenset({Role.ADVISER}),
    "people.let_in_again": frozenset({Role.ADVISER}),
    "people.set_up": frozenset({Role.HOUSEKEEPER}),
    "people.end_seat": frozenset({Role.HOUSEKEEPER, Role.MANAGER}),
    "people.see_staff": frozenset({Role.MANAGER, Role.COORDINATOR}),
    "people.manage_seats": frozenset({Role.MANAGER}),
    "people.note_record_check": frozenset({Role.MANAGER, Role.COORDINATOR}),
    "people.see_own_seat": frozenset(Role) - {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER},
    "people.forget_factors": frozenset({Role.HOUSEKEEPER, Role.MANAGER}),
    "people.see_house": EMPLOYED,
    "people.shape_house": frozenset({Role.MANAGER, Role.COORDINATOR}),
    "people.see_own_login": frozenset(Role) - {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER},
}


def may_make_code(actor: Actor) -> bool:
    """Anybody who stands at an organisation's door: no referral, no name, no number (S2-05)."""
    return actor.may("people.make_code")


def may_record_participant(actor: Actor) -> bool:
    return actor.may("people.record_participant")


def may_let_in_again(actor: Actor) -> bool:
    return actor.may("people.let_in_again")


def may_set_up(actor: Actor) -> bool:
    return actor.may("people.set_up")


def may_end_seat(actor: Actor) -> bool:
    return actor.may("people.end_seat")


def may_forget_factors(actor: Actor) -> bool:
    return actor.may("people.forget_factors")


def may_see_own_login(actor: Actor) -> bool:
    """Who works here sees how she logs in herself, and where she is logged in. Nobody sees another's."""
    return actor.may("people.see_own_login")


def may_see_staff(actor: Actor) -> bool:
    """Managers see everybody who works here; coordinators also the volunteers and hosts they have to do with."""
    return actor.may("people.see_staff")


def may_manage_seats(actor: Actor) -> bool:
    return actor.may("people.manage_seats")


def may_note_record_check(actor: Actor) -> bool:
    return actor.may("people.note_record_check")


def may_see_house(actor: Actor) -> bool:
    """The organisation's own limits and texts, as they stand."""
    return actor.may("people.see_house")


def may_shape_house(actor: Actor) -> bool:
    """Decide them (S1-35)."""
    return actor.may("people.shape_house")


def may_see_own_seat(actor: Actor) -> bool:
    return actor.may("people.see_own_seat")


def roles_to_check(actor: Actor) -> frozenset[Role]:
    """For which roles this seat says whether a record check is shown, and notes it (X-08)."""
    if not may_note_record_check(actor):
        return frozenset()
    return MEET_PEOPLE if actor.role is Role.MANAGER else MEET_PEOPLE & HELPERS


def require(allowed: bool) -> None:
    """Raises NotAllowed unless `allowed`, one of the answers above."""
    if not allowed:
        raise NotAllowed
