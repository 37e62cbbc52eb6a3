"""An offering and the assessment behind it, on paper for the funder (S2-13)."""

from __future__ import annotations

from uuid import UUID

from babel.dates import get_day_names
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates
from stegvis.ui.answers import language

from .. import policy, queries
from ..texts import ENDED_IN, WHYS


@needs(policy.SEE)
@require_safe
def on_paper(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """One or two A4: what it is, whom it is for, what it rests on, by whom and when. Nobody who comes is in it."""
    actor, today = request.actor, timezone.localdate()
    shown = directory.desk_offering(actor, listing_id, today=today)
    written = {name: value for step in shown.written.values() for name, value in step.items()}
    line = next(one for one in directory.portfolio(actor) if one.listing_id == listing_id)
    names = people.seat_names(
        actor, {seat for seat in (written["responsible"], written["knowledge_by"]) if seat}
    )
    last = next(iter(queries.history(actor, listing_id)), None)
    context = {
        "offering": shown,
        "written": written,
        "house": people.organisation(actor.organisation_id),
        "today": today,
        "state": directory.STATES[shown.state],
        "kind": directory.SERVICE_KINDS[line.kind] if line.kind else "",
        "category": directory.CATEGORIES[line.category] if line.category else "",
        "aims": [directory.AIMS[directory.Aim(aim)] for aim in written["aims"]],
        "participation": [directory.PARTICIPATION_KINDS[one] for one in line.participation],
        "times": [_usual(one) for one in line.when],
        "responsible": names.get(written["responsible"], ""),
        "knowledge_by": names.get(written["knowledge_by"], ""),
        "review_on": line.review_on,
        "last": last,
        "ended_in": ENDED_IN[last.outcome] if last else "",
        "why": WHYS[last.why] if last and last.why else "",
    }
    return render(request, "insight/on_paper.html", context)


def _usual(time: directory.Time) -> str:
    """A usual time in words: "torsdag 12.00-14.00"."""
    names = get_day_names("wide", locale=dates.LOCALE[language()])
    return f"{names[time.weekday]} {dates.clock_span(time.starts, time.ends, language())}"
