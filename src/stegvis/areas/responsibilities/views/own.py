"""The participant's pages: the tasks she wants or has, and one of them."""

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
from ..forms import HowForm, PurposeForm
from ..rules import Purpose, Refusal, Said
from ..texts import PURPOSES, REFUSALS

LIST, ONE = "responsibilities/mine.html", "responsibilities/my_task.html"


@needs(policy.TAKE_ON)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: StegvisRequest) -> HttpResponse:
    """Her tasks, and those she can wish for. POST `task`: she would like this one."""
    now = timezone.now()
    if request.method != "POST":
        return render(request, LIST, {"tasks": queries.my_tasks(request.actor, now, language())})
    try:
        made = actions.wish(request.actor, task_id=uuid_in(request, "task"), now=now)
    except Refused as refusal:
        tasks = queries.my_tasks(request.actor, now, language())
        return refused(request, LIST, {"tasks": tasks, "refusal": REFUSALS[Refusal(refusal.reason)]})
    messages.success(request, _("Good to know. We look for somebody who goes along with you."))
    return SeeOther(reverse("responsibilities:my_task", args=[made]))


@needs(policy.TAKE_ON)
@require_http_methods(["GET", "HEAD", "POST"])
def my_task(request: StegvisRequest, responsibility_id: UUID) -> HttpResponse:
    """One task. POST `do`: `purpose`, `yes`, `how` it is, or `back`: one step, no reason, no question in between."""
    now = timezone.now()
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "back":
        actions.hand_back(request.actor, responsibility_id=responsibility_id, now=now)
        words = _(
            "The staff do it now. Everything else is as it was. You can wish for it again whenever you like."
        )
        messages.success(request, words)
        return SeeOther(reverse("responsibilities:mine"))
    shown = queries.my_task(request.actor, responsibility_id, now, language())
    if do == "yes":
        return _yes(request, shown, now)
    if do == "purpose":
        return _purpose(request, shown, now)
    if do == "how":
        return _how(request, shown, now)
    return render(request, ONE, _context(request, shown))


def _yes(request: StegvisRequest, shown: queries.MyTask, now: datetime) -> HttpResponse:
    version = request.POST.get("version", "")
    read = int(version) if version.isdecimal() else 0
    try:
        actions.say_yes(request.actor, responsibility_id=shown.responsibility_id, version=read, now=now)
    except Changed:
        words: Any = _(
            "This has been written anew since you opened it. Read it once more. Nothing has begun."
        )
        return refused(request, ONE, _context(request, shown) | {"refusal": words})
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, ONE, _context(request, shown) | {"refusal": words})
    messages.success(request, _("Then it is yours. You can hand it back whenever you like."))
    return SeeOther(request.path)


def _purpose(request: StegvisRequest, shown: queries.MyTask, now: datetime) -> HttpResponse:
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return refused(request, ONE, _context(request, shown) | {"purpose_form": form})
    if form.cleaned_data["purpose"]:
        actions.wish(
            request.actor, task_id=shown.task_id, purpose=Purpose(form.cleaned_data["purpose"]), now=now
        )
        messages.success(request, _("Saved."))
    return SeeOther(request.path)


def _how(request: StegvisRequest, shown: queries.MyTask, now: datetime) -> HttpResponse:
    form = HowForm(request.POST)
    if not form.is_valid():
        return refused(request, ONE, _context(request, shown) | {"how_form": form, "how_open": True})
    told = form.cleaned_data
    if not told["said"] and not told["words"] and not shown.words:
        return SeeOther(request.path)
    said = told | {"said": Said(told["said"]) if told["said"] else None}
    actions.say_how_it_is(request.actor, responsibility_id=shown.responsibility_id, **said, now=now)
    messages.success(request, _("Thank you. We talk about it together."))
    return SeeOther(request.path)


def _context(request: StegvisRequest, shown: queries.MyTask) -> dict[str, Any]:
    how = HowForm(initial={"said": shown.said or "", "words": shown.words, "shared": shown.shared})
    fields.put_back(how, people.typed_before(request, now=timezone.now()))
    return {
        "task": shown,
        "purpose_words": PURPOSES[shown.purpose] if shown.purpose else "",
        "purpose_form": PurposeForm(initial={"purpose": shown.purpose or ""}),
        "how_form": how,
        "how_open": shown.review_open,
    }
