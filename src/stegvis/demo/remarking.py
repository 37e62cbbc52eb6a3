"""Korsby's guideline against hurtful words, where it hangs, and one thing that is still to be followed up."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.remarks import api as remarks

from .town import Town, seat_of
from .year import LUNCH, PAINTING

LANGUAGES = ("nb", "da", "sv", "en")
HANGS_WITH = (LUNCH, PAINTING)
WALK = "turgruppe"
"""Has no wall of its own."""


def build_guideline(town: Town, rounds: Mapping[str, UUID]) -> None:
    """Written three weeks ago; hangs where most groups meet. The walk has written it down; others lack it still."""
    written = {code: remarks.to_begin_with(code) for code in LANGUAGES}
    remarks.write_guideline(town.berit, written=written, note_days=30, based_on=0, now=town.week(-3))
    for key in HANGS_WITH:
        room = groups.round_shown(town.ingrid, rounds[key], town.now, "nb").meeting_place
        remarks.hang_up(town.ingrid, room=room, on=town.week(-3).date(), now=town.week(-3))
    walked = groups.days_met(town.ingrid, rounds[WALK], town.now)
    if walked:
        remarks.write_down(town.ingrid, round_id=rounds[WALK], on=walked[0], now=town.now)
    met = [one for one in groups.sessions_of(town.ingrid, rounds[LUNCH]) if one.on <= town.today()]
    if met:
        remarks.note_remark(
            town.ingrid,
            session_id=met[-1].session_id,
            words="Noe om hvor noen kommer fra. Det ble stille rundt bordet.",
            seat_id=seat_of(town.ingrid),
            by=town.today() + timedelta(days=1),
            now=town.now,
        )
