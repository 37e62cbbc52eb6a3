"""Before the first time: what is agreed, what holds in the house, and the promise; alone or with an adviser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import IntroductionForms
from ..rules import Refusal, Subject
from ..texts import REFUSALS, TICKS, TICKS_TOLD

OWN, TOLD = "admission/introductions.html", "admission/introduce.html"


@needs(policy.READ_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def introductions(request: StegvisRequest, slug: str) -> HttpResponse:
    """What she reads before the first time in this offering, and her ticks. POST `do`: right or not_so, else ticks."""
    mine = people.my_participant(request.actor)

    def shown() -> queries.Introductions:
        return queries.introductions_for(request.actor, mine.id, slug, language())

    before = shown()
    if request.method != "POST":
        return render(request, OWN, _context(before, IntroductionForms(before, TICKS)))
    if request.POST.get("do") in {"right", "not_so"}:
        right = request.POST["do"] == "right"
        actions.answer_introductions(
            request.actor, listing_id=before.listing_id, right=right, now=timezone.now()
        )
        messages.success(request, _("Thank you.") if right else _("Thank you. It is open again."))
        return SeeOther(request.path)

    def note(read: Mapping[Subject, str]) -> None:
        actions.introduce_oneself(request.actor, listing_id=before.listing_id, read=read, now=timezone.now())

    return _ticked(request, OWN, _context(before, IntroductionForms(before, TICKS, request.POST)), note)


@needs(policy.INTRODUCE)
@require_http_methods(["GET", "HEAD", "POST"])
def introduce(request: StegvisRequest, participant_id: UUID, listing_id: UUID) -> HttpResponse:
    """The same page for two: an adviser goes through it with a participant and ticks what she said yes to."""
    nickname, before = queries.introductions_with(
        request.actor, participant_id, listing_id, timezone.now(), language()
    )
    data = request.POST if request.method == "POST" else None
    context = _context(before, IntroductionForms(before, TICKS_TOLD, data)) | {"nickname": nickname}
    if request.method != "POST":
        return render(request, TOLD, context)

    def note(read: Mapping[Subject, str]) -> None:
        actions.introduce(
            request.actor,
            participant_id=participant_id,
            listing_id=before.listing_id,
            read=read,
            now=timezone.now(),
        )

    return _ticked(request, TOLD, context, note)


def _context(shown: queries.Introductions, forms: IntroductionForms) -> dict[str, Any]:
    return {"shown": shown, "forms": forms, "parts": forms.with_parts()}


def _ticked(
    request: StegvisRequest,
    template: str,
    context: dict[str, Any],
    note: Callable[[Mapping[Subject, str]], None],
) -> HttpResponse:
    """Keep the ticks; say so when the words have changed meanwhile, or when the ticks are not for staff to set."""
    try:
        note(context["forms"].read())
    except Changed:
        context["refusal"] = _("The words have changed since you opened the page. Read them as they are now.")
        return refused(request, template, context | {"parts": context["forms"].afresh()})
    except Refused as refusal:
        context["refusal"] = REFUSALS[Refusal(refusal.reason)]
        return refused(request, template, context)
    messages.success(request, _("Saved. You can come back to it whenever you like."))
    return SeeOther(request.path)
