"""The desk's rounds: planning one, who is in it (for advisers), and giving a place."""

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

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import panels
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates, fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import Before, RoundForm
from ..rules import Refusal
from ..texts import REFUSALS
from .changing import holidays_here

BESIDE = {
    Refusal.NO_DAYS: "until_on",
    Refusal.TOO_MANY_DAYS: "until_on",
    Refusal.ENDS_BEFORE_IT_STARTS: "ends",
    Refusal.DAYS_NOT_UNDERSTOOD: "often",
}
"""Which question a refusal is said beside."""

UNNAMED = {"keep": actions.keep_unnamed_place, "free": actions.give_back_unnamed_place}


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def rounds(request: StegvisRequest) -> HttpResponse:
    """Every round that is not over, and planning one (POST)."""
    if request.method != "POST":
        return render(request, "groups/rounds.html", _rounds_context(request, _round_form(request)))
    form = _round_form(request)
    if form.is_valid():
        if form.asks_about(form.all_days()):
            return render(request, "groups/rounds.html", {**_rounds_context(request, form), "asks": True})
        try:
            round_id = actions.plan_round(request.actor, now=timezone.now(), **form.planned())
        except Refused as refusal:
            reason = Refusal(refusal.reason)
            form.add_error(BESIDE.get(reason), str(REFUSALS[reason]))
        else:
            messages.success(request, _("The round is planned."))
            return SeeOther(reverse("groups:round", args=[round_id]))
    return refused(request, "groups/rounds.html", _rounds_context(request, form))


def _round_form(request: StegvisRequest) -> RoundForm:
    offerings = directory.joinable(request.actor, language())
    staff = people.staff(request.actor, now=timezone.now())
    before = [
        Before(one.round_id, one.listing_id, _called(one))
        for one in queries.rounds_to_follow(request.actor, timezone.now(), language())
    ]
    data = request.POST if request.method == "POST" else None
    form = RoundForm(offerings, staff, before, data, holidays_of=holidays_here(request))
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return form


def _called(one: queries.RoundShown) -> str:
    """ "Thursday lunch, Thu 7 Aug – Thu 18 Dec": the title alone does not tell two rounds apart."""
    from_on, until_on = (dates.short_day(day, language()) for day in (one.from_on, one.until_on))
    return f"{one.title}, {from_on} {dates.DASH} {until_on}"


def _rounds_context(request: StegvisRequest, form: RoundForm) -> dict[str, Any]:
    rounds = queries.all_rounds(request.actor, timezone.now(), language())
    plan_open = not rounds or form.is_bound or bool(form.initial.get("typed_before"))
    offerings = bool([key for key, _title in form.fields["listing"].choices if key])  # type: ignore[attr-defined]
    return {"rounds": rounds, "form": form, "plan_open": plan_open, "offerings": offerings}


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def round_page(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """One round. POST `do`: open, close, give a place to `participant`, note that `place` is given back, or keep one
    without a name and give it back (`keep`, `free`).
    """
    here = queries.round_shown(request.actor, round_id, timezone.now(), language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in {"open", "close"}:
        actions.open_round(request.actor, round_id=round_id, open_for_new=do == "open", now=timezone.now())
        return SeeOther(request.path)
    if do == "give":
        return _give_here(request, here)
    if do in UNNAMED:
        return _unnamed(request, here, do)
    if do == "leave":
        actions.leave_place(request.actor, place_id=uuid_in(request, "place"), now=timezone.now())
        messages.success(request, _("The place is given back, as you were told."))
        return SeeOther(request.path)
    return render(request, "groups/round.html", round_context(request, here))


def _unnamed(request: StegvisRequest, here: queries.RoundShown, do: str) -> HttpResponse:
    try:
        UNNAMED[do](request.actor, round_id=here.round_id, now=timezone.now())
    except Refused as refusal:
        context = {**round_context(request, here), "refusal": REFUSALS[Refusal(refusal.reason)]}
        return refused(request, "groups/round.html", context)
    return SeeOther(request.path)


def _give_here(request: StegvisRequest, here: queries.RoundShown) -> HttpResponse:
    participant_id = uuid_in(request, "participant")
    try:
        actions.give_place(
            request.actor, participant_id=participant_id, round_id=here.round_id, now=timezone.now()
        )
    except Refused as refusal:
        context = {**round_context(request, here), "refusal": REFUSALS[Refusal(refusal.reason)]}
        return refused(request, "groups/round.html", context)
    messages.success(request, _("The place is given, and stands on the participant's page."))
    return SeeOther(request.path)


def round_context(request: StegvisRequest, here: queries.RoundShown) -> dict[str, Any]:
    """Dates and numbers for all who plan; who is in it for advisers alone (A.7)."""
    context: dict[str, Any] = {
        "round": here,
        "panels": panels.of(panels.Page.ROUND, request.actor, here.round_id, timezone.now()),
        "sessions": queries.sessions_of(request.actor, here.round_id),
        "today": timezone.localtime(timezone.now()).date(),
        "line_numbers": queries.line_numbers(request.actor, here.round_id),
    }
    if policy.may_give_place(request.actor):
        context["people"] = queries.people_in(request.actor, here.round_id, timezone.now())
        context["line"] = queries.line_in(request.actor, here.round_id, timezone.now())
        context["keeps_names"] = queries.keeps_names(request.actor, here.listing_id)
        if context["keeps_names"]:
            context["candidates"] = queries.may_be_given(request.actor, here.round_id, timezone.now())
    return context


@needs(policy.GIVE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def places_for(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """One participant's places, and rounds of what she chose now. POST records her yes to `round`."""
    shown = queries.places_for(request.actor, participant_id, timezone.now(), language())
    if request.method != "POST":
        return render(request, "groups/places_for.html", {"shown": shown})
    try:
        actions.give_place(
            request.actor,
            participant_id=participant_id,
            round_id=uuid_in(request, "round"),
            now=timezone.now(),
        )
    except Refused as refusal:
        context = {"shown": shown, "refusal": REFUSALS[Refusal(refusal.reason)]}
        return refused(request, "groups/places_for.html", context)
    messages.success(request, _("The place is given, and stands on the participant's page."))
    return SeeOther(request.path)
