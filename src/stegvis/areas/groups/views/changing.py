"""Changing a round: first what it would do to the dates, then doing it. And adding one meeting by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import ChangeForm, MeetingForm
from ..rules import Refusal, as_people_say, holidays_among
from ..texts import REFUSALS

PAGE = "groups/change_round.html"
BESIDE = {
    Refusal.NO_DAYS: "until_on",
    Refusal.TOO_MANY_DAYS: "until_on",
    Refusal.ENDS_BEFORE_IT_STARTS: "ends",
    Refusal.DATE_IS_TAKEN: "starts",
    Refusal.DATE_HAS_PASSED: "on",
    Refusal.OUTSIDE_THE_ROUND: "on",
}
"""Which question a refusal is said beside."""


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def change_round(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """One round's days, times, place and room. POST `do`: `look`, `save` what was looked at, or `add` a meeting."""
    here = queries.round_to_change(request.actor, round_id, timezone.now(), language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "add":
        return _add(request, here)
    if do in {"look", "save"}:
        return _change(request, here, save=do == "save")
    return render(request, PAGE, _context(request, here))


def _change(request: StegvisRequest, here: queries.RoundToChange, *, save: bool) -> HttpResponse:
    form = _form(request, here, request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, here, form))
    if form.asks_about(form.all_days()):
        return render(request, PAGE, {**_context(request, here, form), "asks": True})
    wish, now = form.changed(), timezone.now()
    if not save or form.cleaned_data["looked"] != form.signature() or wish["version"] != here.version:
        return _preview(request, here, form)
    try:
        actions.change_round(request.actor, round_id=here.round.round_id, now=now, **wish)
    except Changed:
        return _preview(request, here, form)
    except Refused as refusal:
        return _say(request, here, form, Refusal(refusal.reason))
    messages.success(request, _("The round is changed, and everybody who has a place is told of new dates."))
    return SeeOther(reverse("groups:round", args=[here.round.round_id]))


def _preview(request: StegvisRequest, here: queries.RoundToChange, form: ChangeForm) -> HttpResponse:
    """What it would do. When somebody else changed the round meanwhile, that is said, and what was typed stays."""
    now = timezone.now()
    changes = queries.round_changes(
        request.actor,
        here.round.round_id,
        form.frame(),
        leave_out=form.left_out(),
        hold=form.kept_holidays(),
        now=now,
    )
    if isinstance(changes, Refusal):
        return _say(request, here, form, changes)
    now_here = queries.round_to_change(request.actor, here.round.round_id, now, language())
    others = form.cleaned_data["version"] != now_here.version
    form.cleaned_data["version"] = now_here.version
    fields.with_answers(form, version=str(now_here.version), looked=form.signature())
    context = {**_context(request, now_here, form), "changes": changes, "others": others}
    return refused(request, PAGE, context) if others else render(request, PAGE, context)


def _say(
    request: StegvisRequest, here: queries.RoundToChange, form: ChangeForm, reason: Refusal
) -> HttpResponse:
    beside = BESIDE.get(reason)
    form.add_error(beside if beside in form.fields else None, str(REFUSALS[reason]))
    return refused(request, PAGE, _context(request, here, form))


def _add(request: StegvisRequest, here: queries.RoundToChange) -> HttpResponse:
    form = MeetingForm(request.POST)
    if form.is_valid():
        try:
            actions.add_meeting(
                request.actor, round_id=here.round.round_id, now=timezone.now(), **form.cleaned_data
            )
        except Changed:
            form.add_error(None, _("Somebody else has changed this round meanwhile. Look at it once more."))
        except Refused as refusal:
            reason = Refusal(refusal.reason)
            beside = "starts" if reason is Refusal.DATE_IS_TAKEN else BESIDE.get(reason)
            form.add_error(beside, str(REFUSALS[reason]))
        else:
            messages.success(request, _("The meeting is added, and everybody who has a place is told."))
            return SeeOther(reverse("groups:round", args=[here.round.round_id]))
    form = fields.with_answers(form, version=str(here.version))
    return refused(request, PAGE, {**_context(request, here), "add_form": form})


def _form(request: StegvisRequest, here: queries.RoundToChange, data: QueryDict | None = None) -> ChangeForm:
    staff = people.staff(request.actor, now=timezone.now())
    form = ChangeForm(
        here.frame,
        staff,
        data,
        holidays_of=holidays_here(request),
        days_met=here.days_met,
        initial=_as_it_is(here),
    )
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return form


def holidays_here(request: StegvisRequest) -> Any:
    """Finds holidays of the organisation's country among days, named for the reader."""
    country = people.organisation(request.actor.organisation_id).country

    def among(days: Iterable[date]) -> Mapping[date, str]:
        return holidays_among(days, country=country, language=language())

    return among


def _as_it_is(here: queries.RoundToChange) -> dict[str, Any]:
    said = as_people_say(here.frame.recurrence)
    return {
        "version": here.version,
        "often": said[0].value if said else "",
        "weekday": said[1] if said else "",
        "until_on": here.frame.until_on,
        "starts": here.frame.starts,
        "ends": here.frame.ends,
        "capacity": here.round.capacity,
        "meeting_place": here.round.meeting_place,
        "welcomed_by": here.welcomed_by,
    }


def _context(
    request: StegvisRequest, here: queries.RoundToChange, form: ChangeForm | None = None
) -> dict[str, Any]:
    return {
        "round": here.round,
        "form": form or _form(request, here),
        "add_form": MeetingForm(
            initial={"version": here.version, "starts": here.frame.starts, "ends": here.frame.ends}
        ),
    }
