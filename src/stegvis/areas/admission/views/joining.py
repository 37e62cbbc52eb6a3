"""“I want to join”: never an error. First a nickname and a code, then a talk, then the same button gives a place."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.kernel.roles import Role
from stegvis.ui import fields

from .. import actions, policy, queries
from ..forms import ReachForm
from ..rules import Way
from .pages import SeeOther, language, refused


@needs(policy.ASK)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: StegvisRequest, slug: str) -> HttpResponse:
    """The way into one offering, from wherever the person stands."""
    listing = directory.public_listing(slug=slug, language=language())
    if listing.joining is None:
        raise NotFound
    if request.actor.role is Role.VISITOR:
        if (
            "way" in request.POST
        ):  # hers who is in already, and whose session has ended: it is kept until she is back
            raise NotAllowed
        return _newcomer(request, listing)
    if "nickname" in request.POST:  # the newcomer's form once more, after it has let her in
        return SeeOther(request.path)
    if request.actor.organisation_id != listing.brief.organisation_id:
        here = people.organisation(request.actor.organisation_id)
        return render(request, "admission/join_elsewhere.html", {"listing": listing.brief, "here": here})
    participant = people.my_participant(request.actor)
    if not listing.gated or queries.clarification_of(request.actor, participant.id):
        return SeeOther(reverse("groups:choose", args=[slug]))
    return _ask(request, listing)


def _newcomer(request: StegvisRequest, listing: directory.ListingShown) -> HttpResponse:
    organisation = people.organisation(listing.brief.organisation_id)
    context: dict[str, Any] = {"listing": listing.brief, "gated": listing.gated, "organisation": organisation}
    if request.method != "POST":
        context["form"] = people.NewcomerForm.fresh(language=language(), minimum_age=organisation.minimum_age)
        return render(request, "admission/join_newcomer.html", context)
    form = people.NewcomerForm(request.POST, minimum_age=organisation.minimum_age)
    context["form"] = form
    if not form.is_valid():
        return refused(request, "admission/join_newcomer.html", context)
    if not form.cleaned_data["over_minimum_age"]:
        return refused(request, "admission/join_too_young.html", {"age": organisation.minimum_age})
    _let_in(request, listing, form.cleaned_data)
    return SeeOther(request.path)


def _let_in(request: StegvisRequest, listing: directory.ListingShown, answers: dict[str, Any]) -> None:
    """Let her in first, then begin the session: whatever happens next, her code and her wish stand."""
    now = timezone.now()
    new = actions.come_in(
        Actor.visitor(listing.brief.organisation_id),
        listing_id=listing.brief.listing_id,
        gated=listing.gated,
        language=language(),
        wanted_id=answers.pop("key"),
        now=now,
        **answers,
    )
    people.sign_in_to(request, new.user_id, new.seat_id, now=now)
    people.keep_slip(request.session, new.code)
    actions.show_slip_later(request.session)


def _ask(request: StegvisRequest, listing: directory.ListingShown) -> HttpResponse:
    wish = queries.my_talk(request.actor, language()).wish
    context: dict[str, Any] = {
        "listing": listing.brief,
        "wish": wish,
        "organisation": people.organisation(request.actor.organisation_id),
    }
    if request.method != "POST":
        context["form"] = ReachForm(
            initial={"way": wish.way or "", "phone": wish.phone} if wish else {"way": ""}
        )
        fields.put_back(context["form"], people.typed_before(request, now=timezone.now()))
        return render(request, "admission/join_ask.html", context)
    form = ReachForm(request.POST)
    context["form"] = form
    if not form.is_valid():
        return refused(request, "admission/join_ask.html", context)
    ask(request, form, listing)
    return SeeOther(reverse("people:my_code") if actions.slip_is_due(request.session) else "/me/")


def ask(request: StegvisRequest, form: ReachForm, listing: directory.ListingShown | None = None) -> None:
    """Note the wish as the form says it."""
    way: Way | None = form.way_chosen()
    actions.ask_for_talk(
        request.actor,
        listing_id=listing.brief.listing_id if listing else None,
        how_to_reach=way,
        phone=form.cleaned_data["phone"],
        now=timezone.now(),
    )
