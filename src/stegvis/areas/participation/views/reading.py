"""The reader's pages: gladly reading drafts, and what she would say otherwise in one (S1-08)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import UNPROCESSABLE, SeeOther, refused, uuid_in

from .. import actions, policy, queries
from ..forms import SuggestionForm
from ..texts import SUGGESTION_STATES
from .drafts import version_in

TEMPLATE = "participation/to_read.html"


@needs(policy.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: StegvisRequest) -> HttpResponse:
    """The drafts that wait for a reader. POST `do`: `yes`, she gladly reads; `no`, she would rather not."""
    if request.method == "POST":
        if request.POST.get("do") == "no":
            actions.stop_reading(request.actor, now=timezone.now())
            messages.success(request, _("That is fine. We send you nothing more to read."))
        else:
            actions.become_reader(request.actor, now=timezone.now())
            messages.success(request, _("Thank you. What there is to read stands here."))
        return SeeOther(request.path)
    reads = queries.reads_drafts(request.actor)
    drafts = queries.drafts_to_read(request.actor) if reads else []
    return render(request, "participation/reading.html", {"reads": reads, "drafts": drafts})


@needs(policy.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
def to_read(request: StegvisRequest, draft_id: UUID) -> HttpResponse:
    """One draft. POST `do`: `suggest`, `back` (one's own suggestion), or `read`: she has read it."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    try:
        if do == "back":
            actions.take_suggestion_back(
                request.actor, suggestion_id=uuid_in(request, "suggestion"), now=timezone.now()
            )
            messages.success(request, _("It is gone."))
            return SeeOther(request.path)
        if do == "read":
            actions.say_read(
                request.actor, draft_id=draft_id, version=version_in(request), now=timezone.now()
            )
            messages.success(request, _("Thank you for reading it."))
            return SeeOther(reverse("participation:reading"))
        if do == "suggest":
            return _suggested(request, draft_id)
    except Changed:
        form = SuggestionForm(request.POST) if do == "suggest" else None
        context = _context(request, draft_id, form) | {"changed": True}
        return render(request, TEMPLATE, context, status=UNPROCESSABLE)
    return render(request, TEMPLATE, _context(request, draft_id))


def _suggested(request: StegvisRequest, draft_id: UUID) -> HttpResponse:
    form = SuggestionForm(request.POST)
    if not form.is_valid():
        return refused(request, TEMPLATE, _context(request, draft_id, form))
    said = form.cleaned_data
    actions.suggest(
        request.actor,
        draft_id=draft_id,
        version=said["version"],
        about_words=said["about_words"],
        words=said["words"],
        wanted_id=said["key"],
        now=timezone.now(),
    )
    messages.success(request, _("Thank you. It stands beside the text for those who write it."))
    return SeeOther(request.path)


def _context(request: StegvisRequest, draft_id: UUID, form: SuggestionForm | None = None) -> dict[str, Any]:
    shown = queries.draft_to_read(request.actor, draft_id)
    if form is None:
        form = SuggestionForm()
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
    said = [(one, SUGGESTION_STATES[one.state]) for one in shown.suggestions]
    return {"draft": shown, "form": form, "suggestions": said}
