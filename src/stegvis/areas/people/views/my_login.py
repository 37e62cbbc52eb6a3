"""My login: how somebody who works here logs in, and where she is logged in just now. Nobody sees another's."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..actions import guesses, sessions
from ..forms import ChangePasswordForm
from ..rules import Reason
from ..texts import REASONS
from .arriving import to_second_step
from .second_step import Asking, asking
from .setting_up import show_new_codes
from .signing import TOO_MANY

OF_THE_STEP = frozenset({"codes", "take_away"})
"""What asks for the second step once more, unless it was taken a moment ago."""


@needs("people.see_own_login")
@require_http_methods(["GET", "HEAD", "POST"])
def my_login(request: StegvisRequest) -> HttpResponse:
    her, wish = asking(request), request.POST.get("do", "")
    if her is None:
        raise NotFound
    if request.method != "POST":
        return _page(her, ChangePasswordForm())
    if wish in OF_THE_STEP and not sessions.proved_lately(request.session, now=her.now):
        return to_second_step(request.path)
    if wish == "codes":
        return show_new_codes(her)
    if wish == "password":
        return _change_password(her)
    if wish == "take_away":
        return _take_away(her)
    return _end_sessions(her, wish)


def _take_away(her: Asking) -> HttpResponse:
    named = her.request.POST.get("passkey", "")
    try:
        passkey_id = UUID(named) if named else None
        actions.take_away_step(her.actor, passkey_id=passkey_id, now=her.now)
    except ValueError:
        raise NotFound from None
    except Refused as refusal:
        words = REASONS[Reason(refusal.reason)]
        return _page(her, ChangePasswordForm(), status=UNPROCESSABLE, refused=words)
    messages.success(her.request, _("It is taken away. It does not let you in any more."))
    return _back()


def _end_sessions(her: Asking, wish: str) -> HttpResponse:
    here = her.request.session.session_key
    if wish == "end_others":
        sessions.end_all(her.user_id, now=her.now, but=here)
        messages.success(her.request, _("You are logged out everywhere else."))
    elif wish == "end":
        sessions.end_one(her.user_id, her.request.POST.get("session", ""), now=her.now)
        messages.success(her.request, _("You are logged out there."))
    return _back()


def _change_password(her: Asking) -> HttpResponse:
    form = ChangePasswordForm(her.request.POST)
    if not form.is_valid():
        return _page(her, form, status=UNPROCESSABLE)
    paid_from = guesses.own_purses(user_id=her.user_id)
    if guesses.wait(paid_from, now=her.now):
        form.add_error("current", _("There have been many tries. Wait a minute, then try again."))
        return _page(her, form, status=TOO_MANY)
    current, new = form.cleaned_data["current"], form.cleaned_data["password"]
    try:
        mark = actions.change_password(her.actor, password=current, new_password=new, now=her.now)
    except Refused as refusal:
        form.add_error("current", REASONS[Reason(refusal.reason)])
        return _page(her, form, status=UNPROCESSABLE)
    guesses.give_back(paid_from)
    sessions.go_on_with(her.request.session, mark)
    sessions.end_all(her.user_id, now=her.now, but=her.request.session.session_key)
    messages.success(her.request, _("The password is changed. You are logged out everywhere else."))
    return _back()


def _back() -> HttpResponse:
    return SeeOther(reverse("people:my_login"))


def _page(her: Asking, form: ChangePasswordForm, *, status: int = 200, refused: object = "") -> HttpResponse:
    here = her.request.session.session_key
    context = {
        "step": her.step,
        "form": form,
        "refused": refused,
        "sessions": queries.my_open_sessions(her.actor, here=here, now=her.now),
    }
    return render(her.request, "people/my_login.html", context, status=status)
