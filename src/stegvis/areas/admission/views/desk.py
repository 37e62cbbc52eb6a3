"""The adviser's pages: who waits for a talk, and the talk on one screen that two people look at together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields

from .. import actions, policy, queries
from ..forms import AnswerForm, NewPersonForm, TalkForms
from ..rules import Refusal
from ..texts import GREETINGS, REFUSALS, WAYS
from .pages import SeeOther, language, refused


@needs(policy.HOLD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: StegvisRequest) -> HttpResponse:
    """Who waits, in the order of asking. POST `do`: start, answer or new."""
    answer = {"start": _start, "answer": _answer, "new": _new_person}
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in answer:
        return answer[do](request)
    return render(request, "admission/waiting.html", _waiting_context(request))


def _waiting_context(request: StegvisRequest) -> dict[str, Any]:
    now = timezone.now()
    typed = people.typed_before(request, now=now)
    rows = queries.waiting_for_talk(request.actor, now, language())
    new_form = NewPersonForm()
    if "nickname" in typed:
        fields.put_back(new_form, typed)
    return {
        "waiting": [
            (row, WAYS[row.way] if row.way else "", _answer_form(row, n, typed)) for n, row in enumerate(rows)
        ],
        "held": queries.talks_held(request.actor, now, looked_at=[row.participant_id for row in rows]),
        "new_form": new_form,
        "new_form_open": "nickname" in typed or "nickname" in request.POST,
    }


def _answer_form(row: queries.Waiting, number: int, typed: dict[str, Any]) -> AnswerForm:
    form = AnswerForm(initial={"answer": row.answer}, auto_id=f"id_{number}_%s")
    if typed.get("wish") == str(row.wish_id):
        fields.put_back(form, typed)
    return form


def _start(request: StegvisRequest) -> HttpResponse:
    participant_id = _uuid(request.POST.get("participant", ""))
    talk_id = actions.start_talk(request.actor, participant_id=participant_id, now=timezone.now())
    return SeeOther(reverse("admission:talk", args=[talk_id]))


def _answer(request: StegvisRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return refused(request, "admission/waiting.html", {**_waiting_context(request), "refused": form})
    answer = form.cleaned_data["answer"]
    wish_id = _uuid(request.POST.get("wish", ""))
    actions.answer_wish(request.actor, wish_id=wish_id, answer=answer, now=timezone.now())
    messages.success(request, _("The answer stands on the participant's page."))
    return SeeOther(reverse("admission:waiting"))


def _new_person(request: StegvisRequest) -> HttpResponse:
    form = NewPersonForm(request.POST)
    if form.is_valid():
        try:
            return SeeOther(reverse("admission:talk", args=[_begin_with(request, form)]))
        except Refused as refusal:
            form.add_error("held_before_on", str(REFUSALS[Refusal(refusal.reason)]))
    return refused(request, "admission/waiting.html", {**_waiting_context(request), "new_form": form})


def _begin_with(request: StegvisRequest, form: NewPersonForm) -> UUID:
    return actions.meet(
        request.actor,
        nickname=form.cleaned_data["nickname"],
        language=language(),
        held_before_on=form.cleaned_data["held_before_on"],
        wanted_id=form.cleaned_data["key"],
        now=timezone.now(),
    )


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
    return {"talk": shown, "greeting": GREETINGS[shown.greeting] if shown.greeting else ""}


def _talk_context(request: StegvisRequest, shown: queries.TalkShown, forms: TalkForms) -> dict[str, Any]:
    return {"talk": shown, "forms": forms, "organisation": people.organisation(request.actor.organisation_id)}


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
        actions.hold_talk(request.actor, talk_id=shown.talk_id, version=version, now=timezone.now())
    except Refused as refusal:
        return _not_so(request, shown, _with_version(request, shown, version), Refusal(refusal.reason))
    return SeeOther(here)


def _not_so(
    request: StegvisRequest, shown: queries.TalkShown, forms: TalkForms, reason: Refusal
) -> HttpResponse:
    """Said beside what it is about: the day to talk again, the ticks of each offering, or the whole page."""
    field = "review_on" if reason is Refusal.REVIEW_HAS_PASSED else None
    forms.talk.is_valid()
    forms.talk.add_error(field, str(REFUSALS[reason]))
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


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
