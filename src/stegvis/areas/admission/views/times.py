"""Times for talks: what advisers offer and who comes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, policy, queries
from ..forms import TimesForm
from ..rules import Refusal
from ..texts import REFUSALS

TEMPLATE = "admission/times.html"
BESIDE = {
    Refusal.ENDS_BEFORE_IT_STARTS: "until",
    Refusal.TALK_IS_LONGER: "until",
    Refusal.TOO_MANY_TIMES: "weeks",
}
"""The question that a refusal is said beside; any other is about the day."""


@needs(policy.HOLD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def times(request: StegvisRequest) -> HttpResponse:
    """All times from today on. POST `do`: offer, call_off, keep (somebody comes without a name) or free."""
    answer = {"offer": _offer, "call_off": _call_off, "keep": _keep, "free": _keep}
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in answer:
        return answer[do](request)
    form = TimesForm()
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return render(request, TEMPLATE, _context(request, form))


def _context(request: StegvisRequest, form: TimesForm) -> dict[str, Any]:
    offered = queries.offered_times(request.actor, timezone.now())
    is_open = form.is_bound or bool(form.initial.get(fields.TYPED_BEFORE)) or not offered
    return {"offered": offered, "form": form, "form_open": is_open}


def _offer(request: StegvisRequest) -> HttpResponse:
    form = TimesForm(request.POST)
    if not form.is_valid():
        return refused(request, TEMPLATE, _context(request, form))
    try:
        new = actions.offer_times(request.actor, **form.cleaned_data, now=timezone.now())
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error(BESIDE.get(reason, "first_on"), str(REFUSALS[reason]))
        return refused(request, TEMPLATE, _context(request, form))
    messages.success(request, _offered(new))
    return SeeOther(reverse("admission:times"))


def _offered(new: int) -> str:
    if not new:
        return _("These times were there already.")
    return ngettext("%(count)d time can be chosen.", "%(count)d times can be chosen.", new) % {"count": new}


def _call_off(request: StegvisRequest) -> HttpResponse:
    actions.call_off_time(request.actor, time_id=uuid_in(request, "time"), now=timezone.now())
    messages.success(request, _("The time is gone. Whoever had chosen it is told."))
    return SeeOther(reverse("admission:times"))


def _keep(request: StegvisRequest) -> HttpResponse:
    taken = request.POST["do"] == "keep"
    try:
        actions.keep_without_name(
            request.actor, time_id=uuid_in(request, "time"), taken=taken, now=timezone.now()
        )
    except Refused as refusal:
        context = _context(request, TimesForm())
        return refused(request, TEMPLATE, context | {"refusal": REFUSALS[Refusal(refusal.reason)]})
    return SeeOther(reverse("admission:times"))
