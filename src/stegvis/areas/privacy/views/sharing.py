"""The participant's pages of what she shares: all of it, one of it, and sharing something more."""

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
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, queries
from ..forms import ExtendForm, ShareForm, say_no
from ..policy import SHARE
from ..rules.sharing import ShareRefusal, until_after
from ..texts import SHARE_REFUSALS

ALL, ONE, NEW = "privacy/sharing.html", "privacy/my_grant.html", "privacy/share.html"


@needs(SHARE)
@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: StegvisRequest) -> HttpResponse:
    """What she shares, and what waits for her yes. POST `do`: take_back, right or not_so, for one `grant`."""
    if request.method != "POST":
        return _all(request)
    now, do = timezone.now(), request.POST.get("do", "")
    grant_id = uuid_in(request, "grant")
    if do == "take_back":
        actions.take_back(request.actor, grant_id=grant_id, now=now)
        return SeeOther(reverse("privacy:my_grant", args=[grant_id]))
    if do not in {"right", "not_so"}:
        return SeeOther(request.path)
    try:
        actions.answer_noted(request.actor, grant_id=grant_id, right=do == "right", now=now)
    except Refused as refusal:
        return _all(request, refusal=SHARE_REFUSALS[ShareRefusal(refusal.reason)])
    if do == "right":
        messages.success(request, _("Thank you. It counts from now on."))
    else:
        messages.success(request, _("Thank you. It is gone, and nothing is shared."))
    return SeeOther(request.path)


@needs(SHARE)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: StegvisRequest) -> HttpResponse:
    """Sharing something with one person."""
    now = timezone.now()
    choices = queries.to_share(request.actor, now)
    if request.method != "POST":
        form = ShareForm(choices=choices)
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, NEW, {"form": form, "choices": choices})
    form = ShareForm(request.POST, choices=choices)
    if form.is_valid():
        wish = form.wish(today=timezone.localdate(now))
        try:
            actions.share(request.actor, wish=wish, now=now, wanted_id=form.cleaned_data["key"])
        except Refused as refusal:
            say_no(form, ShareRefusal(refusal.reason), str(refusal.facts.get("name", "")))
        else:
            messages.success(request, _("It is shared. You can take it back here whenever you like."))
            return SeeOther(reverse("privacy:sharing"))
    return refused(request, NEW, {"form": form, "choices": choices})


@needs(SHARE)
@require_http_methods(["GET", "HEAD", "POST"])
def my_grant(request: StegvisRequest, grant_id: UUID) -> HttpResponse:
    """One of it: what, what for, until when, and what was read. POST: letting it go on for longer."""
    now = timezone.now()
    shown = queries.my_grant(request.actor, grant_id, now)
    if request.method != "POST":
        return render(request, ONE, {"grant": shown, "form": ExtendForm()})
    form = ExtendForm(request.POST)
    if form.is_valid():
        until = until_after(form.cleaned_data["months"], today=timezone.localdate(now))
        try:
            actions.extend(request.actor, grant_id=grant_id, until_on=until, now=now)
        except Refused as refusal:
            say_no(form, ShareRefusal(refusal.reason), shown.name)
        else:
            messages.success(request, _("It goes on. You can still take it back whenever you like."))
            return SeeOther(request.path)
    return refused(request, ONE, {"grant": shown, "form": form})


def _all(request: StegvisRequest, *, refusal: object = None) -> HttpResponse:
    context: dict[str, Any] = {"mine": queries.my_sharing(request.actor, timezone.now()), "refusal": refusal}
    return refused(request, ALL, context) if refusal else render(request, ALL, context)
