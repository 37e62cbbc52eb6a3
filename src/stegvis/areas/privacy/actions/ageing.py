"""Journal and looks go when they have been kept for five years, and not before."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from stegvis.kernel import journal, sealing
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry

from .. import policy


@action
def forget_aged_journal(actor: Actor, *, now: datetime) -> int:
    """Looks leave the chain by a seal of their own, so that it still verifies. How many entries and looks went."""
    policy.require_may_tidy(actor)
    before = now - sealing.KEPT_FOR
    entries = JournalEntry.objects.filter(organisation_id=actor.organisation_id, at__lt=before)
    went, _ = entries.delete()
    went += sealing.age_out(actor, Q(at__lt=before), why=sealing.Gone.AGED, now=now)
    if went:
        journal.written(actor, "privacy.journal_aged", about=actor.organisation_id, at=now)
    return went
