"""What the meetings of a round need: how many, when it is looked, what happens instead."""

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
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NeedsForm
from ..rules import Refusal
from ..texts import REFUSALS

PAGE = "staffing/needs.html"
BESIDE = {Refusal.BELOW_ASSESSMENT: "employees", Refusal.NOT_A_CHECK_TIME: "check_days"}


@needs(policy.SET_NEEDS)
@require_http_methods(["GET", "HEAD", "POST"])
def round_needs(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """What a round needs of employees; never less than the offering's assessment (S1-24, S1-31)."""
    now = timezone.now()
    here = queries.needs_of(request.actor, round_id, now, language())
    if request.method != "POST":
        form = _form(here, initial=_kept(here))
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, PAGE, {"here": here, "form": form})
    form = _form(here, request.POST)
    if not form.is_valid():
        return refused(request, PAGE, {"here": here, "form": form})
    try:
        _save(request, round_id, form)
    except Changed:
        theirs = queries.needs_of(request.actor, round_id, timezone.now(), language())
        context = {
            "here": theirs,
            "form": fields.with_answers(form, version=str(theirs.version)),
            "changed": True,
        }
        return refused(request, PAGE, context)
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error(BESIDE.get(reason), str(REFUSALS[reason]))
        return refused(request, PAGE, {"here": here, "form": form})
    messages.success(request, _("Saved. The roster looks after it from now on."))
    return SeeOther(reverse("groups:round", args=[round_id]))


def _save(request: StegvisRequest, round_id: UUID, form: NeedsForm) -> None:
    said = form.cleaned_data
    actions.set_needs(
        request.actor,
        round_id=round_id,
        employees=said["employees"],
        second_adult=said["second_adult"],
        competence=said["competence"],
        check_days=said["check_days"],
        check_at=said["check_at"],
        instead=said["instead"],
        substitutes=form.whom_to_ask(),
        version=said["version"],
        now=timezone.now(),
    )


def _form(here: queries.RoundNeeds, *given: Any, **named: Any) -> NeedsForm:
    return NeedsForm([(one.seat_id, one.name) for one in here.people], *given, **named)


def _kept(here: queries.RoundNeeds) -> dict[str, Any]:
    first, second, third = (*(str(seat) for seat in here.substitutes[:3]), "", "", "")[:3]
    return {
        "version": here.version,
        "employees": here.employees,
        "second_adult": here.second_adult,
        "competence": here.competence,
        "check_days": here.check_days,
        "check_at": here.check_at,
        "instead": here.instead,
        "first": first,
        "second": second,
        "third": third,
    }
