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
from stegvis.kernel.http import StegvisRequest, needs

from .. import policy, queries
from ..rules import Due
from ..texts import ENDED_IN, PARTICIPATION, WHYS
from .panels import reminded

FIRST_YEAR = 2020
KINDS = list(directory.ServiceKind)


@needs(policy.SEE)
@require_safe
def portfolio(request: StegvisRequest) -> HttpResponse:
    """`?year=` chooses the year of what became less."""
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
                    "state": directory.STATES[one.offering.state],
                    "participation": [PARTICIPATION[code] for code in one.offering.participation],
                }
                for one in group
            ],
        }
        for kind, group in groupby(living, key=lambda one: one.offering.kind)
    ]


def _lost(one: queries.Decided, line: directory.PortfolioLine) -> dict[str, Any]:
    return {
        "decided": one,
        "offering": line,
        "ended_in": ENDED_IN[one.outcome],
        "why": WHYS[one.why] if one.why else "",
    }
