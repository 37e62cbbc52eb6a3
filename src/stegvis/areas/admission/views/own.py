"""The participant's page about her talk: what she asked for, what was agreed, and her say about it."""

from __future__ import annotations

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
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import ChangeForm, ReachForm
from ..texts import GREETINGS, WAYS
from .joining import ask, choose, next_page


@needs(policy.READ_OWN)
@require_http_methods(["GET", "HEAD", "POST"])
def my_talk(request: StegvisRequest) -> HttpResponse:
    """Her wish and her copy. POST `time` chooses one; `do`: reach, take_back, give_back, confirm, read or change."""
    mine = queries.my_talk(request.actor, language())
    answer = {
        "time": _choose,
        "reach": _reach,
        "take_back": _take_back,
        "give_back": _give_back,
        "confirm": _confirm,
        "read": _read,
        "change": _change,
    }
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if "time" in request.POST:
        do = "time"
    if do in answer:
        return answer[do](request, mine)
    return render(request, "admission/my_talk.html", _context(request, mine))


def _context(request: StegvisRequest, mine: queries.MyTalk) -> dict[str, Any]:
    wish = mine.wish
    talk = mine.talk
    reach_form = ReachForm(initial={"way": wish.way or "", "phone": wish.phone} if wish else {"way": ""})
    change_form = ChangeForm(initial={"words": talk.wish_for_change if talk else ""})
    typed = people.typed_before(request, now=timezone.now())
    if typed:
        fields.put_back(change_form if "words" in typed else reach_form, typed)
    return {
        "wish": wish,
        "way": WAYS[wish.way] if wish and wish.way else "",
        "talk": talk,
        "today": timezone.localdate(),
        "held": mine.held,
        "greeting": GREETINGS[talk.greeting] if talk and talk.greeting else "",
        "times": queries.free_times(request.actor, timezone.now()),
        "organisation": people.organisation(request.actor.organisation_id),
        "reach_form": reach_form,
        "change_form": change_form,
        "reach_open": "phone" in typed or "phone" in request.POST,
        "change_open": "words" in typed or "words" in request.POST,
    }


def _reach(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    form = ReachForm(request.POST)
    if not form.is_valid():
        return refused(request, "admission/my_talk.html", {**_context(request, mine), "reach_form": form})
    ask(request, form)
    messages.success(request, _("Thank you. We know that you would like a talk."))
    return SeeOther(next_page(request, form, reverse("admission:my_talk")))


def _choose(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    said = choose(request)
    if said:
        return refused(request, "admission/my_talk.html", _context(request, mine) | {"refusal": said})
    return SeeOther(next_page(request, None, reverse("admission:my_talk")))


def _give_back(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    actions.give_time_back(request.actor, now=timezone.now())
    messages.success(
        request, _("You have given the time back. You can choose another one whenever you like.")
    )
    return SeeOther(reverse("admission:my_talk"))


def _confirm(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    actions.confirm_time(request.actor, now=timezone.now())
    messages.success(request, _("Thank you. The time is yours."))
    return SeeOther(reverse("admission:my_talk"))


def _take_back(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    actions.take_back_wish(request.actor, now=timezone.now())
    messages.success(request, _("You no longer wait for a talk. You can ask again whenever you like."))
    return SeeOther(reverse("admission:my_talk"))


def _read(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    actions.confirm_read(request.actor, talk_id=_talk_id(mine), now=timezone.now())
    messages.success(request, _("Thank you. It stands as you have read it."))
    return SeeOther(reverse("admission:my_talk"))


def _change(request: StegvisRequest, mine: queries.MyTalk) -> HttpResponse:
    form = ChangeForm(request.POST)
    if not form.is_valid():
        return refused(request, "admission/my_talk.html", {**_context(request, mine), "change_form": form})
    words = form.cleaned_data["words"]
    actions.ask_for_change(request.actor, talk_id=_talk_id(mine), words=words, now=timezone.now())
    messages.success(request, _("Thank you. The adviser sees what you wrote and changes it with you."))
    return SeeOther(reverse("admission:my_talk"))


def _talk_id(mine: queries.MyTalk) -> UUID:
    """The talk she means, or one that does not exist: the action answers that it is not found."""
    return mine.talk.talk_id if mine.talk else UUID(int=0)
