"""Two who come together: one tells the other a short word, and from then on they wait for two places at once.

Neither sees the other here: they know each other, and the page need not say so to anybody (S1-19).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from stegvis.areas.people import api as people
from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Place
from ..rules import PlaceState, Refusal, as_typed
from . import line

WORDS = 2


@action
def make_company_word(actor: Actor, *, place_id: UUID, now: datetime) -> str:
    """A word of two everyday words that she tells the one she comes together with. Asked twice, the same word.

    Empty when she does not wait, or waits together with somebody already. Raises NotFound for somebody else's place.
    """
    policy.require_may_take_place(actor)
    _, place = line.locked_place(actor, place_id)
    if place.state != PlaceState.WAITING or place.company is not None:
        return ""
    if not place.company_word:
        language = people.my_participant(actor).language
        place.company_word = " ".join(people.suggest_secret(language).split()[:WORDS])
        place.save(update_fields=["company_word"])
        journal.written(actor, "groups.company_word_made", about=place.participant_id, at=now)
    return place.company_word


@action
def come_together(actor: Actor, *, place_id: UUID, word: str, now: datetime) -> None:
    """She has been told a word, and now waits together with whoever it is from. Each keeps her own number.

    A word is good once, within one round. Raises Refused for a word that nobody in line has, NotFound for somebody
    else's place.
    """
    policy.require_may_take_place(actor)
    row, place = line.locked_place(actor, place_id)
    if place.state != PlaceState.WAITING or place.company is not None:
        return
    others = [one for one in line.places_in(row) if one.state == PlaceState.WAITING and one.pk != place.pk]
    found = next(
        (one for one in others if one.company_word and as_typed(one.company_word) == as_typed(word)), None
    )
    if found is None:
        raise Refused(Refusal.WORD_NOT_KNOWN)
    company = uuid4()
    for one in (place, found):
        one.company, one.company_word = company, ""
    Place.objects.bulk_update([place, found], ["company", "company_word"])
    journal.written(actor, "groups.come_together", about=place.participant_id, at=now)


@action
def go_alone(actor: Actor, *, place_id: UUID, now: datetime) -> None:
    """She waits alone again, with the number she has; so does the other. Is there a place for one, it is offered now.

    Raises NotFound for somebody else's place.
    """
    policy.require_may_take_place(actor)
    row, place = line.locked_place(actor, place_id)
    if place.company is None and not place.company_word:
        return
    line.part_company(place)
    place.company_word = ""
    place.save(update_fields=["company", "company_word"])
    journal.written(actor, "groups.goes_alone", about=place.participant_id, at=now)
    line.offer_next(actor, row, now)
