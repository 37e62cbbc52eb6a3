"""The guideline at the desk: what it says, where it is seen, what is to be followed up; and writing it."""

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
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import GuidelineForm, RoomForm, answers_of
from ..rules import Refusal
from ..texts import REFUSALS
from .words import words_context

PAGE, CHANGE = "remarks/guideline.html", "remarks/change.html"
BESIDE = {
    Refusal.NOT_IN_OWN_LANGUAGE: "heading",
    Refusal.HALF_WRITTEN: "words",
    Refusal.TOO_MANY_LINES: "words",
    Refusal.LINE_TOO_LONG: "words",
}
"""Which question of a language a refusal is said beside."""


@needs(policy.ACT)
@require_http_methods(["GET", "HEAD", "POST"])
def guideline(request: StegvisRequest) -> HttpResponse:
    """All of it on one page. POST `do`: `hang` with `room`, `other`, `on`; `take_down` with `poster`."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "take_down":
        actions.take_down(request.actor, poster_id=uuid_in(request, "poster"), now=timezone.now())
        messages.success(request, _("It is noted that the poster hangs there no more."))
        return SeeOther(request.path)
    if do == "hang":
        return _hang(request)
    return render(request, PAGE, _context(request))


def _hang(request: StegvisRequest) -> HttpResponse:
    now = timezone.now()
    seen = queries.seen_by_rounds(request.actor, now, language())
    form = RoomForm(queries.rooms_met_in(seen), request.POST)
    if form.is_valid():
        try:
            actions.hang_up(request.actor, room=form.which(), on=form.cleaned_data["on"], now=now)
        except Refused as refusal:
            reason = Refusal(refusal.reason)
            beside = {Refusal.NO_ROOM: "other", Refusal.NOT_TO_COME: "on"}.get(reason)
            form.add_error(beside, str(REFUSALS[reason]))
        else:
            messages.success(request, _("It is noted where the poster hangs."))
            return SeeOther(f"{request.path}#seen")
    return refused(request, PAGE, _context(request, form))


def _context(request: StegvisRequest, form: RoomForm | None = None) -> dict[str, Any]:
    now, found = timezone.now(), queries.guideline(request.actor)
    seen = queries.seen_by_rounds(request.actor, now, language())
    context: dict[str, Any] = {
        "guideline": found,
        "seen": seen,
        "lacking": sum(one.lacks for one in seen),
        "rooms": queries.rooms(request.actor),
        "form": form or RoomForm(queries.rooms_met_in(seen), initial={"on": timezone.localdate(now)}),
        "follow_ups": queries.my_follow_ups(request.actor, now),
        "may_write": policy.may_write(request.actor),
        "slug": people.organisation(request.actor.organisation_id).slug,
    }
    return context | words_context(found)


@needs(policy.WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StegvisRequest) -> HttpResponse:
    """Writing a new version. What another manager has written meanwhile stands beside, and what was typed stays."""
    own = people.organisation(request.actor.organisation_id).language
    found = queries.guideline(request.actor)
    if request.method != "POST":
        form = GuidelineForm(own, initial=_first_answers(found, own))
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, CHANGE, {"form": form, "guideline": found})
    form = GuidelineForm(own, request.POST)
    if not form.is_valid():
        return refused(request, CHANGE, {"form": form, "guideline": found})
    try:
        actions.write_guideline(
            request.actor,
            written=form.written(),
            note_days=form.cleaned_data["note_days"],
            based_on=form.cleaned_data["based_on"],
            now=timezone.now(),
        )
    except Changed:
        found = queries.guideline(request.actor)
        fields.with_answers(form, based_on=str(found.number if found else 0))
        return refused(request, CHANGE, {"form": form, "guideline": found, "changed": True})
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        beside = f"{BESIDE[reason]}_{refusal.facts['language']}" if reason in BESIDE else "note_days"
        form.add_error(beside, str(REFUSALS[reason]))
        return refused(request, CHANGE, {"form": form, "guideline": found})
    messages.success(request, _("The guideline stands. Now hang it up where people meet."))
    return SeeOther(reverse("remarks:guideline"))


def _first_answers(found: queries.Guideline | None, own: str) -> dict[str, Any]:
    """What stands; where nothing does, words to begin with in every language."""
    if found:
        return {"based_on": found.number, "note_days": found.note_days, **answers_of(found.written)}
    return answers_of({code: queries.to_begin_with(code) for code in GuidelineForm(own).languages})
