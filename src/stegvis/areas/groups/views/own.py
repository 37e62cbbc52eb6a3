"""The participant's pages: the button that gives a place, and the place itself."""

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

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs

from .. import actions, policy, queries
from ..rules import Refusal
from ..texts import REFUSALS
from .pages import SeeOther, language, refused, uuid_in

MOST_ELSEWHERE = 4


@needs(policy.TAKE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StegvisRequest, slug: str) -> HttpResponse:
    """The rounds of one offering, each with “I want to join”. POST takes a place in `round`."""
    listing = directory.public_listing(slug=slug, language=language())
    if listing.brief.organisation_id != request.actor.organisation_id or listing.joining is None:
        raise NotFound
    if request.method != "POST":
        return render(request, "groups/choose.html", _context(request, listing.brief))
    round_id = uuid_in(request, "round")
    try:
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
    mine = {place.round.round_id: place for place in queries.my_places(request.actor, now, language())}
    room = [row for row in rounds if row.open and row.round_id not in mine]
    elsewhere = []
    if not room:
        elsewhere = queries.rounds_elsewhere(request.actor, brief.listing_id, now, language())
    return {
        "listing": brief,
        "room": room,
        "full": [row for row in rounds if not row.open and row.round_id not in mine],
        "mine": [mine[row.round_id] for row in rounds if row.round_id in mine],
        "elsewhere": [row for row in elsewhere if row.round_id not in mine][:MOST_ELSEWHERE],
        "organisation": people.organisation(request.actor.organisation_id),
    }


@needs(policy.TAKE_PLACE)
@require_http_methods(["GET", "HEAD", "POST"])
def my_place(request: StegvisRequest, place_id: UUID) -> HttpResponse:
    """Where, when, who meets her. POST `do`: confirm what staff wrote down, or leave."""
    place = queries.my_place(request.actor, place_id, timezone.now(), language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "confirm":
        actions.confirm_place(request.actor, place_id=place_id, now=timezone.now())
        messages.success(request, _("Thank you. The place is yours."))
        return SeeOther(request.path)
    if do == "leave":
        actions.leave_place(request.actor, place_id=place_id, now=timezone.now())
        messages.success(request, _("You have given the place back. You can come again whenever you like."))
        return SeeOther("/me/")
    organisation = people.organisation(request.actor.organisation_id)
    return render(request, "groups/my_place.html", {"place": place, "organisation": organisation})
