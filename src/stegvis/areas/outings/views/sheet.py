"""The safety sheet on one page of paper (S1-33): whom to call, where, until when. No names of those who come."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import language

from .. import policy, queries
from .plan import context_of


@needs(policy.PLAN)
@require_safe
def sheet(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """The sheet of one outing, ready or not; what is missing stands on it with room for a pen."""
    shown = queries.outing_page(request.actor, session_id, timezone.now(), language())
    context = context_of(shown) | {"organisation": people.organisation(request.actor.organisation_id)}
    return render(request, "outings/sheet.html", context)
