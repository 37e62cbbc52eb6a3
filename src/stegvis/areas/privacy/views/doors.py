"""Closed doors: the participant's own page, and the one on which an adviser writes down her wish."""

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

from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, policy, queries
from ..forms.looks import CloseForm
from ..queries.doors import DoorsToNote
from ..rules.doors import door_named


@needs(policy.DECIDE_OVER_DOORS)
@require_http_methods(["GET", "HEAD", "POST"])
def doors(request: StegvisRequest) -> HttpResponse:
    """What she has closed, and what she can close. POST `close` or `open` with the door's name."""
    now = timezone.now()
    if request.method != "POST":
        return render(request, "privacy/doors.html", {"doors": queries.my_doors(request.actor, now)})
    opens = "open" in request.POST
    door = door_named(request.POST.get("open" if opens else "close", ""))
    if door is None:
        raise NotFound
    if opens:
        actions.open_door(request.actor, door, now=now)
        messages.success(request, _("It is open again."))
    else:
        actions.close_door(request.actor, door, now=now)
        messages.success(request, _("It is closed, from now on."))
    return SeeOther(reverse("privacy:doors"))


@needs(policy.NOTE_CLOSING)
@require_http_methods(["GET", "HEAD", "POST"])
def note_doors(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """An adviser writes down what she wants closed. The page never says what is closed already."""
    now = timezone.now()
    shown = queries.doors_to_note(request.actor, participant_id, now)
    form = CloseForm(request.POST if request.method == "POST" else None, choices=_choices(shown))
    if request.method != "POST":
        return _page(request, shown, form)
    if not form.is_valid():
        return _page(request, shown, form, status=UNPROCESSABLE)
    actions.note_closing(request.actor, participant_id, form.chosen(), now=now)
    messages.success(
        request, _("It is written down, and counts from now on. Only the participant can open it again.")
    )
    return SeeOther(reverse("faces:desk"))


def _choices(shown: DoorsToNote) -> list[tuple[str, Any]]:
    parts = [
        (f"section:{code}", _("“%(part)s”, for all who work here") % {"part": section.name})
        for code, section in shown.sections
    ]
    return parts + [
        (f"seat:{one.seat_id}", _("Everything, for %(name)s") % {"name": one.name}) for one in shown.workers
    ]


def _page(request: StegvisRequest, shown: DoorsToNote, form: CloseForm, *, status: int = 200) -> HttpResponse:
    return render(request, "privacy/note_doors.html", {"shown": shown, "form": form}, status=status)
