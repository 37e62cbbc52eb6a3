"""What those who come have said they can, for the outing's planner alone; and writing it down for somebody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest
from stegvis.kernel.http import needs as opens_with
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NeedsForm, as_said
from ..rules import Refusal
from ..texts import REFUSALS, needs_in_words

PAGE = "outings/needs_of.html"


@opens_with(policy.READ_NEEDS)
@require_safe
def needs(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """Everybody who has a place, and what each has said. A look at each."""
    told = queries.needs_told(request.actor, session_id, timezone.now())
    shown = queries.outing_page(request.actor, session_id, timezone.now(), language())
    said = [(one, needs_in_words(one.needs)) for one in told.people]
    return render(request, "outings/needs.html", {"outing": shown, "told": told, "people": said})


@opens_with(policy.READ_NEEDS)
@require_http_methods(["GET", "HEAD", "POST"])
def needs_of(request: StegvisRequest, session_id: UUID, participant_id: UUID) -> HttpResponse:
    """The planner writes down what one of them has told. Saved as nothing, it goes."""
    now = timezone.now()
    told = queries.needs_told(request.actor, session_id, now, only=participant_id)
    if not told.people:
        raise NotFound
    person = told.people[0]
    context: dict[str, Any] = {"session_id": session_id}
    form = NeedsForm(request.POST if request.method == "POST" else None, initial=as_said(person.needs))
    context |= {"person": person, "form": form, "may_note": told.may_note}
    if request.method != "POST":
        return render(request, PAGE, context)
    if not form.is_valid():
        return refused(request, PAGE, context)
    try:
        actions.note_needs(
            request.actor, session_id=session_id, participant_id=participant_id, needs=form.needs(), now=now
        )
    except Refused as refusal:
        return refused(request, PAGE, context | {"refusal": REFUSALS[Refusal(refusal.reason)]})
    messages.success(request, _("Written down. It shows on the participant's page as written down by you."))
    return SeeOther(reverse("outings:needs", args=[session_id]))
