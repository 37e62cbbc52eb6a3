"""An outing at the desk: how it stands, and planning it."""

from __future__ import annotations

from datetime import datetime, time
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
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import PlanForm, as_typed
from ..rules import Refusal, emergency_number
from ..texts import MISSING, PARTS, REFUSALS, lines_of

PAGE, FORM = "outings/outing.html", "outings/plan.html"


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def outing(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """How one outing stands. POST `do`: `fit` the plan to everybody (`version`), or `no_outing` after all."""
    now = timezone.now()
    shown = queries.outing_page(request.actor, session_id, now, language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "no_outing":
        actions.no_outing(request.actor, session_id=session_id, now=now)
        messages.success(request, _("This meeting is no outing any more. Its plan is gone."))
        return SeeOther(reverse("groups:session", args=[session_id]))
    if do == "fit":
        return _fit(request, shown, now)
    return render(request, PAGE, context_of(shown))


def _fit(request: StegvisRequest, shown: queries.OutingPage, now: datetime) -> HttpResponse:
    version = request.POST.get("version", "")
    try:
        actions.take_frame(
            request.actor,
            session_id=shown.meeting.session_id,
            version=int(version) if version.isdecimal() else 0,
            now=now,
        )
    except Changed:
        words = _("Somebody else has changed this plan meanwhile. Look at it once more.")
        return refused(request, PAGE, context_of(shown) | {"refusal": words})
    except Refused as refusal:
        words = str(REFUSALS[Refusal(refusal.reason)])
        return refused(request, PAGE, context_of(shown) | {"refusal": words})
    messages.success(request, _("The plan fits everybody now. See that the route does too."))
    return SeeOther(request.path)


def context_of(shown: queries.OutingPage) -> dict[str, Any]:
    """What the page and the sheet show, in words."""
    return {
        "outing": shown,
        "planned": lines_of(shown.plan),
        "lines": lines_of(shown.frame),
        "strained": [PARTS[part] for part in shown.strained],
        "missing": [MISSING[one] for one in shown.missing],
    }


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """The plan of one meeting. `?like=` begins with that of another outing."""
    now = timezone.now()
    try:
        there = queries.outing_page(request.actor, session_id, now, language())
    except NotFound:
        there = None
    meeting = there.meeting if there else _meeting(request, session_id)
    if request.method != "POST":
        form = _form(request, initial=_answers(request, meeting, there, now))
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, FORM, _context(request, meeting, there, form))
    form = _form(request, request.POST)
    if not form.is_valid():
        return refused(request, FORM, _context(request, meeting, there, form))
    return _plan(request, meeting, there, form, now)


def _plan(
    request: StegvisRequest,
    meeting: groups.MeetingPlanned,
    there: queries.OutingPage | None,
    form: PlanForm,
    now: datetime,
) -> HttpResponse:
    try:
        actions.plan_outing(
            request.actor,
            session_id=meeting.session_id,
            plan=form.plan(),
            version=form.cleaned_data["version"],
            also_later=form.cleaned_data["also_later"],
            now=now,
        )
    except Changed:
        form.add_error(None, _("Somebody else has changed this plan meanwhile. Look at both, and choose."))
        fields.with_answers(form, version=str(there.version if there else 0))
        return refused(request, FORM, _context(request, meeting, there, form) | {"others": True})
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error("planner" if reason is Refusal.NOT_A_PLANNER else None, str(REFUSALS[reason]))
        return refused(request, FORM, _context(request, meeting, there, form))
    messages.success(request, _("The outing is planned."))
    return SeeOther(reverse("outings:outing", args=[meeting.session_id]))


def _meeting(request: StegvisRequest, session_id: UUID) -> groups.MeetingPlanned:
    found = groups.meetings(request.actor, [session_id], language=language())
    if not found:
        raise NotFound
    return found[0]


def _form(request: StegvisRequest, *arguments: Any, **named: Any) -> PlanForm:
    advisers = people.staff(request.actor, roles=policy.PLANNERS, now=timezone.now())
    return PlanForm(advisers, *arguments, **named)


def _answers(
    request: StegvisRequest,
    meeting: groups.MeetingPlanned,
    there: queries.OutingPage | None,
    now: datetime,
) -> dict[str, Any]:
    """The plan as it is; else another outing's; else what can be known of a new one."""
    if there:
        planned = as_typed(there.plan, there.safety, there.route)
        return planned | {"version": there.version, "planner": str(there.planner_id)}
    organisation = people.organisation(request.actor.organisation_id)
    begin: dict[str, Any] = {
        "version": 0,
        "planner": str(request.actor.seat_id),
        "meeting_point": meeting.meeting_place,
        "turn_back_by": _half_way(meeting),
        "emergency": emergency_number(organisation.country),
    }
    like = _like(request, now)
    if like is None:
        return begin
    copied = as_typed(like.plan, like.safety, like.route)
    return begin | copied | {"turn_back_by": begin["turn_back_by"]}


def _like(request: StegvisRequest, now: datetime) -> queries.OutingPage | None:
    try:
        wanted = UUID(request.GET.get("like", ""))
        return queries.outing_page(request.actor, wanted, now, language())
    except (ValueError, NotFound):
        return None


def _half_way(meeting: groups.MeetingPlanned) -> time:
    middle = meeting.starts_at + (meeting.ends_at - meeting.starts_at) / 2
    return timezone.localtime(middle).time().replace(second=0, microsecond=0)


def _context(
    request: StegvisRequest,
    meeting: groups.MeetingPlanned,
    there: queries.OutingPage | None,
    form: PlanForm,
) -> dict[str, Any]:
    earlier = [] if there else queries.earlier_plans(request.actor, meeting.session_id, language())
    more = context_of(there) if there else {}
    return more | {"meeting": meeting, "form": form, "earlier": earlier}
