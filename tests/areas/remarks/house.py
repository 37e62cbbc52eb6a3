"""What the tests of remarks share."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from stegvis.areas.remarks import actions, queries
from stegvis.areas.remarks.models import Remark
from stegvis.areas.remarks.rules import Written
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW
from tests.support import given

MET_FIRST, MET_AGAIN = date(2026, 11, 12), date(2026, 11, 19)
TODAY = date(2026, 11, 23)
ROOM = "The back door"
"""Where the rounds of the tests meet."""
WORDS = Written(
    "Her er alle trygge", "Vi sier stopp.\nDen som ble såret, får støtte.", "Én av oss sier stopp."
)


def a_guideline(manager: Actor, *, based_on: int = 0, now: datetime = NOW, **fields: Any) -> int:
    defaults: dict[str, Any] = {"written": {"nb": WORDS}, "note_days": 30}
    return actions.write_guideline(manager, **{**defaults, **fields}, based_on=based_on, now=now)


def a_remark(actor: Actor, session_id: UUID, **fields: Any) -> UUID:
    """Something was said; whoever notes it follows up tomorrow, unless `seat_id` says otherwise."""
    defaults = {"words": "Noe om hvor noen kommer fra.", "seat_id": actor.seat_id, "by": TODAY, "now": NOW}
    return actions.note_remark(actor, session_id=session_id, **{**defaults, **fields})


def rows(actor: Actor) -> list[Remark]:
    with given(actor):
        return list(Remark.objects.filter(organisation_id=actor.organisation_id))


def lacks(actor: Actor, round_id: UUID, now: datetime = NOW) -> bool:
    return queries.how_round_sees(actor, round_id, now, "nb").lacks
