"""Who may open which page. One line a page; what the pages themselves say is held against it.

`Page(opens, own, foreign, hidden)`: the roles that may open it; how to make the keys of an object that they may
see; the same in the other organisation; and one in their own that must look unknown to them all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stegvis.kernel.roles import Role
from tests.access.world import World

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


PAGES: dict[str, Page] = {}
