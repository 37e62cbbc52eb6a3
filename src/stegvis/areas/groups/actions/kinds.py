"""The kinds of message to those in line or with a place, and what follows when one has reached her."""

from datetime import datetime
from uuid import UUID

from stegvis.areas.messages.api import Kind
from stegvis.kernel.actor import Actor

from .. import texts
from ..rules import Told
from .queue import note_reached


def _offer_has_reached_her(housekeeper: Actor, place_id: UUID, now: datetime) -> None:
    note_reached(housekeeper, place_id=place_id, now=now)


KINDS = (
    Kind(
        Told.PLACE_OFFERED,
        texts.place_is_offered,
        texts.place_is_offered_aloud,
        reached=_offer_has_reached_her,
    ),
    Kind(Told.OFFERING_RESTS, texts.offering_rests, texts.said_aloud(texts.offering_rests)),
    Kind(Told.OFFERING_HAS_ENDED, texts.offering_has_ended, texts.said_aloud(texts.offering_has_ended)),
    Kind(Told.DATES_CHANGED, texts.dates_changed, texts.said_aloud(texts.dates_changed)),
    Kind(Told.CALLED_OFF, texts.called_off, texts.said_aloud(texts.called_off)),
    Kind(Told.GOES_ON, texts.group_goes_on, texts.said_aloud(texts.group_goes_on)),
)
