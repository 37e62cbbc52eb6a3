"""Who has which start page."""

from stegvis.kernel.roles import Role

ME = "faces.me"
DESK = "faces.desk"

RIGHTS: dict[str, frozenset[Role]] = {
    ME: frozenset({Role.PARTICIPANT}),
    DESK: frozenset(Role) - {Role.VISITOR, Role.PARTICIPANT, Role.HOUSEKEEPER},
}
