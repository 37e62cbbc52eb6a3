"""All that the house offers on one page: what to look at, by kind, and what became less and why."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.kernel.http import StegvisRequest, needs

from .. import policy, queries
from ..rules import Due, month_after, month_before
from ..texts import ENDED_IN, PARTICIPATION, WHYS
from .panels import reminded

FIRST_YEAR = 2020
KINDS = list(directory.ServiceKind)


@needs(policy.SEE)
@require_safe
def portfolio(request: StegvisRequest) -> HttpResponse:
    """`?month=2026-11` chooses the month of the hours, `?year=` the year of what became less."""
    today = timezone.localdate()
    year = _year(request.GET.get("year", ""), today)
    offerings = queries.considered(request.actor, today=today)
    now = [one for one in offerings if one.due is Due.NOW]
    titles = {one.offering.listing_id: one.offering for one in offerings}
    context = {
        "any": bool(offerings),
        "today": today,
        "may_review": policy.may_review(request.actor),
        "reminder": reminded(queries.reminder(request.actor, offerings)),
        "to_look_at": sorted(now, key=lambda one: one.offering.review_on or date.min),
        "soon": [one for one in offerings if one.due is Due.SOON],
        "kinds": _by_kind(offerings),
        "hours": _hours(request, offerings, today),
        "year": year,
        "year_before": year - 1 if year > FIRST_YEAR else None,
        "year_after": year + 1 if year < today.year else None,
        "lost": [_lost(one, titles[one.listing_id]) for one in queries.lost_in(request.actor, year)],
    }
    return render(request, "insight/portfolio.html", context)


def _year(given: str, today: date) -> int:
    year = (
        int(given)
        if given.isascii() and given.isdigit() and len(given) <= len(str(today.year))
        else today.year
    )
    return min(max(year, FIRST_YEAR), today.year)


def _hours(request: StegvisRequest, offerings: list[queries.Considered], today: date) -> dict[str, Any]:
    month = _month(request.GET.get("month", ""), today)
    work = queries.month_of_work(request.actor, month, [one.offering for one in offerings])
    return {
        "month": work.month,
        "before": month_before(work.month),
        "after": month_after(work.month),
        "rows": [
            {"kind": one, "name": directory.SERVICE_KINDS[one.kind] if one.kind else ""} for one in work.kinds
        ],
        "why": [{"words": groups.CALLED_OFF_WHY[why], "number": number} for why, number in work.why],
    }


def _month(given: str, today: date) -> date:
    """What the address names, within the years we look at; this month for anything else."""
    try:
        month = date.fromisoformat(f"{given}-01")
    except ValueError:
        return today.replace(day=1)
    return month if FIRST_YEAR <= month.year <= today.year + 1 else today.replace(day=1)


def _by_kind(offerings: list[queries.Considered]) -> list[dict[str, Any]]:
    """What people see or will see again, kind by kind in the order of the service menu; closed ones are history."""
    living = [one for one in offerings if one.offering.state is not directory.State.CLOSED]
    living.sort(key=lambda one: KINDS.index(one.offering.kind) if one.offering.kind else len(KINDS))
    return [
        {
            "name": directory.SERVICE_KINDS[kind] if kind else "",
            "lines": [
                {
                    "considered": one,
                    "state": _unless_shown(one.offering.state),
                    "participation": [PARTICIPATION[code] for code in one.offering.participation],
                }
                for one in group
            ],
        }
        for kind, group in groupby(living, key=lambda one: one.offering.kind)
    ]


def _unless_shown(state: directory.State) -> object:
    """What is said of its state: nothing, where people see it as they should."""
    return "" if state is directory.State.PUBLISHED else directory.STATES[state]


def _lost(one: queries.Decided, line: directory.PortfolioLine) -> dict[str, Any]:
    return {
        "decided": one,
        "offering": line,
        "ended_in": ENDED_IN[one.outcome],
        "why": WHYS[one.why] if one.why else "",
    }
