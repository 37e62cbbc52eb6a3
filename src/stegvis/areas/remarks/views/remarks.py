"""Something was said: what to do now, and following up the one who was hit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import HandOnForm, RemarkForm
from ..rules import NOTE_DAYS, Refusal
from ..texts import REFUSALS, STEPS
from .words import words_context

PAGE, FOLLOW_UP = "remarks/remark.html", "remarks/follow_up.html"
BESIDE = {
    Refusal.LOOKS_LIKE_SOMEBODY: "words",
    Refusal.FOLLOW_UP_BY: "by",
    Refusal.NOT_A_COLLEAGUE: "who",
}


@needs(policy.ACT)
@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """The four steps, and one form that is answered already. POST keeps it and goes back to the meeting."""
    now = timezone.now()
    meeting = groups.session_page(request.actor, session_id, now, language())
    form = _form(request)
    if request.method != "POST":
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, PAGE, _context(request, meeting, form))
    if not form.is_valid():
        return refused(request, PAGE, _context(request, meeting, form))
    try:
        actions.note_remark(
            request.actor,
            session_id=session_id,
            words=form.cleaned_data["words"],
            seat_id=form.seat_id(),
            by=form.day(),
            wanted_id=form.cleaned_data["key"],
            now=now,
        )
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error(BESIDE[reason], str(REFUSALS[reason]) % refusal.facts)
        return refused(request, PAGE, _context(request, meeting, form))
    messages.success(request, _("Kept. Whoever follows up finds it on the desk. Now take a breath yourself."))
    return SeeOther(reverse("groups:session", args=[session_id]))


def _form(request: StegvisRequest) -> RemarkForm:
    now = timezone.now()
    today = timezone.localdate(now)
    first = {"who": str(request.actor.seat_id), "by": (today + timedelta(days=1)).isoformat()}
    sent = request.POST if request.method == "POST" else None
    return RemarkForm(people.staff(request.actor, now=now), today, sent, initial=first)


def _context(request: StegvisRequest, meeting: groups.SessionPage, form: RemarkForm) -> dict[str, Any]:
    found = queries.guideline(request.actor)
    context: dict[str, Any] = {"meeting": meeting, "form": form, "steps": STEPS}
    context["note_days"] = found.note_days if found else NOTE_DAYS
    return context | words_context(found)


@needs(policy.ACT)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: StegvisRequest, remark_id: UUID) -> HttpResponse:
    """One to follow up. POST `do`: `done`, `not_done`, or `hand_on` with `who`."""
    now = timezone.now()
    shown = queries.follow_up(request.actor, remark_id, now)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    form = HandOnForm(
        [one for one in people.staff(request.actor, now=now) if one.seat_id != shown.line.seat_id],
        request.POST if do == "hand_on" else None,
    )
    if do == "done":
        actions.follow_up_done(request.actor, remark_id=remark_id, now=now)
        messages.success(request, _("Done. Thank you for asking."))
        return SeeOther("/desk/")
    if do == "not_done":
        actions.done_after_all_not(request.actor, remark_id=remark_id, now=now)
        return SeeOther(request.path)
    if do == "hand_on" and form.is_valid():
        try:
            actions.hand_on(request.actor, remark_id=remark_id, seat_id=form.seat_id(), now=now)
        except Refused as refusal:
            form.add_error("who", str(REFUSALS[Refusal(refusal.reason)]))
        else:
            messages.success(request, _("Handed on. It stands on the other one's desk now."))
            return SeeOther("/desk/")
    answer = refused if form.errors else render
    return answer(request, FOLLOW_UP, {"shown": shown, "form": form, "hand_on_open": bool(form.errors)})
