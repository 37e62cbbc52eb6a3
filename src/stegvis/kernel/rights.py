"""Which role holds which right. Areas declare theirs when they start; nothing else grants one."""

from collections.abc import Mapping

from .roles import Role

_holders: dict[str, frozenset[Role]] = {}


def declare(table: Mapping[str, frozenset[Role]]) -> None:
    """Add an area's table of rights, `area.verb` -> the roles that hold it.

    Raises ValueError when a right is already declared with other holders: a permission is written once.
    """
    for right, holders in table.items():
        if _holders.get(right, holders) != holders:
            raise ValueError(f"{right} is declared twice")
        _holders[right] = holders


def of_role(role: Role) -> frozenset[str]:
    """All rights of one role. Rights come from the seat alone and never add up (S3-22)."""
    return frozenset(right for right, holders in _holders.items() if role in holders)


def holders() -> Mapping[str, frozenset[Role]]:
    """The whole table, for generated documents and the access tests."""
    return dict(sorted(_holders.items()))
