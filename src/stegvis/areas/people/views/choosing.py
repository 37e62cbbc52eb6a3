"""Choosing a password or a new code, from a link that works once."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..actions import sessions
from ..forms import NewCodeForm, PasswordForm
from .arriving import arrive

GONE = 404


@public
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StegvisRequest, link: str) -> HttpResponse:
    """A used link, an old one and one that never was get the same page."""
    who = queries.choosing(link, now=timezone.now())
    if who is None:
        return render(request, "people/link_used.html", status=GONE)
    answer = _choose_code if who.by_code else _choose_password
    try:
        return answer(request, link, who)
    except Refused:  # somebody used the link a moment ago
        return render(request, "people/link_used.html", status=GONE)


def _choose_password(request: StegvisRequest, link: str, who: queries.Choosing) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "people/choose_password.html", form, email=who.email)
    now = timezone.now()
    password = form.cleaned_data["password"]
    actor = Actor.visitor(who.organisation_id)
    user_id = actions.choose_password(actor, link=link, password=password, now=now)
    return arrive(request, user_id, now=now)


def _choose_code(request: StegvisRequest, link: str, who: queries.Choosing) -> HttpResponse:
    if (
        request.method != "POST"
    ):  # whoever got the link has wished to be let in; the wish stands until she says else
        form = NewCodeForm.fresh(language=get_language() or "nb", adviser_may_let_in=True)
        return _page(request, "people/choose_code.html", form)
    form = NewCodeForm(request.POST)
    if not form.is_valid():
        return _page(request, "people/choose_code.html", form)
    now = timezone.now()
    actor = Actor.visitor(who.organisation_id)
    new = actions.choose_code(actor, link=link, now=now, **form.cleaned_data)
    response = arrive(request, new.user_id, now=now, by_code=True)
    sessions.keep_slip(request.session, new.code)
    return SeeOther(reverse("people:my_code")) if "seat" in request.session else response


def _page(
    request: StegvisRequest, template: str, form: NewCodeForm | PasswordForm, **context: str
) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, template, {"form": form, **context}, status=status)
