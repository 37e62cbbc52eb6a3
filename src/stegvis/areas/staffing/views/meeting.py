"""One meeting on the roster: who is on, putting somebody on or off, taking it oneself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import DutyForm
from ..rules import Refusal, monday_of
from ..texts import REFUSALS
from .rows import may_call, shift_of
from .week import name_of

PAGE = "staffing/meeting.html"
BESIDE = {
    Refusal.ENDS_BEFORE_IT_STARTS: "ends",
    Refusal.OUTSIDE_THE_MEETING: "starts",
    Refusal.NOT_EMPLOYED_THEN: "seat",
    Refusal.AWAY_THEN: "seat",
    Refusal.ELSEWHERE_THEN: "seat",
    Refusal.ON_DUTY_ALREADY: "seat",
}
"""Which question a refusal is said beside."""


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """One meeting. POST `do`: `plan` or `change` (with `duty`) somebody, `end` a duty, `take` it oneself."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in {"plan", "change"}:
        return _plan(request, session_id, change=do == "change")
    try:
        if do == "end":
            return _end(request, session_id)
        if do == "take":
            return _take(request, session_id)
    except Changed:
        return refused(request, PAGE, _context(request, session_id, changed=True))
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, PAGE, _context(request, session_id, refusal=words))
    return render(request, PAGE, _context(request, session_id))


def _plan(request: StegvisRequest, session_id: UUID, *, change: bool) -> HttpResponse:
    """Put somebody on, or give a duty other hours. What another has changed meanwhile is never overwritten."""
    here = queries.meeting_staffing(request.actor, session_id, timezone.now(), language())
    form = DutyForm(*_who(here), request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, session_id, form=form))
    said = form.cleaned_data
    when = {"starts": said["starts"], "ends": said["ends"], "carries": form.what_is_carried()}
    more = {"version": said["version"], "now": timezone.now()}
    try:
        if change:
            actions.change_duty(request.actor, duty_id=uuid_in(request, "duty"), **when, **more)
        else:
            actions.plan_duty(
                request.actor, session_id=session_id, seat_id=UUID(said["seat"]), **when, **more
            )
    except Changed:
        now_here = queries.meeting_staffing(request.actor, session_id, timezone.now(), language())
        form = fields.with_answers(form, version=str(now_here.version))
        return refused(request, PAGE, _context(request, session_id, form=form, changed=True))
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error(BESIDE.get(reason), str(REFUSALS[reason]))
        return refused(request, PAGE, _context(request, session_id, form=form))
    messages.success(request, _("It stands in the roster."))
    return SeeOther(request.path)


def _end(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    version = request.POST.get("version", "")
    actions.end_duty(
        request.actor,
        duty_id=uuid_in(request, "duty"),
        version=int(version) if version.isdecimal() else -1,
        now=timezone.now(),
    )
    messages.success(request, _("Taken off the roster."))
    return SeeOther(request.path)


def _take(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    can = request.POST.get("can") == "yes"
    actions.take_over(request.actor, session_id=session_id, can_do_it=can, now=timezone.now())
    messages.success(request, _("Thank you. You are on it."))
    return SeeOther(request.path)


def _context(
    request: StegvisRequest, session_id: UUID, form: DutyForm | None = None, **more: Any
) -> dict[str, Any]:
    now = timezone.now()
    here = queries.meeting_staffing(request.actor, session_id, now, language())
    shift = shift_of(here.meeting)
    return {
        "shift": shift,
        "may_call": may_call(request.actor),
        "week": name_of(monday_of(here.meeting.on)),
        "version": here.version,
        "can_change": shift.look != "off" and not here.meeting.is_over,
        "i_can_take": shift.look == "short" and request.actor.seat_id in {one.seat_id for one in here.free},
        "changing": _duty_asked_for(request, here),
        "form": form or _empty_form(request, here, now),
        "may_set_needs": policy.may_set_needs(request.actor),
        **more,
    }


def _who(here: queries.MeetingStaffing) -> tuple[list[tuple[UUID, str]], list[tuple[UUID, str]]]:
    """Who is free then, and who is not: on duty here, elsewhere, or away."""
    free = [(one.seat_id, one.name) for one in here.free]
    known = {seat_id for seat_id, _name in free}
    busy = {duty.seat_id: duty.name for duty in here.meeting.duties if duty.seat_id not in known}
    return free, list(busy.items())


def _duty_asked_for(request: StegvisRequest, here: queries.MeetingStaffing) -> queries.DutyShown | None:
    """The duty that `?duty=` asks to change; None for putting somebody on, and for one that is gone."""
    asked = request.POST.get("duty") or request.GET.get("duty", "")
    return next((duty for duty in here.meeting.duties if str(duty.duty_id) == asked), None)


def _empty_form(request: StegvisRequest, here: queries.MeetingStaffing, now: Any) -> DutyForm:
    duty = _duty_asked_for(request, here)
    initial = {"version": here.version, "starts": here.meeting.starts, "ends": here.meeting.ends}
    if duty:
        codes = [code.value for code in duty.carries]
        initial |= {"seat": str(duty.seat_id), "starts": duty.starts, "ends": duty.ends, "carries": codes}
    form = DutyForm(*_who(here), initial=initial)
    fields.put_back(form, people.typed_before(request, now=now))
    return form
