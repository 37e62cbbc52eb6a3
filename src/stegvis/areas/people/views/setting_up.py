"""Setting up the second step: an app or a passkey, then the codes for the day the phone is gone."""

from __future__ import annotations

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..actions import sessions
from ..forms import AppForm, PasskeyForm
from ..rules import Reason, devices, passkeys
from ..rules import second_step as rules
from ..texts import REASONS
from .arriving import DUE, to_second_step, with_next
from .second_step import Asking, asking

ASKED = "people.passkey_to_add"
SECRET = "people.app_to_add"  # noqa: S105
CODES = "people.recovery_codes"


@public
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: StegvisRequest) -> HttpResponse:
    """For whoever has none yet, right after the password; or for one more, right after the second step."""
    her = asking(request)
    if her is None:
        return SeeOther(reverse("people:sign_in"))
    if her.step.is_set_up and not sessions.proved_lately(request.session, now=her.now):
        return to_second_step(with_next(request.path, her.onwards))
    if request.method != "POST":
        return _page(her, AppForm())
    return _add_passkey(her) if request.POST.get("way") == "passkey" else _add_app(her)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: StegvisRequest) -> HttpResponse:
    """The codes, right after they were made and until she has them (POST). They cannot be shown again."""
    her, proved_at = asking(request), sessions.proved_at(request.session)
    if her is None or proved_at is None:
        return SeeOther(reverse("people:sign_in"))
    codes = sessions.aside(request.session, CODES).split()
    if codes and request.method != "POST":
        return render(request, "people/recovery_codes.html", {"codes": codes, "onwards": her.onwards})
    sessions.take_aside(request.session, CODES)
    return her.go_on(proved_at=proved_at)


def show_new_codes(her: Asking) -> HttpResponse:
    """Make recovery codes, and go where they can be read."""
    codes = actions.make_recovery_codes(her.actor, user_id=her.user_id, now=her.now)
    sessions.put_aside(her.request.session, CODES, " ".join(codes))
    return SeeOther(with_next(reverse("people:recovery_codes"), her.onwards))


def _add_app(her: Asking) -> HttpResponse:
    form, secret = AppForm(her.request.POST), sessions.aside(her.request.session, SECRET)
    if not form.is_valid() or not secret:
        return _page(her, form, status=UNPROCESSABLE)
    typed = form.cleaned_data["code"]
    try:
        actions.add_authenticator(her.actor, user_id=her.user_id, secret=secret, typed=typed, now=her.now)
    except Refused as refusal:
        form.add_error("code", REASONS[Reason(refusal.reason)])
        return _page(her, form, status=UNPROCESSABLE)
    return _done(her)


def _add_passkey(her: Asking) -> HttpResponse:
    form, asked = PasskeyForm(her.request.POST), sessions.take_aside(her.request.session, ASKED)
    try:
        actions.add_passkey(
            her.actor,
            user_id=her.user_id,
            house=her.house,
            asked=json.loads(asked or "{}"),
            answer=form.cleaned_data["key_says"] if form.is_valid() else "",
            device=devices.describe(her.request.headers.get("User-Agent", "")),
            now=her.now,
        )
    except Refused as refusal:
        words = REASONS[Reason(refusal.reason)]
        return _page(her, AppForm(), status=UNPROCESSABLE, refused=words)
    return _done(her)


def _done(her: Asking) -> HttpResponse:
    session = her.request.session
    sessions.take_aside(session, SECRET)
    sessions.prove(session, now=her.now)
    session.pop(DUE, None)
    if her.step.recovery_codes:
        return her.go_on(proved_at=her.now)
    return show_new_codes(her)


def _page(her: Asking, form: AppForm, *, status: int = 200, refused: object = "") -> HttpResponse:
    session, name = her.request.session, her.step.email or "Stegvis"
    secret = sessions.aside(session, SECRET) or rules.new_secret()
    sessions.put_aside(session, SECRET, secret)
    known = queries.credentials_of(her.user_id)
    options, asked = passkeys.ask_to_add(her.house, user_id=her.user_id, name=name, known=known)
    sessions.put_aside(session, ASKED, json.dumps(asked))
    context = {
        "form": form,
        "step": her.step,
        "onwards": her.onwards,
        "refused": refused,
        "asked": json.dumps(options),
        "address": rules.address_for_app(secret, name=name, issuer="Stegvis"),
        "secret": " ".join(secret[place : place + 4] for place in range(0, len(secret), 4)),
    }
    return render(her.request, "people/set_up_second_step.html", context, status=status)
