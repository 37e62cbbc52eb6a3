"""The talk on one screen that two people look at together, and its form on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import TalkForms
from ..rules import Refusal
from ..texts import CHOICES, GREETINGS, REFUSALS

BESIDE = {Refusal.REVIEW_HAS_PASSED: "review_on", Refusal.NOT_HELD_YET: "held_on"}
"""The question that a refusal is said beside; any other stands on top."""


@needs(policy.HOLD_TALK)
@require_safe
def talk_form(request: StegvisRequest) -> HttpResponse:
    """The talk's questions with room to write, on one sheet, for whoever would rather talk over paper (X-09)."""
    context = {
        "organisation": people.organisation(request.actor.organisation_id),
        "offerings": directory.joinable(request.actor, language()),
        "keeps_words": queries.staff_may_note(request.actor),
        "choices": CHOICES.values(),
        "greetings": GREETINGS.values(),
    }
    return render(request, "admission/talk_form.html", context)


@needs(policy.HOLD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: StegvisRequest, talk_id: UUID) -> HttpResponse:
    """One talk. POST saves it; `do=hold` also calls it held. `?change` opens a held talk for writing."""
    shown = queries.talk(request.actor, talk_id, timezone.now(), language())
    offerings = directory.joinable(request.actor, language())
    if request.method == "POST":
        return _save(request, shown, TalkForms(shown, offerings, request.POST))
    typed = people.typed_before(request, now=timezone.now())
    changing = shown.keeps_words and ("change" in request.GET or "version" in typed)
    if shown.held_on is not None and not changing:
        return render(request, "admission/talk_held.html", _held_context(shown))
    forms = TalkForms(shown, offerings)
    forms.put_back(typed)
    return render(request, "admission/talk.html", _talk_context(request, shown, forms))


def _held_context(shown: queries.TalkShown) -> dict[str, Any]:
    greeting = GREETINGS[shown.greeting] if shown.greeting else ""
    return {"talk": shown, "greeting": greeting, "today": timezone.localdate()}


def _talk_context(request: StegvisRequest, shown: queries.TalkShown, forms: TalkForms) -> dict[str, Any]:
    chosen = [form.offering.listing_id for form in forms.now]
    forms.tell_what_is_expected(directory.expected(request.actor, chosen, language()))
    organisation = people.organisation(request.actor.organisation_id)
    guides = directory.guides(request.actor)
    return {"talk": shown, "forms": forms, "organisation": organisation, "guides": guides}


def _save(request: StegvisRequest, shown: queries.TalkShown, forms: TalkForms) -> HttpResponse:
    here = reverse("admission:talk", args=[shown.talk_id])
    if not forms.is_valid():
        return refused(request, "admission/talk.html", _talk_context(request, shown, forms))
    try:
        version = actions.save_talk(
            request.actor,
            talk_id=shown.talk_id,
            words=forms.talk.words(),
            choices=forms.said(),
            version=forms.talk.cleaned_data["version"],
            now=timezone.now(),
        )
    except Changed:
        return _both_texts(request, shown)
    except Refused as refusal:
        return _not_so(request, shown, forms, Refusal(refusal.reason))
    if request.POST.get("do") != "hold":
        messages.success(request, _("Saved. You can go on later."))
        return SeeOther(here)
    try:
        actions.hold_talk(
            request.actor,
            talk_id=shown.talk_id,
            version=version,
            held_on=forms.talk.cleaned_data["held_on"],
            now=timezone.now(),
        )
    except Refused as refusal:
        return _not_so(request, shown, _with_version(request, shown, version), Refusal(refusal.reason))
    return SeeOther(here)


def _not_so(
    request: StegvisRequest, shown: queries.TalkShown, forms: TalkForms, reason: Refusal
) -> HttpResponse:
    """Said beside what it is about: the day to talk again, the ticks of each offering, or the whole page."""
    forms.talk.is_valid()
    forms.talk.add_error(BESIDE.get(reason), str(REFUSALS[reason]))
    context = _talk_context(request, shown, forms)
    context["expectations_refused"] = reason is Refusal.EXPECTATIONS_OPEN
    return refused(request, "admission/talk.html", context)


def _both_texts(request: StegvisRequest, shown: queries.TalkShown) -> HttpResponse:
    """Somebody else saved first: both texts, and the next save is made knowing both."""
    forms = _with_version(request, shown, shown.version)
    context = _talk_context(request, shown, forms)
    context["theirs"] = {**_held_context(shown), "is_newer": True}
    return refused(request, "admission/talk.html", context)


def _with_version(request: StegvisRequest, shown: queries.TalkShown, version: int) -> TalkForms:
    """What was typed, on top of this version."""
    data: QueryDict = request.POST.copy()
    data["version"] = str(version)
    return TalkForms(shown, directory.joinable(request.actor, language()), data)
