"""The desk's page of one group's agreement: what holds, how it came, beginning the talk; and the poster."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.groups import api as groups
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import BeginForm
from ..rules import Part, Refusal
from ..texts import REFUSALS

PAGE = "agreements/agreement.html"
MEETINGS_BACK = 6


@needs(policy.LEAD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """What holds in this group and how it came about. POST `session` puts it on the table at that meeting."""
    if request.method != "POST":
        return render(request, PAGE, _context(request, round_id))
    try:
        actions.begin_talk(
            request.actor, round_id=round_id, session_id=uuid_in(request, "session"), now=timezone.now()
        )
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, PAGE, _context(request, round_id) | {"refusal": words})
    return SeeOther(reverse("agreements:part", args=[round_id, Part.TALK.value]))


def _context(request: StegvisRequest, round_id: UUID) -> dict[str, Any]:
    here = groups.round_shown(request.actor, round_id, timezone.now(), language())
    agreed = queries.agreed(request.actor, round_id, language())
    if agreed is None:
        raise NotFound
    sessions = groups.sessions_of(request.actor, round_id)
    meetings = _meetings(sessions)
    ahead = [one for one in sessions if one.state is groups.SessionState.PLANNED]
    return {
        "round": here,
        "agreed": agreed,
        "history": queries.history(request.actor, round_id, language()),
        "table": queries.on_the_table(request.actor, round_id, language()),
        "wish": queries.somebody_wishes_no_greeting(request.actor, round_id),
        "form": BeginForm(meetings) if meetings else None,
        "only_meeting": meetings[0][0] if len(meetings) == 1 else None,
        "first_meeting": ahead[0] if ahead and not meetings else None,
    }


def _meetings(sessions: list[groups.SessionShown]) -> list[tuple[groups.SessionShown, str]]:
    """The latest meetings whose day has come, the last one first, with their days for a list."""
    today = timezone.localdate()
    been = [one for one in sessions if one.on <= today and one.state is not groups.SessionState.CALLED_OFF]
    latest = been[-MEETINGS_BACK:][::-1]
    return [(one, dates.day(one.on, language(), year=True).capitalize()) for one in latest]


@needs(policy.LEAD_TALK)
@require_safe
def poster(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """What the group agreed on, in large type for the wall of its room. No name on it."""
    agreed = queries.agreed(request.actor, round_id, language())
    if agreed is None:
        raise NotFound
    here = groups.round_shown(request.actor, round_id, timezone.now(), language())
    return render(request, "agreements/poster.html", {"round": here, "agreed": agreed})
