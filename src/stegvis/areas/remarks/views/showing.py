"""How one group sees the guideline, and how to mend it when it does not."""

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

from stegvis.areas.groups import api as groups
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import WrittenDownForm
from ..rules import Refusal
from ..texts import REFUSALS

PAGE = "remarks/round.html"


@needs(policy.ACT)
@require_http_methods(["GET", "HEAD", "POST"])
def round_sees(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """POST `do`: `hang` in the room it meets in, `write_down` with `on`, or `not_written_down`."""
    now = timezone.now()
    seen = queries.how_round_sees(request.actor, round_id, now, language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    form = WrittenDownForm(
        groups.days_met(request.actor, round_id, now),
        language(),
        request.POST if do == "write_down" else None,
    )
    if not do or (do == "write_down" and not form.is_valid()):
        answer = refused if do else render
        return answer(request, PAGE, _context(request, seen, form))
    try:
        _do(request, do, seen, form)
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, PAGE, {**_context(request, seen, form), "refusal": words})
    messages.success(request, _("Saved."))
    return SeeOther(reverse("groups:round", args=[round_id]))


def _do(request: StegvisRequest, do: str, seen: queries.RoundSees, form: WrittenDownForm) -> None:
    actor, now = request.actor, timezone.now()
    if do == "hang":
        actions.hang_up(actor, room=seen.room, on=timezone.localdate(now), now=now)
    elif do == "write_down":
        actions.write_down(actor, round_id=seen.round_id, on=form.day(), now=now)
    elif do == "not_written_down":
        actions.not_written_down(actor, round_id=seen.round_id, now=now)


def _context(request: StegvisRequest, seen: queries.RoundSees, form: WrittenDownForm) -> dict[str, Any]:
    return {
        "seen": seen,
        "form": form,
        "number": queries.newest_number(request.actor),
        "may_write": policy.may_write(request.actor),
    }
