"""To complain, past those it is about: her own page, and how to do it without a login."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs, public
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, policy, queries
from ..forms import ComplaintForm, say_no
from ..rules import AnswerBy, Refusal
from ..texts import ELSEWHERE


@public
def how_to_complain(request: StegvisRequest, slug: str) -> HttpResponse:
    """How to complain about this organisation by phone or letter. Nothing here asks who you are."""
    organisation_id = people.organisation_id_of(slug)
    return render(
        request,
        "messages/how_to_complain.html",
        _outside(Actor.visitor(organisation_id)),
    )


def _outside(actor: Actor) -> dict[str, Any]:
    organisation = people.organisation(actor.organisation_id)
    return {
        "organisation": organisation,
        "reader": queries.reader(actor, timezone.now()),
        "elsewhere": ELSEWHERE[organisation.country],
    }


@needs(policy.READ_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_complaints(request: StegvisRequest) -> HttpResponse:
    """What she has complained about, and a form for more. POST `again`: send what is stuck to who is named now."""
    if request.method == "POST" and "again" in request.POST:
        return _again(request)
    context = _outside(request.actor)
    reader = context["reader"]
    name = reader.name if reader is not None else ""
    if request.method != "POST":
        form = ComplaintForm(reader=name)
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, "messages/my_complaints.html", _mine(request, context, form))
    form = ComplaintForm(request.POST, reader=name)
    if form.is_valid() and _complain(request, form):
        messages.success(request, _("It has come through. The answer comes the way you chose."))
        return SeeOther(reverse("messages:my_complaints"))
    return refused(request, "messages/my_complaints.html", _mine(request, context, form))


def _mine(request: StegvisRequest, context: dict[str, Any], form: ComplaintForm) -> dict[str, Any]:
    mine = queries.my_complaints(request.actor, timezone.now())
    return context | {"form": form, "complaints": mine}


def _complain(request: StegvisRequest, form: ComplaintForm) -> bool:
    answers = form.cleaned_data
    try:
        actions.complain(
            request.actor,
            words=answers["words"],
            answer_by=AnswerBy(answers["answer_by"] or AnswerBy.HERE),
            phone=answers["phone"],
            about_reader=answers["about_reader"] == "yes",
            wanted_id=answers["key"],
            now=timezone.now(),
        )
    except Refused as refusal:
        say_no(form, Refusal(refusal.reason))
        return False
    return True


def _again(request: StegvisRequest) -> HttpResponse:
    try:
        actions.send_again(request.actor, complaint_id=uuid_in(request, "again"), now=timezone.now())
    except Refused:
        messages.error(request, _("Nobody reads complaints on screen here just now. Call or write a letter."))
    else:
        messages.success(request, _("It has come through. The answer comes the way you chose."))
    return SeeOther(reverse("messages:my_complaints"))
