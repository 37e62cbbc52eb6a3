"""Who works here: the list, inviting somebody, and the page of one seat."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, policy, queries, tasks
from ..actions import sessions
from ..forms import CheckForm, EndForm, HandOverForm, InviteForm
from ..rules import Reason
from ..texts import REASONS

SEAT = "people/seat.html"
BESIDE = {
    Reason.NAME_MISSING: "name",
    Reason.NAME_LIKE_A_COLLEAGUE: "name",
    Reason.EMAIL_MISSING: "email",
    Reason.ROLE_NOT_GIVEN_THIS_WAY: "role",
    Reason.ALREADY_IN_THIS_SEAT: "role",
    Reason.FIRST_DAY_CANNOT_BE: "from_on",
    Reason.LAST_DAY_CANNOT_BE: "last_on",
    Reason.SHOWN_ON_CANNOT_BE: "shown_on",
}
"""Which question a refusal is said beside; the others are said above the form."""


@needs("people.see_staff")
@require_safe
def staff(request: StegvisRequest) -> HttpResponse:
    """Who works here now, who begins, who has left. Nobody who comes here is on it."""
    shown = queries.who_works_here(request.actor, now=timezone.now())
    return render(request, "people/staff.html", {"shown": shown, **_may(request)})


@needs("people.manage_seats")
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: StegvisRequest) -> HttpResponse:
    """Give somebody a seat. Known addresses and new ones get the same answer; the link goes by e-mail alone (X-02)."""
    now = timezone.now()
    roles, departments = queries.seats_to_give(request.actor)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        roles=roles,
        departments=departments,
        today=timezone.localdate(now),
    )
    fields.put_back(form, sessions.typed_before(request, now=now))
    if form.is_bound and form.is_valid() and settings.EMAILS_GO_OUT:
        try:
            seat_id = actions.invite_colleague(request.actor, now=now, **form.wanted())
        except Refused as refusal:
            _say(form, refusal)
        else:
            _send_link(request, seat_id)
            messages.success(request, _("The seat is there, and the link is on its way."))
            return SeeOther(reverse("people:staff"))
    context = {"form": form, "emails_go_out": settings.EMAILS_GO_OUT}
    return render(request, "people/invite.html", context, status=UNPROCESSABLE if form.is_bound else 200)


@needs("people.see_staff")
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: StegvisRequest, seat_id: UUID) -> HttpResponse:
    """One seat. POST `do`: link, anew, hand_over, end or check."""
    now = timezone.now()
    shown = queries.seat_page(request.actor, seat_id, now=now)
    answer = {"link": _link, "anew": _anew, "hand_over": _hand_over, "end": _end, "check": _check}
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in answer:
        return answer[do](request, shown, now)
    return render(request, SEAT, _context(request, shown))


@needs("people.see_own_seat")
@require_safe
def my_seat(request: StegvisRequest) -> HttpResponse:
    """What is kept about somebody who works here, for herself (X-08)."""
    mine = queries.my_seat(request.actor)
    context = {"mine": mine, "line": mine.line, "check": mine.check}
    return render(request, "people/my_seat.html", context)


def _link(request: StegvisRequest, shown: queries.SeatPage, now: datetime) -> HttpResponse:
    def ask() -> None:
        actions.ask_for_link(request.actor, seat_id=shown.line.seat_id, now=now)
        _send_link(request, shown.line.seat_id)

    return _done(request, shown, forms.Form({}), "link", ask, _("The link is on its way."))


def _anew(request: StegvisRequest, shown: queries.SeatPage, now: datetime) -> HttpResponse:
    """The phone is lost, and who has it may know the password: everything ends at once, and a link goes out."""

    def begin_anew() -> None:
        actions.ask_for_link(request.actor, seat_id=shown.line.seat_id, now=now)
        actions.forget_factors(request.actor, seat_id=shown.line.seat_id, now=now)
        _send_link(request, shown.line.seat_id)

    said = _("The old login opens nothing any more. The link is on its way.")
    return _done(request, shown, forms.Form({}), "link", begin_anew, said)


def _hand_over(request: StegvisRequest, shown: queries.SeatPage, now: datetime) -> HttpResponse:
    form = HandOverForm(shown.charges, request.POST)

    def hand_over() -> None:
        actions.hand_over(request.actor, seat_id=shown.line.seat_id, takers=form.takers(), now=now)

    return _done(request, shown, form, "hand_over_form", hand_over, _("It is in other hands now."))


def _end(request: StegvisRequest, shown: queries.SeatPage, now: datetime) -> HttpResponse:
    form = EndForm(request.POST)

    def end() -> None:
        actions.end_seat(
            request.actor, seat_id=shown.line.seat_id, last_on=form.cleaned_data["last_on"], now=now
        )

    return _done(
        request, shown, form, "end_form", end, _("Saved. From then on this login opens nothing here.")
    )


def _check(request: StegvisRequest, shown: queries.SeatPage, now: datetime) -> HttpResponse:
    form = CheckForm(request.POST)

    def note() -> None:
        actions.note_record_check(
            request.actor, seat_id=shown.line.seat_id, shown_on=form.cleaned_data["shown_on"], now=now
        )

    return _done(request, shown, form, "check_form", note, _("Noted: shown, and by whom it was seen."))


def _done(
    request: StegvisRequest,
    shown: queries.SeatPage,
    form: forms.Form,
    name: str,
    do: Callable[[], None],
    said: str,
) -> HttpResponse:
    """Do it and show the page anew; or show it with the form as it was sent, and what is possible instead."""
    if form.is_valid():
        try:
            do()
        except Refused as refusal:
            _say(form, refusal)
        else:
            messages.success(request, said)
            own = shown.is_own and name == "end_form"
            return SeeOther("/seat/" if own else reverse("people:seat", args=[shown.line.seat_id]))
    return render(request, SEAT, {**_context(request, shown), name: form}, status=UNPROCESSABLE)


def _context(request: StegvisRequest, shown: queries.SeatPage) -> dict[str, Any]:
    return {
        "shown": shown,
        "line": shown.line,
        "check": shown.check,
        "end_form": EndForm(),
        "hand_over_form": HandOverForm(shown.charges),
        "check_form": CheckForm(initial={"shown_on": shown.check.shown_on}),
        "emails_go_out": settings.EMAILS_GO_OUT,
        **_may(request),
    }


def _may(request: StegvisRequest) -> dict[str, bool]:
    return {"manages": policy.may_manage_seats(request.actor)}


def _say(form: forms.Form, refusal: Refused) -> None:
    reason = Reason(refusal.reason)
    beside = BESIDE.get(reason)
    form.add_error(beside if beside in form.fields else None, str(REASONS[reason]))


def _send_link(request: StegvisRequest, seat_id: UUID) -> None:
    """By the worker, who makes the link when it sends it: a queue is no place for a key to somebody's login."""
    site = request.build_absolute_uri("/").rstrip("/")
    tasks.send_link.enqueue(str(request.actor.organisation_id), str(seat_id), site)
