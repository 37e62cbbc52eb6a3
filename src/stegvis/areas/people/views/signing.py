"""One page, two doors. Known and unknown get the same answer after the same work (X-02)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stegvis.kernel.http import StegvisRequest, public
from stegvis.kernel.roles import Role
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..actions import guesses
from ..forms import CodeForm, StaffForm
from ..rules import codes
from . import devices
from .arriving import DUE, arrive, home, safe_path
from .leaving import CLEARED

TOO_MANY = 429


@dataclass(slots=True)
class Doors:
    """The page as it stands: both forms, which door was knocked at, where to go afterwards."""

    code: CodeForm
    staff: StaffForm
    knocked: str
    onwards: str


@public
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: StegvisRequest) -> HttpResponse:
    onwards = safe_path(request, request.POST.get("next") or request.GET.get("next") or "")
    if request.method != "POST":
        if request.actor.role is not Role.VISITOR:
            return SeeOther(onwards or home(request.actor))
        return _page(request, Doors(CodeForm(), StaffForm(), "", onwards))
    knocked = "staff" if request.POST.get("door") == "staff" else "code"
    doors = Doors(
        CodeForm(request.POST if knocked == "code" else None),
        StaffForm(request.POST if knocked == "staff" else None),
        knocked,
        onwards,
    )
    form: forms.Form = doors.staff if knocked == "staff" else doors.code
    if not form.is_valid():
        return _page(request, doors, status=UNPROCESSABLE)
    return _knock(request, doors, form, now=timezone.now())


def _knock(request: StegvisRequest, doors: Doors, form: forms.Form, *, now: datetime) -> HttpResponse:
    by_code = doors.knocked == "code"
    email = "" if by_code else form.cleaned_data["email"].strip().lower()
    typed = codes.read(form.cleaned_data["code"]) if by_code else None
    paid_from = guesses.purses(
        name=f"code/{typed.public_part if typed else ''}" if by_code else f"email/{email}",
        by_code=by_code,
        address=address_of(request),
        device="" if by_code else devices.known_as(request, email),
    )
    pause = guesses.wait(paid_from, now=now)
    if pause:
        return _wait(request, doors, pause)
    user_id = _user(form, by_code)
    if user_id is None:
        form.add_error(None, _("That did not fit. Look at it once more: one letter is enough to go wrong."))
        return _page(request, doors, status=UNPROCESSABLE)
    guesses.give_back(paid_from)
    response = arrive(request, user_id, now=now, onwards=doors.onwards, by_code=by_code)
    if not by_code and DUE not in request.session:
        devices.remember(request, response, email)
    return response


def _user(form: forms.Form, by_code: bool) -> UUID | None:
    if by_code:
        return queries.user_with_code(form.cleaned_data["code"])
    return queries.user_with_password(form.cleaned_data["email"], form.cleaned_data["password"])


def _wait(request: StegvisRequest, doors: Doors, pause: timedelta) -> HttpResponse:
    seconds = math.ceil(pause.total_seconds())
    response = _page(request, doors, status=TOO_MANY, seconds=seconds, minutes=math.ceil(seconds / 60))
    response.headers["Retry-After"] = str(seconds)
    return response


def _page(request: StegvisRequest, doors: Doors, *, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "people/sign_in.html", {"doors": doors, **more}, status=status)


def address_of(request: HttpRequest) -> str:
    """The network address that asks, as the server in front tells it."""
    return str(request.META.get(settings.CLIENT_ADDRESS) or request.META.get("REMOTE_ADDR", ""))


@public
@require_POST
def sign_out(request: StegvisRequest) -> HttpResponse:
    """End the session and what it left half way. The language stays."""
    if request.actor.seat_id is not None:
        actions.forget_drafts(request.actor, now=timezone.now())
    request.session.flush()
    response = SeeOther("/")
    response.headers["Clear-Site-Data"] = CLEARED
    return response
