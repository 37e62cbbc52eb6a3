"""Who may do what here."""

from stegvis.kernel.roles import Role

RIGHTS: dict[str, frozenset[Role]] = {}
