"""The participant's page of one meeting: "not today" in one tap, and a small aim of her own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel import panels
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import AimForm
from ..rules import Refusal
from ..texts import REFUSALS

PAGE = "groups/this_time_page.html"


@needs(policy.TAKE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def this_time(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """One meeting to come. POST `do`: `not_today`, `come` (after all), or `aim` with `words` and `shared`."""
    now = timezone.now()
    shown = queries.this_time(request.actor, session_id, now)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in {"not_today", "come", "aim"}:
        try:
            return _said(request, shown, do, now)
        except Refused as refusal:
            return refused(request, PAGE, {**_context(request, shown), "refusal": _words(refusal)})
    return render(request, PAGE, _context(request, shown))


def _said(request: StegvisRequest, shown: queries.ThisTime, do: str, now: datetime) -> HttpResponse:
    session_id = shown.session.session_id
    if do == "aim":
        form = AimForm(request.POST)
        if not form.is_valid():
            return refused(request, PAGE, _context(request, shown, form))
        actions.write_aim(request.actor, session_id=session_id, now=now, **form.cleaned_data)
        words = _("Your aim is kept.") if form.cleaned_data["words"] else _("Your aim is taken away.")
        messages.success(request, words)
        return SeeOther(request.path)
    if do == "not_today":
        actions.say_not_today(request.actor, session_id=session_id, now=now)
        messages.success(request, _("Thank you for telling us. Your place is still yours."))
    else:
        actions.come_after_all(request.actor, session_id=session_id, now=now)
        messages.success(request, _("How nice that you are coming."))
    return SeeOther(reverse("groups:my_place", args=[shown.place_id]))


def _context(
    request: StegvisRequest, shown: queries.ThisTime, form: AimForm | None = None
) -> dict[str, object]:
    now = timezone.now()
    if form is None:
        form = AimForm(initial={"words": shown.aim, "shared": shown.shared})
        fields.put_back(form, people.typed_before(request, now=now))
    place = queries.my_place(request.actor, shown.place_id, now, language())
    parts = panels.of(panels.Page.MEETING, request.actor, shown.session.session_id, now)
    return {"this_time": shown, "form": form, "place": place, "panels": parts}


def _words(refusal: Refused) -> object:
    return REFUSALS[Refusal(refusal.reason)]
