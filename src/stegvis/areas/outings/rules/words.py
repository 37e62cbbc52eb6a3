"""Needs as one line of text and back, so that the whole of it can be kept encrypted. Pure."""

import json

from .frame import NOTHING_SAID, Needs, Pace, Terrain


def as_words(needs: Needs) -> str:
    """Empty when nothing is said: then there is nothing to keep."""
    if needs == NOTHING_SAID:
        return ""
    return json.dumps(
        {
            "minutes": needs.minutes,
            "pace": needs.pace,
            "terrain": needs.terrain,
            "break_every": needs.break_every,
            "toilet": needs.toilet,
            "benches": needs.benches,
        }
    )


def from_words(words: str) -> Needs:
    """What `as_words` wrote down; nothing said for empty words."""
    if not words:
        return NOTHING_SAID
    said = json.loads(words)
    return Needs(
        minutes=said["minutes"],
        pace=Pace(said["pace"]) if said["pace"] else None,
        terrain=Terrain(said["terrain"]) if said["terrain"] else None,
        break_every=said["break_every"],
        toilet=said["toilet"],
        benches=said["benches"],
    )
