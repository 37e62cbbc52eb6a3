"""The desk's pages: what is shared with me, and writing down what somebody wants to share."""

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

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, queries
from ..forms import ShareForm, TakenBackForm, say_no
from ..policy import NOTE_SHARE, READ_SHARED
from ..rules.sharing import ShareRefusal
from ..texts import SHARE_REFUSALS, SHARED_FOR

NOTE, NOTED = "privacy/note_share.html", "privacy/noted_share.html"


@needs(READ_SHARED)
@require_safe
def shared(request: StegvisRequest) -> HttpResponse:
    """Who shares something with me now."""
    rows = queries.shared_with_me(request.actor, timezone.now())
    return render(request, "privacy/shared.html", {"rows": rows})


@needs(READ_SHARED)
@require_safe
def shared_one(request: StegvisRequest, grant_id: UUID) -> HttpResponse:
    """What one person shares with me, as it is now. She sees that it was opened."""
    read = actions.read_shared(request.actor, grant_id=grant_id, language=language(), now=timezone.now())
    return render(request, "privacy/shared_one.html", {"read": read, "purpose": SHARED_FOR[read.purpose]})


@needs(NOTE_SHARE)
@require_http_methods(["GET", "HEAD", "POST"])
def note_share(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """Writing down what she wants to share, or that she takes it back. POST `do`: take_back, else a share."""
    now = timezone.now()
    choices = queries.to_share(request.actor, now)
    if request.method == "POST" and request.POST.get("do") == "take_back":
        return _taken_back(request, participant_id, choices)
    if request.method != "POST":
        form = ShareForm(choices=choices)
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, NOTE, _noting(request, participant_id, choices, form))
    form = ShareForm(request.POST, choices=choices)
    if form.is_valid():
        wish, key = form.wish(today=timezone.localdate(now)), form.cleaned_data["key"]
        try:
            grant_id = actions.note_share(
                request.actor, participant_id=participant_id, wish=wish, now=now, wanted_id=key
            )
        except Refused as refusal:
            say_no(form, ShareRefusal(refusal.reason), str(refusal.facts.get("name", "")))
        else:
            messages.success(request, _("Written down. It counts when the participant has said yes."))
            return SeeOther(reverse("privacy:noted_share", args=[grant_id]))
    return refused(request, NOTE, _noting(request, participant_id, choices, form))


@needs(NOTE_SHARE)
@require_http_methods(["GET", "HEAD", "POST"])
def noted_share(request: StegvisRequest, grant_id: UUID) -> HttpResponse:
    """The paper to sign. POST `do`: signed, or drop."""
    now, do = timezone.now(), request.POST.get("do", "")
    participant_id, shown = queries.noted(request.actor, grant_id, now)
    context: dict[str, Any] = {"grant": shown, "participant_id": participant_id}
    if do == "signed":
        try:
            actions.confirm_on_paper(request.actor, grant_id=grant_id, now=now)
        except Refused as refusal:
            words = SHARE_REFUSALS[ShareRefusal(refusal.reason)]
            return refused(request, NOTED, context | {"refusal": words})
        messages.success(request, _("Noted as signed. It counts from now on. Keep the paper safe."))
        return SeeOther(reverse("privacy:note_share", args=[participant_id]))
    if do == "drop":
        actions.drop_noted(request.actor, grant_id=grant_id, now=now)
        messages.success(request, _("It is gone, and nothing is shared."))
        return SeeOther(reverse("privacy:note_share", args=[participant_id]))
    return render(request, NOTED, context)


def _taken_back(request: StegvisRequest, participant_id: UUID, choices: queries.ToShare) -> HttpResponse:
    taken_back = TakenBackForm(request.POST, choices=choices)
    if not taken_back.is_valid():
        context = _noting(request, participant_id, choices, ShareForm(choices=choices))
        return refused(request, NOTE, context | {"taken_back": taken_back})
    whom = taken_back.cleaned_data["recipient"]
    actions.take_back_told(
        request.actor,
        participant_id=participant_id,
        recipient_id=UUID(whom) if whom else None,
        now=timezone.now(),
    )
    messages.success(request, _("Noted. If something was shared, it is not any more."))
    return SeeOther(request.path)


def _noting(
    request: StegvisRequest, participant_id: UUID, choices: queries.ToShare, form: ShareForm
) -> dict[str, Any]:
    return {
        "person": queries.noting(request.actor, participant_id, timezone.now()),
        "choices": choices,
        "form": form,
        "taken_back": TakenBackForm(choices=choices),
    }
