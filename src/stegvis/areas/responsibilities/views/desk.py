"""The desk's pages: what waits for the staff, one person's task, and the print she signs."""

from __future__ import annotations

from datetime import datetime
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
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import SignedForm, TermsForm, first_talk
from ..rules import Refusal
from ..texts import MISSING, PURPOSES, PURPOSES_AT_DESK, REFUSALS, SAID_AT_DESK, STANDINGS

LIST, ONE, PAPER = (
    "responsibilities/desk.html",
    "responsibilities/task.html",
    "responsibilities/paper.html",
)


@needs(policy.GUIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: StegvisRequest) -> HttpResponse:
    """All that this seat may see. POST `back`: seen that this task is the staff's again."""
    if request.method == "POST":
        actions.see_back(request.actor, back_id=uuid_in(request, "back"), now=timezone.now())
        return SeeOther(request.path)
    context: dict[str, Any] = {"desk": queries.on_desk(request.actor, timezone.now(), language())}
    if policy.may_decide(request.actor):
        context["offerings"] = queries.decided(request.actor, language())
    return render(request, LIST, context)


@needs(policy.GUIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def task(request: StegvisRequest, responsibility_id: UUID) -> HttpResponse:
    """One person's task. POST `do`: `agree` on who goes along, what for and until when; `end`: the staff do it."""
    now = timezone.now()
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "end":
        actions.end(request.actor, responsibility_id=responsibility_id, now=now)
        messages.success(
            request, _("The staff do it from now on. The person has been told that nothing was done wrong.")
        )
        return SeeOther(reverse("responsibilities:desk"))
    shown = queries.desk_task(request.actor, responsibility_id, now, language())
    if do == "agree":
        return _agree(request, shown, now)
    return render(request, ONE, _context(request, shown, _form(request, shown, now)))


def _agree(request: StegvisRequest, shown: queries.DeskTask, now: datetime) -> HttpResponse:
    form = TermsForm(queries.staff_to_choose(request.actor, now), request.POST)
    if form.is_valid():
        told = {"terms": form.terms(), "version": form.cleaned_data["version"]}
        try:
            stands = actions.agree_on(
                request.actor, responsibility_id=shown.responsibility_id, **told, now=now
            )
        except Changed:
            form = fields.with_answers(form, version=str(shown.version))
            return refused(request, ONE, _context(request, shown, form) | {"others": True})
        except Refused as refusal:
            form.say(Refusal(refusal.reason))
        else:
            words = (
                _("The new day is kept. It goes on.")
                if stands
                else _("Now it is for the person to say yes or no.")
            )
            messages.success(request, words)
            return SeeOther(request.path)
    return refused(request, ONE, _context(request, shown, form))


def _form(request: StegvisRequest, shown: queries.DeskTask, now: datetime) -> TermsForm:
    initial = {
        "version": shown.version,
        "guide": str(shown.guide_id or request.actor.seat_id),
        "purpose": shown.purpose or "",
        "review_on": first_talk(now) if shown.review_open else shown.review_on or first_talk(now),
    }
    form = TermsForm(queries.staff_to_choose(request.actor, now), initial=initial)
    fields.put_back(form, people.typed_before(request, now=now))
    return form


def _context(request: StegvisRequest, shown: queries.DeskTask, form: TermsForm) -> dict[str, Any]:
    return {
        "task": shown,
        "form": form,
        "standing": STANDINGS[shown.standing],
        "missing": [MISSING[what] for what in shown.missing],
        "purpose": PURPOSES_AT_DESK[shown.purpose] if shown.purpose else "",
        "said": SAID_AT_DESK[shown.said] if shown.said else "",
        "may_note": policy.may_note(request.actor),
    }


@needs(policy.NOTE)
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: StegvisRequest, responsibility_id: UUID) -> HttpResponse:
    """What she signs, on one page. POST: the adviser has her signature."""
    now = timezone.now()
    shown = queries.desk_task(request.actor, responsibility_id, now, language())
    context = {"task": shown, "purpose": PURPOSES[shown.purpose] if shown.purpose else ""}
    if request.method != "POST":
        form = SignedForm(initial={"version": shown.version, "signed_on": timezone.localdate(now)})
        return render(request, PAPER, context | {"form": form})
    form = SignedForm(request.POST)
    if form.is_valid():
        try:
            actions.sign_on_paper(
                request.actor, responsibility_id=responsibility_id, **form.cleaned_data, now=now
            )
        except Changed:
            form.add_error(
                None, _("This has been written anew since. Print it again, and let the person read it.")
            )
        except Refused as refusal:
            reason = Refusal(refusal.reason)
            beside = "signed_on" if reason is Refusal.SIGNED_TO_COME else None
            form.add_error(beside, str(REFUSALS[reason]))
        else:
            messages.success(request, _("The yes is written down."))
            return SeeOther(reverse("responsibilities:task", args=[responsibility_id]))
    return refused(request, PAPER, context | {"form": form})
