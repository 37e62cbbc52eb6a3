"""The second step of logging in, and the same step again before somebody changes how she logs in."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from stegvis.kernel.actor import Actor
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..actions import guesses, sessions
from ..forms import PasskeyForm, SecondStepForm
from ..rules import passkeys
from . import devices
from .arriving import arrive, safe_path, with_next
from .signing import TOO_MANY, address_of

ASKED = "people.passkey_asked"
FEW = 3
"""With fewer recovery codes left than this she is told."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody on a page of the second step: who, what she has, where she was going."""

    request: StegvisRequest
    user_id: UUID
    step: queries.SecondStep
    onwards: str
    now: datetime

    @property
    def actor(self) -> Actor:
        return self.request.actor if self.request.actor.seat_id else self.step.actor

    @property
    def house(self) -> passkeys.House:
        host = self.request.get_host()
        return passkeys.House(host.rsplit(":", 1)[0], f"{self.request.scheme}://{host}")

    def go_on(self, *, proved_at: datetime) -> HttpResponse:
        """Back to where she sat, or into her seat."""
        if self.request.actor.seat_id is not None:
            return SeeOther(self.onwards or reverse("people:my_login"))
        return arrive(self.request, self.user_id, now=self.now, onwards=self.onwards, proved_at=proved_at)


def asking(request: StegvisRequest) -> Asking | None:
    """Who sits here, or said a moment ago who she is; None for everybody else."""
    now = timezone.now()
    user_id = request.actor.user_id or queries.user_in_session(request.session, now=now)
    step = queries.second_step_of(user_id, now=now) if user_id else None
    if user_id is None or step is None:
        return None
    onwards = safe_path(request, request.POST.get("next") or request.GET.get("next") or "")
    return Asking(request, user_id, step, onwards, now)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: StegvisRequest) -> HttpResponse:
    """For whoever has given the password a moment ago, or is logged in and wants to change how she logs in."""
    her = asking(request)
    if her is None:
        return SeeOther(reverse("people:sign_in"))
    if not her.step.is_set_up:
        return SeeOther(with_next(reverse("people:set_up_second_step"), her.onwards))
    typed = request.POST if request.POST.get("way") == "code" else None
    form = SecondStepForm(typed, by_app=her.step.app_since is not None)
    if request.method != "POST":
        return _page(her, form)
    if form.is_bound and not form.is_valid():
        return _page(her, form, status=UNPROCESSABLE)
    return _try(her, form)


def _try(her: Asking, form: SecondStepForm) -> HttpResponse:
    paid_from = guesses.second_purses(
        user_id=her.user_id,
        address=address_of(her.request),
        device=devices.known_as(her.request, her.step.email),
    )
    pause = guesses.wait(paid_from, now=her.now)
    if pause:
        return _wait(her, form, math.ceil(pause.total_seconds()))
    if not _fits(her, form):
        words = _("That did not fit. Look at it once more, or wait for the next six digits.")
        if form.is_bound:
            form.add_error("code", words)
        return _page(her, form, status=UNPROCESSABLE, refused="" if form.is_bound else words)
    guesses.give_back(paid_from)
    _tell_of_few_codes(her)
    sessions.prove(her.request.session, now=her.now)
    response = her.go_on(proved_at=her.now)
    if her.step.email:
        devices.remember(her.request, response, her.step.email)
    return response


def _fits(her: Asking, form: SecondStepForm) -> bool:
    if form.is_bound:
        code = form.cleaned_data["code"]
        return actions.use_code(her.actor, user_id=her.user_id, typed=code, now=her.now)
    asked, answer = sessions.take_aside(her.request.session, ASKED), PasskeyForm(her.request.POST)
    if not asked or not answer.is_valid():
        return False
    return actions.use_passkey(
        her.actor,
        user_id=her.user_id,
        house=her.house,
        asked=json.loads(asked),
        answer=answer.cleaned_data["key_says"],
        now=her.now,
    )


def _tell_of_few_codes(her: Asking) -> None:
    after = queries.second_step_of(her.user_id, now=her.now)
    left = after.recovery_codes if after else 0
    if left < her.step.recovery_codes and left < FEW:
        text = ngettext(
            "You have %(left)s spare code left. Make new ones under My login.",
            "You have %(left)s spare codes left. Make new ones under My login.",
            left,
        )
        messages.warning(her.request, text % {"left": left})


def _wait(her: Asking, form: SecondStepForm, seconds: int) -> HttpResponse:
    pause = {"seconds": seconds, "minutes": math.ceil(seconds / 60)}
    response = _page(her, form, status=TOO_MANY, **pause)
    response.headers["Retry-After"] = str(seconds)
    return response


def _page(her: Asking, form: SecondStepForm, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"form": form, "step": her.step, "onwards": her.onwards, **more}
    if her.step.passkeys:
        options, asked = passkeys.ask_to_use(her.house, queries.credentials_of(her.user_id))
        sessions.put_aside(her.request.session, ASKED, json.dumps(asked))
        context["asked"] = json.dumps(options)
    return render(her.request, "people/second_step.html", context, status=status)
