"""The kinds of message that areas declare when they start: the words for the page, and for the phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from stegvis.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Words:
    """What a message says on her own page. `href` and `action`: where she goes on, and what that link is called."""

    subject: str
    text: str
    href: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message. `code` is `area.what_it_is`.

    `words` gets the message's arguments and the reader's language, `spoken` the same and gives what an adviser says on
    the phone, in the adviser's language. `reached` is called with the organisation's housekeeper, what the message is
    about and the moment once she has seen the message or was told; it may be called again, and then changes nothing.
    `hers_alone`: no adviser sees that there is such a message, so nobody calls to tell it.
    """

    code: str
    words: Callable[[Mapping[str, str], str], Words]
    spoken: Callable[[Mapping[str, str], str], str]
    reached: Callable[[Actor, UUID, datetime], None] | None = None
    hers_alone: bool = False


_kinds: dict[str, Kind] = {}


def declare_kind(kind: Kind) -> None:
    """Make a kind known. To be called from an area's `ready()`.

    Raises ValueError when another kind has that code.
    """
    if _kinds.setdefault(kind.code, kind) != kind:
        raise ValueError(f"{kind.code} is declared twice")


def kind_of(code: str) -> Kind:
    """Raises KeyError for a code that no area declares."""
    return _kinds[code]


def known_kind(code: str) -> Kind | None:
    """The kind of a message that was written long ago: None when no area knows it any more."""
    return _kinds.get(code)


def hers_alone() -> list[str]:
    """The codes of kinds that nobody but she knows of."""
    return sorted(code for code, kind in _kinds.items() if kind.hers_alone)
