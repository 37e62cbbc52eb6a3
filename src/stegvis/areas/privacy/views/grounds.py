"""Why we keep what we keep: for the person herself, and where a manager chooses the grounds (X-05)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import policy
from ..actions.grounds import choose_grounds
from ..forms.grounds import GroundsForm
from ..queries.grounds import grounds_here, my_grounds
from ..rules.grounds import GroundRefusal, LegalGround
from ..texts import (
    GROUND_REFUSALS,
    GROUNDS,
    GROUNDS_TOLD,
    KEPT_FOR,
    KEPT_FOR_TOLD,
    WHEN_TAKEN_BACK,
)


@needs(policy.SEE_OWN_GROUNDS)
@require_safe
def my_reasons(request: StegvisRequest) -> HttpResponse:
    """For each ground: the purposes that rest on it, and what happens to them when she takes a yes back."""
    resting: dict[LegalGround, list[Promise]] = {}
    for one in my_grounds(request.actor):
        resting.setdefault(one.ground, []).append(KEPT_FOR[one.purpose])
    lines = [
        (str(GROUNDS[ground]).rstrip("."), purposes, WHEN_TAKEN_BACK[ground])
        for ground, purposes in resting.items()
    ]
    return render(request, "privacy/my_grounds.html", {"lines": lines})


@needs(policy.CHOOSE_GROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def grounds(request: StegvisRequest) -> HttpResponse:
    """Where a manager says on which ground each purpose rests."""
    here = grounds_here(request.actor)
    form = GroundsForm(here, request.POST if request.method == "POST" else None)
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    if form.is_bound and form.is_valid():
        sure = bool(form.cleaned_data.get("sure"))
        try:
            choose_grounds(request.actor, grounds=form.grounds(), sure=sure, now=timezone.now())
        except Refused as refusal:
            beside = "sure" if refusal.reason is GroundRefusal.CONSENT_OF_AN_AUTHORITY else None
            form.add_error(beside, str(GROUND_REFUSALS[GroundRefusal(refusal.reason)]))
        else:
            messages.success(request, _("Saved. Those who come here read it on their own page."))
            return SeeOther(reverse("privacy:grounds"))
    fixed = [
        (KEPT_FOR_TOLD[one.purpose], GROUNDS_TOLD[one.ground])
        for one in here.grounds
        if len(one.possible) == 1
    ]
    context = {"here": here, "form": form, "fixed": fixed}
    return render(request, "privacy/grounds.html", context, status=UNPROCESSABLE if form.is_bound else 200)
