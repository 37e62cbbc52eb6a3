"""The participant's pages: her messages with a box to write in, and how she wants to hear from us."""

from __future__ import annotations

from typing import Any

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
from ..forms import LetterForm, ReachForm, answers_of, say_no
from ..rules import Refusal
from ..texts import WAYS, outside, reader_language
from .warnings import warn_of_telling


@needs(policy.READ_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: StegvisRequest) -> HttpResponse:
    """Her thread. Looking at it opens her messages. POST `do`: write or take_back."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "write":
        return _write(request)
    if do == "take_back":
        letter_id = uuid_in(request, "letter")
        actions.take_back(request.actor, letter_id=letter_id, now=timezone.now())
        messages.success(request, _("It is taken back. Nobody can read it any more."))
        return SeeOther(reverse("messages:mine"))
    form = LetterForm()
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    context = _thread_context(request, form)
    if request.method == "GET":
        actions.open_mine(request.actor, now=timezone.now())
    return render(request, "messages/mine.html", context)


def _thread_context(request: StegvisRequest, form: LetterForm) -> dict[str, Any]:
    entries = queries.my_thread(request.actor)
    return {
        "new": [entry for entry in entries if entry.is_new],
        "earlier": [entry for entry in entries if not entry.is_new],
        "form": form,
        "organisation": people.organisation(request.actor.organisation_id),
        "way": WAYS[queries.my_reach(request.actor).wanted.way],
    }


def _write(request: StegvisRequest) -> HttpResponse:
    form = LetterForm(request.POST)
    if form.is_valid():
        words, key = form.cleaned_data["words"], form.cleaned_data["key"]
        actions.write(request.actor, words=words, wanted_id=key, now=timezone.now())
        messages.success(request, _("Thank you. An adviser reads it and answers you here."))
        return SeeOther(reverse("messages:mine"))
    return refused(request, "messages/mine.html", _thread_context(request, form))


@needs(policy.READ_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_reach(request: StegvisRequest) -> HttpResponse:
    """How she hears from us. POST `do`: choose or confirm."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "confirm":
        actions.confirm_reach(request.actor, now=timezone.now())
        messages.success(request, _("Thank you. We do as you said."))
        return SeeOther(reverse("messages:my_reach"))
    shown = queries.my_reach(request.actor)
    if do == "choose":
        return _choose(request, shown)
    form = ReachForm(
        initial=answers_of(shown.wanted),
        by_email=settings.EMAILS_GO_OUT,
        house=queries.house_hours(request.actor),
    )
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return render(request, "messages/my_reach.html", _reach_context(shown, form))


def _choose(request: StegvisRequest, shown: queries.ReachShown) -> HttpResponse:
    form = ReachForm(request.POST, **_asked(request))
    if form.is_valid():
        wanted = form.wanted()
        try:
            actions.choose_reach(request.actor, wanted=wanted, now=timezone.now())
        except Refused as refusal:
            say_no(form, Refusal(refusal.reason))
        else:
            messages.success(request, _("Thank you. We do as you said."))
            warn_of_telling(request, wanted.code_word)
            return SeeOther(reverse("messages:my_reach"))
    return refused(request, "messages/my_reach.html", _reach_context(shown, form))


def _asked(request: StegvisRequest) -> dict[str, Any]:
    return {"by_email": settings.EMAILS_GO_OUT, "house": queries.house_hours(request.actor)}


def _reach_context(shown: queries.ReachShown, form: ReachForm) -> dict[str, Any]:
    return {
        "reach": shown,
        "way": WAYS[shown.wanted.way],
        "form": form,
        "outside": outside(reader_language()) if settings.EMAILS_GO_OUT else None,
    }
