"""The roles somebody can hold in an organisation. A request acts in exactly one of them (S3-22, X-14)."""

from enum import StrEnum


class Role(StrEnum):
    """One part a person plays. `VISITOR` is anybody without a seat; `HOUSEKEEPER` is the worker's clock and the
    command line, never a person.
    """

    VISITOR = "visitor"
    PARTICIPANT = "participant"
    ADVISER = "adviser"
    EMPLOYEE = "employee"
    VOLUNTEER = "volunteer"
    ASSOCIATION_CONTACT = "association_contact"
    HOST = "host"
    FRONT_LINE = "front_line"
    AMBASSADOR = "ambassador"
    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    MANAGER = "manager"
    HOUSEKEEPER = "housekeeper"


EMPLOYED = frozenset({Role.ADVISER, Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR})
"""Only these count when it is asked whether there are enough staff (S1-25)."""
