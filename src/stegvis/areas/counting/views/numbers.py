"""The numbers of a day, corrected where they are wrong, and of a month, on screen and on paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import ByHandForm, DayForm
from ..rules import Refusal, Unit
from ..texts import REFUSALS, SOURCES, UNITS, WAYS

DAY = "counting/day.html"


@needs(policy.COUNT)
@require_http_methods(["GET", "HEAD", "POST"])
def day(request: StegvisRequest) -> HttpResponse:
    """One day, `?on=2026-11-23`, or today. POST `unit`, `number`, `seen`: the day's own number, written by hand."""
    today = _today()
    asked = DayForm(request.GET if "on" in request.GET else None, initial={"on": today})
    if asked.is_valid() and asked.cleaned_data["on"] > today and request.method != "POST":
        asked.add_error("on", str(REFUSALS[Refusal.NOT_TO_COME]))
    if asked.is_bound and not asked.is_valid():
        return render(request, DAY, _day_context(request, today, asked), status=UNPROCESSABLE)
    on = asked.cleaned_data["on"] if asked.is_bound else today
    if request.method == "POST":
        return _corrected(request, on, asked)
    return render(request, DAY, _day_context(request, on, asked))


def _corrected(request: StegvisRequest, on: date, asked: DayForm) -> HttpResponse:
    try:
        unit = Unit(request.POST.get("unit", ""))
    except ValueError:
        raise NotFound from None
    form, said = ByHandForm(request.POST, auto_id=f"{unit}-%s"), {}
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.correct(request.actor, on=on, unit=unit, now=timezone.now(), **said)
        except Changed:
            form.add_error("number", _("Somebody else has written a number meanwhile. It stands above."))
            form = _asking_anew(form, request, on, unit)
        except Refused as refusal:
            form.add_error("number", str(REFUSALS[Refusal(refusal.reason)]))
        else:
            messages.success(request, _("Kept. The number that was worked out stays beside it."))
            return SeeOther(f"{reverse('counting:day')}?on={on.isoformat()}")
    return refused(request, DAY, _day_context(request, on, asked, {unit: form}))


def _asking_anew(form: ByHandForm, request: StegvisRequest, on: date, unit: Unit) -> ByHandForm:
    """The same form, with what was typed and the other's number as seen: sent once more, it is a choice."""
    there = queries.day(request.actor, on, language())
    number = {Unit.CONTACTS: there.contacts, Unit.VISITS: there.visits}[unit].by_hand
    data = request.POST.copy()
    data["seen"] = "" if number is None else str(number)
    form.data = data
    return form


def _day_context(
    request: StegvisRequest, on: date, asked: DayForm, sent: dict[Unit, ByHandForm] | None = None
) -> dict[str, Any]:
    there = queries.day(request.actor, on, language())
    units = []
    for unit, number in ((Unit.CONTACTS, there.contacts), (Unit.VISITS, there.visits)):
        form = (sent or {}).get(unit) or ByHandForm(
            initial={"number": number.by_hand, "seen": number.by_hand}, auto_id=f"{unit}-%s"
        )
        units.append({"unit": unit, "words": UNITS[unit], "number": number, "form": form})
    today = _today()
    return {
        "day": there,
        "units": units,
        "asked": asked,
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1) if on < today else None,
    }


@needs(policy.COUNT)
@require_safe
def month(request: StegvisRequest) -> HttpResponse:
    """One month, `?month=2026-11`, or this one: contacts, visits, meetings by kind of work, and the days."""
    today = _today()
    first = _month_in(request.GET.get("month", ""), today)
    shown = queries.month(request.actor, first.year, first.month, until=today, language=language())
    ways = [
        (WAYS[line.way], [(words, line.by_source[code]) for code, words in SOURCES.items()], line)
        for line in shown.ways
    ]
    return render(
        request,
        "counting/month.html",
        {
            "shown": shown,
            "first": first,
            "today": today,
            "sources": list(SOURCES.values()),
            "ways": ways,
            "services": [_service_line(line) for line in shown.services],
            "before": first - timedelta(days=1),
            "after": after if (after := (first + timedelta(days=32)).replace(day=1)) <= today else None,
        },
    )


def _service_line(line: queries.ServiceLine) -> dict[str, Any]:
    reasons = [
        (groups.CALLED_OFF_WHY[why] if why else _("no reason given"), number)
        for why, number in line.called_off.items()
    ]
    name = directory.SERVICE_KINDS[line.service] if line.service else _("Nobody said what about")
    return {"name": name, "line": line, "off": sum(line.called_off.values()), "reasons": reasons}


def _month_in(asked: str, today: date) -> date:
    """The first of the month that was asked for. Raises NotFound for what is none, and for one to come."""
    if not asked:
        return today.replace(day=1)
    try:
        first = date.fromisoformat(f"{asked}-01")
    except ValueError:
        raise NotFound from None
    if first > today:
        raise NotFound
    return first


def _today() -> date:
    return timezone.localtime(timezone.now()).date()
