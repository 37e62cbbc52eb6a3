"""The participant's page of what her own group agreed on, and her private wish."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.groups import api as groups
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language

from .. import actions, policy, queries


@needs(policy.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """What we agreed, with its day and history. POST `do`: `no_greeting`, or `greeting` after all."""
    agreed = queries.agreed(request.actor, round_id, language())
    if agreed is None:
        raise NotFound
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in {"no_greeting", "greeting"}:
        actions.wish_no_greeting(
            request.actor, round_id=round_id, wish=do == "no_greeting", now=timezone.now()
        )
        messages.success(request, _("Your wish is kept.") if do == "no_greeting" else _("Your wish is gone."))
        return SeeOther(request.path)
    context = {
        "round": groups.round_shown(request.actor, round_id, timezone.now(), language()),
        "agreed": agreed,
        "history": queries.history(request.actor, round_id, language()),
        "wish": queries.my_wish(request.actor, round_id),
    }
    return render(request, "agreements/mine.html", context)
