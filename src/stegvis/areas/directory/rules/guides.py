"""Which address a guide may have. Pure: no Django, no clock."""

from __future__ import annotations

from urllib.parse import urlsplit

LONGEST_ADDRESS = 500
LONGEST_TITLE = 120
MOST = 20
"""So many guides one house can have: more is a library, and nobody reads it beside a form."""


def is_safe(address: str) -> bool:
    """Whether it is a whole address that nobody can listen in on: https, with a host, without a name or password."""
    if len(address) > LONGEST_ADDRESS or any(
        letter.isspace() or not letter.isprintable() for letter in address
    ):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.scheme == "https" and "." in host.strip(".") and parts.username is None and "\\" not in address
    )
