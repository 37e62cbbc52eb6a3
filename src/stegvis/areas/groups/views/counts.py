"""The day's counting, out of the calendar: numbers only, corrected where they are wrong."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, language

from .. import policy, queries
from ..forms import PeriodForm


@needs(policy.PLAN)
@require_safe
def counts(request: StegvisRequest) -> HttpResponse:
    """How many meetings and how many people between two days; without any, this month until today."""
    today = timezone.localtime(timezone.now()).date()
    asked = bool(request.GET.get("from_on") or request.GET.get("until_on"))
    form = PeriodForm(
        request.GET if asked else None, initial={"from_on": today.replace(day=1), "until_on": today}
    )
    if asked and not form.is_valid():
        return render(request, "groups/counts.html", {"form": form}, status=UNPROCESSABLE)
    from_on, until_on = _period(form, today)
    meetings = queries.counts(request.actor, from_on, min(until_on, today), language())
    context = {
        "form": form,
        "from_on": from_on,
        "until_on": until_on,
        "offerings": queries.by_offering(meetings),
        "asked": asked,
    }
    return render(request, "groups/counts.html", context)


def _period(form: PeriodForm, today: date) -> tuple[date, date]:
    if form.is_bound:
        return form.cleaned_data["from_on"], form.cleaned_data["until_on"]
    return today.replace(day=1), today
