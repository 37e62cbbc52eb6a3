"""The slip with the code, and the adviser's hand to somebody who lost it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.kernel import journal
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther

from .. import actions, queries
from ..actions import sessions


@needs("people.see_own_code")
@require_http_methods(["GET", "HEAD", "POST"])
def my_code(request: StegvisRequest) -> HttpResponse:
    """The code, right after it was made and until it is put away (POST). We cannot show it again: we do not have it.

    From here she also logs out everywhere else: on a phone she has lost, or lent.
    """
    if request.POST.get("do") == "end_others":
        if request.actor.user_id is not None:
            sessions.end_all(request.actor.user_id, now=timezone.now(), but=request.session.session_key)
        messages.success(request, _("You are logged out everywhere else."))
        return SeeOther(reverse("people:my_code"))
    if request.method == "POST":
        sessions.put_slip_away(request.session)
        return SeeOther("/me/")
    public_part, __, words = sessions.slip(request.session).partition(" ")
    return render(request, "people/my_code.html", {"public_part": public_part, "words": words})


@needs("people.let_in_again")
@require_http_methods(["GET", "HEAD", "POST"])
def let_in(request: StegvisRequest) -> HttpResponse:
    """Those who asked for it may be let in again. POST makes the link where the person makes a new code."""
    now = timezone.now()
    if request.method == "POST":
        return _link_for(request, _uuid(request.POST.get("participant", "")), now=now)
    people = queries.who_may_be_let_in(request.actor)
    journal.seen(request.actor, about=[person.id for person in people], why="people.let_in_again", at=now)
    return render(request, "people/let_in.html", {"people": people})


def _link_for(request: StegvisRequest, participant_id: UUID, *, now: datetime) -> HttpResponse:
    """The page shows this one participant alone, so it is a look at her alone."""
    link = actions.let_in_again(request.actor, participant_id=participant_id, now=now)
    chosen = queries.participant_shown(request.actor, participant_id)
    journal.seen(request.actor, about=[participant_id], why="people.let_in_again", at=now)
    address = request.build_absolute_uri(reverse("people:choose", args=[link]))
    return render(request, "people/let_in.html", {"address": address, "chosen": chosen.nickname})


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
