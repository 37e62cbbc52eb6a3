"""What of this area a participant can share with one person: how to reach her."""

from __future__ import annotations

from datetime import datetime

from stegvis.areas.privacy import api as privacy

from ..models import Reach
from ..rules import Way
from ..texts import SHARED_PARTS, WAYS


def reach_shared(key: privacy.Released, language: str, now: datetime) -> list[privacy.Part]:
    """The way she has chosen, with its address or number; nothing while she has not chosen, or not confirmed it."""
    row = key.rows_of(Reach).filter(told_by_seat=None).first()
    if row is None:
        return []
    parts = [privacy.Part(SHARED_PARTS["way"], str(WAYS[Way(row.way)]))]
    parts += [privacy.Part(SHARED_PARTS["phone"], row.phone)] if row.phone else []
    parts += [privacy.Part(SHARED_PARTS["address"], row.address)] if row.address else []
    return parts
