"""The participant's pages: the button that gives a place, and the place itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import panels
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import CompanyForm
from ..rules import PlaceState, Refusal
from ..texts import PLACE_STATES, REFUSALS

MOST_ELSEWHERE = 4


@needs(policy.TAKE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StegvisRequest, slug: str) -> HttpResponse:
    """The rounds of one offering, each with “I want to join”. POST takes a place in `round`, or stands in line for
    the `next` one.
    """
    listing = directory.public_listing(slug=slug, language=language())
    if listing.brief.organisation_id != request.actor.organisation_id or listing.joining is None:
        raise NotFound
    if request.method != "POST":
        return render(request, "groups/choose.html", _context(request, listing.brief))
    try:
        if "next" in request.POST:
            round_id = uuid_in(request, "next")
            place_id = actions.ask_for_next_place(request.actor, round_id=round_id, now=timezone.now())
        else:
            round_id = uuid_in(request, "round")
            place_id = actions.take_place(request.actor, round_id=round_id, now=timezone.now())
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        context = _context(request, listing.brief)
        context["refusal"], context["talk_first"] = REFUSALS[reason], reason is Refusal.TALK_COMES_FIRST
        return refused(request, "groups/choose.html", context)
    if admission.slip_is_due(request.session):
        return SeeOther(reverse("people:my_code"))
    return SeeOther(reverse("groups:my_place", args=[place_id]))


def _context(request: StegvisRequest, brief: directory.ListingBrief) -> dict[str, Any]:
    """The rounds of the offering, her own place in one if any, and what else there is when none has room."""
    now = timezone.now()
    rounds = [
        row for row in queries.rounds_of(request.actor, brief.listing_id, now, language()) if row.next_session
    ]
    her_own = [
        *queries.my_places(request.actor, now, language()),
        *queries.my_line(request.actor, now, language()),
    ]
    mine = {place.round.round_id: place for place in her_own}
    others = [row for row in rounds if row.open_for_new and row.round_id not in mine]
    free = queries.free_for_newcomers(request.actor, others)
    room = [row for row in others if row.round_id in free]
    elsewhere = []
    if not room:
        elsewhere = queries.rounds_elsewhere(request.actor, brief.listing_id, now, language())
    return {
        "listing": brief,
        "room": room,
        "full": [row for row in others if row.round_id not in free],
        "mine": [mine[row.round_id] for row in rounds if row.round_id in mine],
        "elsewhere": [row for row in elsewhere if row.round_id not in mine][:MOST_ELSEWHERE],
        "organisation": people.organisation(request.actor.organisation_id),
    }


@needs(policy.TAKE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def my_place(request: StegvisRequest, place_id: UUID) -> HttpResponse:
    """Her place, held, offered or waited for: where, when, who meets her. POST `do`: what she says about it.

    Opening an offered place means that the offer has reached her; from then on it is kept for two days.
    """
    place = queries.my_place(request.actor, place_id, timezone.now(), language())
    if request.method == "POST":
        return _said(request, place)
    if place.state is PlaceState.OFFERED and place.answer_by is None:
        actions.note_reached(request.actor, place_id=place_id, now=timezone.now())
        place = queries.my_place(request.actor, place_id, timezone.now(), language())
    return render(request, "groups/my_place.html", _place_context(request, place, CompanyForm()))


def _said(request: StegvisRequest, place: queries.MyPlace) -> HttpResponse:
    """One tap, and one action. A refusal shows the page again, as things stand now, and says what is possible."""
    do, form = request.POST.get("do", ""), CompanyForm()
    if do in SAID:
        SAID[do](request.actor, place_id=place.place_id, now=timezone.now())
        if words := DONE.get((do, place.state)):
            messages.success(request, str(words))
        return SeeOther("/me/" if do == "leave" else request.path)
    if do == "together":
        form = CompanyForm(request.POST)
    try:
        if do == "accept":
            actions.accept_offer(request.actor, place_id=place.place_id, now=timezone.now())
            messages.success(request, _("The place is yours. Welcome."))
        elif do == "together" and form.is_valid():
            word = form.cleaned_data["word"]
            actions.come_together(request.actor, place_id=place.place_id, word=word, now=timezone.now())
            messages.success(request, _("You two wait together."))
    except Refused as refusal:
        return _refused_here(request, place, form, Refusal(refusal.reason))
    if form.errors:
        return refused(request, "groups/my_place.html", _place_context(request, place, form))
    return SeeOther(request.path)


def _refused_here(
    request: StegvisRequest, place: queries.MyPlace, form: CompanyForm, reason: Refusal
) -> HttpResponse:
    now_it_is = queries.my_place(request.actor, place.place_id, timezone.now(), language())
    context = _place_context(request, now_it_is, form)
    if reason is Refusal.WORD_NOT_KNOWN:
        form.add_error("word", str(REFUSALS[reason]))
    else:
        context["refusal"] = REFUSALS[reason]
    return refused(request, "groups/my_place.html", context)


def _place_context(request: StegvisRequest, place: queries.MyPlace, form: CompanyForm) -> dict[str, Any]:
    held = place.state is PlaceState.HELD
    now = timezone.now()
    return {
        "place": place,
        "panels": panels.of(panels.Page.PLACE, request.actor, place.round.round_id, now) if held else [],
        "lead": PLACE_STATES[place.state],
        "company_form": form,
        "company_open": form.is_bound or bool(place.company_word),
        "word_language": people.my_participant(request.actor).language,
        "organisation": people.organisation(request.actor.organisation_id),
        "this_time": queries.next_time(request.actor, place.place_id, now),
    }


SAID: dict[str, Callable[..., object]] = {
    "confirm": actions.confirm_place,
    "leave": actions.leave_place,
    "go_by": actions.let_go_by,
    "word": actions.make_company_word,
    "alone": actions.go_alone,
}
"""What she can say that the house never refuses."""

DONE: dict[tuple[str, PlaceState], Promise] = {
    ("confirm", PlaceState.HELD): _("Thank you. The place is yours."),
    ("confirm", PlaceState.WAITING): _("Thank you. You are in line."),
    ("leave", PlaceState.HELD): _("You have given the place back. You can come again whenever you like."),
    ("leave", PlaceState.OFFERED): _("That is fine. The place goes on to the next."),
    ("leave", PlaceState.WAITING): _("That is fine. You are not in line any more."),
    ("go_by", PlaceState.OFFERED): _("That is fine. The place goes on to the next, and you keep your turn."),
    ("alone", PlaceState.WAITING): _("You wait alone again, and keep your turn."),
}
