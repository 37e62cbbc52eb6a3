"""Who waits for a talk: beginning it, answering, keeping a time; and somebody who is here without a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import AnswerForm, NewPersonForm, TimeForm
from ..rules import Refusal
from ..texts import REFUSALS, WAYS

TEMPLATE = "admission/waiting.html"


@dataclass(frozen=True, slots=True)
class Row:
    """One who waits, with the two forms that stand beside her name."""

    person: queries.Waiting
    way: Promise | str
    answer: AnswerForm
    time: TimeForm


@needs(policy.HOLD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: StegvisRequest) -> HttpResponse:
    """Who waits, in the order of asking. POST `do`: start, answer, book, free or new."""
    answer = {"start": _start, "answer": _answer, "book": _book, "free": _free, "new": _new_person}
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in answer:
        return answer[do](request)
    return render(request, TEMPLATE, _context(request))


def _context(request: StegvisRequest) -> dict[str, Any]:
    now = timezone.now()
    typed = people.typed_before(request, now=now)
    rows = queries.waiting_for_talk(request.actor, now, language())
    times = queries.free_times(request.actor, now)
    new_form = NewPersonForm(times, language())
    if "nickname" in typed:
        fields.put_back(new_form, typed)
    return {
        "waiting": [_row(person, number, times, typed) for number, person in enumerate(rows)],
        "times": times,
        "held": queries.talks_held(request.actor, now, looked_at=[row.participant_id for row in rows]),
        "staff_may_note": queries.staff_may_note(request.actor),
        "new_form": new_form,
        "new_form_open": "nickname" in typed or "nickname" in request.POST,
    }


def _row(person: queries.Waiting, number: int, times: list[queries.TimeShown], typed: dict[str, Any]) -> Row:
    answer = AnswerForm(initial={"answer": person.answer}, auto_id=f"id_{number}_%s")
    if typed.get("wish") == str(person.wish_id):
        fields.put_back(answer, typed)
    time = TimeForm(times, language(), auto_id=f"id_{number}_%s")
    return Row(person, WAYS[person.way] if person.way else "", answer, time)


def _start(request: StegvisRequest) -> HttpResponse:
    participant_id = uuid_in(request, "participant")
    talk_id = actions.start_talk(request.actor, participant_id=participant_id, now=timezone.now())
    return SeeOther(reverse("admission:talk", args=[talk_id]))


def _answer(request: StegvisRequest) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return refused(request, TEMPLATE, {**_context(request), "refused": form})
    answer = form.cleaned_data["answer"]
    wish_id = uuid_in(request, "wish")
    actions.answer_wish(request.actor, wish_id=wish_id, answer=answer, now=timezone.now())
    messages.success(request, _("The answer stands on the participant's page."))
    return SeeOther(reverse("admission:waiting"))


def _book(request: StegvisRequest) -> HttpResponse:
    """The time that somebody has said she wants."""
    participant_id, time_id = uuid_in(request, "participant"), uuid_in(request, "time")
    try:
        actions.choose_time_for(
            request.actor, participant_id=participant_id, time_id=time_id, now=timezone.now()
        )
    except Refused as refusal:
        said = REFUSALS[Refusal(refusal.reason)]
        return refused(request, TEMPLATE, {**_context(request), "refusal": said})
    messages.success(request, _("The time is kept."))
    return SeeOther(reverse("admission:waiting"))


def _free(request: StegvisRequest) -> HttpResponse:
    participant_id = uuid_in(request, "participant")
    actions.give_time_back_for(request.actor, participant_id=participant_id, now=timezone.now())
    messages.success(request, _("The time is free again."))
    return SeeOther(reverse("admission:waiting"))


def _new_person(request: StegvisRequest) -> HttpResponse:
    times = queries.free_times(request.actor, timezone.now())
    form = NewPersonForm(times, language(), request.POST)
    if form.is_valid():
        try:
            return SeeOther(_noted(request, form))
        except Refused as refusal:
            form.add_error(_beside(Refusal(refusal.reason)), str(REFUSALS[Refusal(refusal.reason)]))
    return refused(request, TEMPLATE, {**_context(request), "new_form": form})


def _beside(reason: Refusal) -> str:
    if reason in {Refusal.TIME_TAKEN, Refusal.TIME_HAS_PASSED}:
        return "time"
    return "nickname" if reason is Refusal.NOTHING_IS_WRITTEN_HERE else "held_before_on"


def _noted(request: StegvisRequest, form: NewPersonForm) -> str:
    """Note the person, and give the page to go on with: the talk that begins, or the list when it is another day."""
    said, now, time_id = form.cleaned_data, timezone.now(), form.time_id()
    named = {"nickname": said["nickname"], "language": language(), "wanted_id": said["key"]}
    if time_id is not None:
        actions.note_newcomer(request.actor, **named, time_id=time_id, now=now)
        messages.success(request, _("The time is kept."))
        return reverse("admission:waiting")
    talk_id = actions.meet(request.actor, **named, held_before_on=said["held_before_on"], now=now)
    return reverse("admission:talk", args=[talk_id])
