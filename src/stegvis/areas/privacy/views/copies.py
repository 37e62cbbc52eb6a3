"""Give me my copy: asked for, made in the background, read, printed or taken along."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates
from stegvis.ui.answers import SeeOther

from .. import actions, policy, queries, tasks


@needs(policy.TAKE_COPY)
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: StegvisRequest) -> HttpResponse:
    """How far her copy has come. POST asks for one."""
    now = timezone.now()
    if request.method == "POST":
        copy_id = actions.ask_for_copy(request.actor, language=_language(), now=now)
        tasks.begin_copy(request.actor, copy_id)
        return SeeOther(reverse("privacy:copy"))
    return render(request, "privacy/copy.html", {"copy": queries.my_copy(request.actor, now=now)})


@needs(policy.TAKE_COPY)
@require_safe
def copy_read(request: StegvisRequest) -> HttpResponse:
    """The copy as a page, for reading and printing."""
    shown = queries.my_copy(request.actor, now=timezone.now())
    if shown is None or shown.ready_at is None:
        return HttpResponseRedirect(reverse("privacy:copy"))
    return render(request, "privacy/copy_read.html", {"copy": shown, "parts": queries.readable(shown)})


@needs(policy.TAKE_COPY)
@require_safe
def copy_file(request: StegvisRequest) -> HttpResponse:
    """The copy as a file that machines read. Its name tells nothing."""
    shown = queries.my_copy(request.actor, now=timezone.now())
    if shown is None or shown.ready_at is None:
        return HttpResponseRedirect(reverse("privacy:copy"))
    organisation = people.organisation(request.actor.organisation_id).name
    answer = JsonResponse(
        _as_object(shown, organisation), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="copy.json"'
    return answer


@needs(policy.COPY_FOR_OTHERS)
@require_http_methods(["GET", "HEAD", "POST"])
def copy_for(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """At the desk, for somebody without a login who asks: made here, printed, and handed to her."""
    now = timezone.now()
    if request.method == "POST":
        copy_id = actions.ask_for_copy(
            request.actor, language=_language(), now=now, participant_id=participant_id
        )
        tasks.begin_copy(request.actor, copy_id)
        return SeeOther(reverse("privacy:copy_for", args=[participant_id]))
    nickname, shown = queries.copy_for(request.actor, participant_id, now=now)
    parts = queries.readable(shown) if shown and shown.ready_at else []
    context = {"nickname": nickname, "copy": shown, "parts": parts, "participant_id": participant_id}
    return render(request, "privacy/copy_for.html", context)


def _language() -> str:
    return dates.known(translation.get_language() or "en")


def _as_object(shown: queries.CopyShown, organisation: str) -> dict[str, Any]:
    made_at = shown.ready_at.isoformat() if shown.ready_at else None
    return {
        "organisation": organisation,
        "language": shown.language,
        "made_at": made_at,
        "kept": list(shown.parts),
    }
