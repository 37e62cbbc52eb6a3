"""The week at a glance, and setting the week before into it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..rules import Refusal
from ..texts import REFUSALS
from .week import day_asked_for, monday_asked_for, name_of, week_page

PAGE = "staffing/roster.html"


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def roster(request: StegvisRequest) -> HttpResponse:
    """The week `?week=2026-W48`, else this one while something meets in it; on a phone its day `&day=` 1 to 7.

    POST `do` copy, with the week's `version`.
    """
    asked = monday_asked_for(request.GET.get("week", ""))
    monday = asked or queries.week_to_plan(request.actor, timezone.now())
    if request.method == "POST":
        return _copy(request, monday)
    return render(request, PAGE, _context(request, monday))


def _copy(request: StegvisRequest, monday: date) -> HttpResponse:
    version = request.POST.get("version", "")
    try:
        done = actions.copy_week(
            request.actor,
            monday=monday,
            version=int(version) if version.isdecimal() else -1,
            now=timezone.now(),
        )
    except Changed:
        return refused(request, PAGE, _context(request, monday, changed=True))
    except Refused as refusal:
        return refused(request, PAGE, _context(request, monday, refusal=REFUSALS[Refusal(refusal.reason)]))
    said = ngettext("One duty is planned.", "%(n)s duties are planned.", done.planned) % {"n": done.planned}
    if done.left_out:
        left = ngettext(
            "One could not be: somebody is away, or elsewhere then.",
            "%(n)s could not be: somebody is away, or elsewhere then.",
            done.left_out,
        )
        said = f"{said} {left % {'n': done.left_out}}"
    messages.success(request, said)
    return SeeOther(f"{request.path}?week={name_of(monday).code}")


def _context(request: StegvisRequest, monday: date, **more: Any) -> dict[str, Any]:
    now = timezone.now()
    today = timezone.localdate(now)
    shown = day_asked_for(monday, request.GET.get("day", ""), today)
    week = queries.week(request.actor, monday, now, language())
    slug = people.organisation(request.actor.organisation_id).slug
    return {"week": week_page(week, shown, today), "sign": slug, **more}
