"""The adviser's pages for reaching people: how somebody wants it, and whom to call."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
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
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, policy, queries
from ..forms import ReachForm, answers_of, say_no
from ..rules import Refusal
from ..texts import WHYS
from .warnings import warn_of_telling


@needs(policy.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def reach(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """How she wants to be reached, written down as she says it. POST `do` right: she says that it still is right."""
    if request.method == "POST" and request.POST.get("do") == "right":
        actions.note_still_right(request.actor, participant_id=participant_id, now=timezone.now())
        messages.success(request, _("Noted: it is still right."))
        return SeeOther(reverse("messages:thread", args=[participant_id]))
    shown = queries.reach_of(request.actor, participant_id, timezone.now())
    asked: dict[str, Any] = {"by_email": settings.EMAILS_GO_OUT, "house": queries.house_hours(request.actor)}
    if request.method != "POST":
        form = ReachForm(initial=answers_of(shown.reach.wanted), **asked)
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, "messages/reach.html", {"person": shown, "form": form})
    form = ReachForm(request.POST, **asked)
    if form.is_valid() and _record(request, participant_id, form):
        messages.success(request, _("Noted as told by the participant."))
        return SeeOther(reverse("messages:thread", args=[participant_id]))
    return refused(request, "messages/reach.html", {"person": shown, "form": form})


def _record(request: StegvisRequest, participant_id: UUID, form: ReachForm) -> bool:
    wanted = form.wanted()
    try:
        actions.record_reach(request.actor, participant_id=participant_id, wanted=wanted, now=timezone.now())
    except Refused as refusal:
        say_no(form, Refusal(refusal.reason))
        return False
    warn_of_telling(request, wanted.code_word)
    return True


@needs(policy.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def calls(request: StegvisRequest) -> HttpResponse:
    """Whom to call and what to say, who has waited longest first.

    POST `call`: she has been told; `do` right: and says that the way is still right, or change: that it is not.
    """
    if request.method == "POST":
        return _told(request)
    rows = queries.calls_waiting(request.actor, timezone.now())
    return render(request, "messages/calls.html", {"calls": [(row, WHYS[row.why]) for row in rows]})


def _told(request: StegvisRequest) -> HttpResponse:
    do, now = request.POST.get("do", ""), timezone.now()
    told = actions.tell(
        request.actor, delivery_id=uuid_in(request, "call"), still_right=do == "right", now=now
    )
    messages.success(
        request,
        _("Noted as told.") if told.now else _("This is settled already: somebody has told it."),
    )
    if do == "change":
        return SeeOther(reverse("messages:reach", args=[told.participant_id]))
    return SeeOther(reverse("messages:calls"))
