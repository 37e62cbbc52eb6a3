"""The adviser's pages: who wrote, and one thread."""

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
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused

from .. import actions, policy, queries
from ..forms import LetterForm, say_no
from ..rules import Refusal


@needs(policy.ANSWER)
@require_http_methods(["GET", "HEAD"])
def written(request: StegvisRequest) -> HttpResponse:
    """Who wrote and waits for an answer, who has waited longest first; below, who was answered lately."""
    now = timezone.now()
    waiting = queries.written_to_us(request.actor, now)
    looked_at = [row.participant_id for row in waiting]
    answered = queries.answered_lately(request.actor, now, looked_at=looked_at)
    return render(request, "messages/written.html", {"waiting": waiting, "answered": answered})


@needs(policy.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """One person's thread. POST `do`: answer or settle."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "answer":
        return _answer(request, participant_id)
    if do == "settle":
        actions.settle(request.actor, participant_id=participant_id, now=timezone.now())
        messages.success(request, _("Noted. It waits for nobody any more."))
        return SeeOther(reverse("messages:written"))
    form = LetterForm(label=_("Your answer"))
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return render(request, "messages/thread.html", _thread_context(request, participant_id, form))


def _thread_context(request: StegvisRequest, participant_id: UUID, form: LetterForm) -> dict[str, Any]:
    """What waits for the answer stands above the field for it; the rest of the thread below."""
    shown = queries.thread(request.actor, participant_id, timezone.now())
    waiting = [entry for entry in shown.entries if entry.waits]
    earlier = [entry for entry in shown.entries if not entry.waits]
    return {"thread": shown, "waiting": waiting, "earlier": earlier, "form": form}


def _answer(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    form = LetterForm(request.POST, label=_("Your answer"))
    if form.is_valid():
        words, key = form.cleaned_data["words"], form.cleaned_data["key"]
        try:
            actions.answer(
                request.actor, participant_id=participant_id, words=words, wanted_id=key, now=timezone.now()
            )
        except Refused as refusal:
            say_no(form, Refusal(refusal.reason))
        else:
            messages.success(request, _("The answer stands on the participant's page."))
            return SeeOther(reverse("messages:thread", args=[participant_id]))
    return refused(request, "messages/thread.html", _thread_context(request, participant_id, form))
