"""The house decides whether an offering has tasks for those who come."""

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
from ..forms import DecideForm, as_it_is
from ..rules import Refusal
from ..texts import KINDS, REFUSALS

PAGE = "responsibilities/decide.html"


@needs(policy.DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """Off until somebody decides. POST: the decision. When another decided meanwhile, both are shown."""
    now = timezone.now()
    decided = queries.decided_for(request.actor, listing_id, language())
    if request.method != "POST":
        form = DecideForm(initial=as_it_is(decided))
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, PAGE, {"decided": decided, "form": form})
    form = DecideForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, {"decided": decided, "form": form})
    try:
        actions.decide_tasks(request.actor, listing_id=listing_id, **form.decision(), now=now)
    except Changed:
        return refused(request, PAGE, _both(form, decided))
    except Refused as refusal:
        form.add_error("kinds", str(REFUSALS[Refusal(refusal.reason)]))
        return refused(request, PAGE, {"decided": decided, "form": form})
    words = (
        _("People can wish for it now.")
        if form.decision()["possible"]
        else _("The staff do everything here.")
    )
    messages.success(request, words)
    return SeeOther(reverse("responsibilities:desk"))


def _both(form: DecideForm, decided: queries.Decided) -> dict[str, Any]:
    """What was typed stays; what stands now is shown above it, and the next press is about that."""
    fields.with_answers(form, version=str(decided.version))
    stands = [str(KINDS[kind]) for kind in sorted(decided.kinds)] + list(decided.names)
    return {"decided": decided, "form": form, "others": True, "stands": stands}
