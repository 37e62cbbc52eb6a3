"""Complaints at the desk: whom they go to, for all who work here; what they say, for that one alone."""

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
from ..forms import LetterForm, NamedPersonForm, say_no
from ..rules import Named, Refusal


@needs(policy.COMPLAINTS)
@require_http_methods(["GET", "HEAD"])
def complaints(request: StegvisRequest) -> HttpResponse:
    """Whom people complain to here; and, for the one who is or was named, what they sent."""
    now = timezone.now()
    reader = queries.reader(request.actor, now)
    return render(
        request,
        "messages/complaints.html",
        {
            "reader": reader,
            "complaints": queries.complaints_to_me(request.actor),
            "is_me": reader is not None and reader.seat_id == request.actor.seat_id,
            "may_name": request.actor.may(policy.NAME_READER),
        },
    )


@needs(policy.COMPLAINTS)
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: StegvisRequest, complaint_id: UUID) -> HttpResponse:
    """One complaint, and the answer to it."""
    now = timezone.now()
    shown = queries.complaint(request.actor, complaint_id, now)
    if request.method != "POST":
        form = LetterForm(label=_("Your answer"), initial={"words": shown.answer})
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, "messages/complaint.html", {"complaint": shown, "form": form})
    form = LetterForm(request.POST, label=_("Your answer"))
    if form.is_valid():
        words = form.cleaned_data["words"]
        actions.answer_complaint(request.actor, complaint_id=complaint_id, words=words, now=now)
        messages.success(request, _("The answer stands on the participant's page."))
        return SeeOther(reverse("messages:complaints"))
    return refused(request, "messages/complaint.html", {"complaint": shown, "form": form})


@needs(policy.NAME_READER)
@require_http_methods(["GET", "HEAD", "POST"])
def name_reader(request: StegvisRequest) -> HttpResponse:
    """The manager names whom people complain to."""
    now = timezone.now()
    seats = [
        (seat.seat_id, f"{seat.name} ({people.ROLES[seat.role]})")
        for seat in queries.readers_to_choose(request.actor, now)
    ]
    if request.method != "POST":
        form = NamedPersonForm(seats=seats, initial=_stands(queries.reader(request.actor, now)))
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, "messages/name_reader.html", {"form": form})
    form = NamedPersonForm(request.POST, seats=seats)
    if form.is_valid() and _name(request, form):
        messages.success(request, _("Saved. Everybody who comes here can read it."))
        return SeeOther(reverse("messages:complaints"))
    return refused(request, "messages/name_reader.html", {"form": form})


def _stands(reader: queries.Reader | None) -> dict[str, Any]:
    if reader is None:
        return {}
    seat = str(reader.seat_id) if reader.seat_id is not None else ""
    return {"name": reader.name, "phone": reader.phone, "address": reader.address, "seat": seat}


def _name(request: StegvisRequest, form: NamedPersonForm) -> bool:
    answers = form.cleaned_data
    named = Named(answers["name"], answers["phone"], answers["address"])
    try:
        actions.name_reader(request.actor, named=named, seat_id=answers["seat"], now=timezone.now())
    except Refused as refusal:
        say_no(form, Refusal(refusal.reason))
        return False
    return True
