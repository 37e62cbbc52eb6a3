"""Names and nicknames: what is kept of them, and which of them people would mistake for one another. Pure.

A name is shown in lists, in messages to colleagues and on paper. What cannot be seen in it (line breaks, controls,
marks that turn the direction of writing) never gets in; what only looks like another name is found by its shape.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from datetime import date
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

MOST_MARKS = 2
"""So many accents a letter can carry in the languages people have; more of them hide what stands around."""

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters that nothing is drawn for."""

_OF_THEIR_OWN = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
)
_DRAWN_ALIKE = str.maketrans(
    {
        **dict(zip("АВСЕНІЈКМОРЅТХУӀ", "ABCEHIJKMOPSTXYI", strict=True)),
        **dict(zip("аеоӏрсухіјѕһԁԛԝґьв", "aeolpcyxijshdqwrbb", strict=True)),
        **dict(zip("кгпнмт", "krnhmt", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        **dict(zip("ανορυικτχγωηε", "avopuiktxywne", strict=True)),
        **dict(zip("0135|!$@", "oleslisa", strict=True)),
        "ß": "ss",
        "ɡ": "g",
        "ɑ": "a",
        "ɩ": "i",
        "ɴ": "n",
        "ʀ": "r",
    }
)
"""Signs drawn like a Latin letter, after Unicode's list of confusables: Cyrillic, Greek, digits."""

# fmt: off
ROLE_WORDS = frozenset(
    {
        "adviser", "advisor", "counsellor", "employee", "staff", "manager", "boss", "coordinator",
        "facilitator", "volunteer", "host", "admin", "administrator", "support", "moderator", "stegvis",
        "veileder", "veilederen", "rådgiver", "ansatt", "leder", "lederen", "koordinator", "frivillig", "vert",
        "medarbeider", "miljøarbeider", "saksbehandler",
        "vejleder", "vejlederen", "medarbejder", "vært", "sagsbehandler", "frivilligkoordinator",
        "rådgivare", "anställd", "chef", "chefen", "samordnare", "volontär", "värd", "medarbetare", "handläggare",
    }
)
# fmt: on
"""What those who work here are called. Beside a nickname it would say that she is one of them."""


def clean(name: str) -> str:
    """The name as it is kept: one line, single spaces, nothing in it that cannot be seen."""
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    kept: list[str] = []
    marks = 0
    for sign in composed:
        category = unicodedata.category(sign)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category not in UNSEEN and sign not in BLANK and marks <= MOST_MARKS:
            kept.append(sign)
    return " ".join("".join(kept).split())


def shapes(name: str) -> frozenset[str]:
    """What a name looks like to somebody who reads quickly. Two names with a shape in common look alike.

    One shape with the letters as they are meant, one in which a capital I is the stroke that it is drawn as.
    """
    return frozenset({_folded(name), _folded(name.replace("I", "l"))}) - {""}


def look_alike(one: str, other: str) -> bool:
    """Whether people would take one name for the other: in other letters, cases or accents it reads the same."""
    return not shapes(one).isdisjoint(shapes(other))


def poses_as_staff(nickname: str, staff_names: Collection[str]) -> bool:
    """Whether a nickname looks like somebody who works here, by name or by what they are called.

    Who works here is known to all who come here; that says nothing about who else comes.
    """
    words = [word for word in _words(nickname) if word]
    if any(look_alike(word, role) for word in words for role in ROLE_WORDS):
        return True
    return any(look_alike(nickname, name) for name in staff_names)


def mistakable(names: Mapping[Key, str]) -> frozenset[Key]:
    """Those of a group whose names look like another's in it."""
    by_shape: dict[str, set[Key]] = {}
    for key, name in names.items():
        for shape in shapes(name):
            by_shape.setdefault(shape, set()).add(key)
    return frozenset(key for keys in by_shape.values() if len(keys) > 1 for key in keys)


def told_apart(names: Mapping[Key, str], came_on: Mapping[Key, date]) -> dict[Key, tuple[date, int]]:
    """What tells those apart whose names look alike: the day each came, and a number from 1 among those of one day.

    The number is 0 for the only one of a day. It goes by the key, so it is the same on every page with the same people.
    """
    alike = sorted(mistakable(names), key=lambda key: (came_on[key], str(key)))
    of_day = Counter(came_on[key] for key in alike)
    told: dict[Key, tuple[date, int]] = {}
    so_far: Counter[date] = Counter()
    for key in alike:
        so_far[came_on[key]] += 1
        told[key] = came_on[key], so_far[came_on[key]] if of_day[came_on[key]] > 1 else 0
    return told


def _folded(name: str) -> str:
    composed = unicodedata.normalize("NFKC", name).translate(_DRAWN_ALIKE).casefold()
    plain = unicodedata.normalize("NFKD", composed.translate(_OF_THEIR_OWN)).translate(_DRAWN_ALIKE)
    letters = "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")
    return letters.replace("rn", "m").replace("vv", "w")


def _words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFKC", text)
    return "".join(sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in composed).split()
