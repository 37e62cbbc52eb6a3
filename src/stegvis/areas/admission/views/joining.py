"""“I want to join”: never an error. First a nickname and a code, then a talk, then the same button gives a place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel import panels
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.kernel.roles import Role
from stegvis.ui import dates, fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import ReachForm
from ..rules import Refusal, Way
from ..texts import REFUSALS

ASK = "admission/join_ask.html"


@needs(policy.ASK)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: StegvisRequest, slug: str) -> HttpResponse:
    """The way into one offering, from wherever the person stands."""
    listing = directory.public_listing(slug=slug, language=language())
    if listing.joining is None:
        raise NotFound
    if parts := _just_come(listing):
        layout = "ui/public.html" if request.actor.role is Role.VISITOR else "ui/me.html"
        context = {"listing": listing.brief, "panels": parts, "layout": layout}
        return render(request, "admission/join_just_come.html", context)
    if request.actor.role is Role.VISITOR:
        if (
            "way" in request.POST or "time" in request.POST
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


def _just_come(listing: directory.ListingShown) -> list[panels.Panel]:
    """When the door is open, where nobody signs up: nothing comes before looking in (S1-12). Else nothing."""
    brief = listing.brief
    house = Actor.visitor(brief.organisation_id)
    parts = panels.of(panels.Page.OFFERING, house, brief.listing_id, timezone.now())
    return parts if any(part.just_come for part in parts) else []


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
    try:
        _let_in(request, listing, form.cleaned_data)
    except Refused as refusal:
        form.add_error("nickname", str(people.REASONS[people.Reason(refusal.reason)]))
        return refused(request, "admission/join_newcomer.html", context)
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
    if request.method != "POST":
        return render(request, ASK, _asking(request, listing, None))
    if "time" in request.POST:
        return _choose(request, listing)
    form = ReachForm(request.POST)
    if not form.is_valid():
        return refused(request, ASK, _asking(request, listing, form))
    ask(request, form, listing)
    return SeeOther(next_page(request, form, "/me/"))


def _asking(
    request: StegvisRequest, listing: directory.ListingShown, form: ReachForm | None
) -> dict[str, Any]:
    wish = queries.my_talk(request.actor, language()).wish
    if form is None:
        form = ReachForm(initial={"way": wish.way or "", "phone": wish.phone} if wish else {"way": ""})
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return {
        "listing": listing.brief,
        "wish": wish,
        "form": form,
        "form_open": form.is_bound or bool(form.initial.get(fields.TYPED_BEFORE)),
        "times": queries.free_times(request.actor, timezone.now()),
        "organisation": people.organisation(request.actor.organisation_id),
    }


def _choose(request: StegvisRequest, listing: directory.ListingShown) -> HttpResponse:
    said = choose(request, listing)
    if said:
        return refused(request, ASK, _asking(request, listing, None) | {"refusal": said})
    return SeeOther(next_page(request, None, reverse("admission:my_talk")))


def choose(request: StegvisRequest, listing: directory.ListingShown | None = None) -> str:
    """Note the time she pressed; gives what to say when it cannot be hers. Says who meets her when it is."""
    try:
        actions.choose_time(
            request.actor,
            time_id=uuid_in(request, "time"),
            listing_id=listing.brief.listing_id if listing else None,
            now=timezone.now(),
        )
    except NotFound:  # called off a moment ago
        return str(REFUSALS[Refusal.TIME_TAKEN])
    except Refused as refusal:
        return str(REFUSALS[Refusal(refusal.reason)])
    wish = queries.my_talk(request.actor, language()).wish
    if wish and wish.booked:
        time = wish.booked.time
        when = {"name": time.adviser, "day": dates.day(time.on, language())}
        when["at"] = dates.clock_at(time.starts, language())
        messages.success(request, _("%(name)s meets you %(day)s %(at)s.") % when)
    return ""


def next_page(request: StegvisRequest, form: ReachForm | None, otherwise: str) -> str:
    """Where she goes on: the slip with her code when it is new, the thread when she would rather write."""
    if actions.slip_is_due(request.session):
        return reverse("people:my_code")
    if form is not None and form.way_chosen() is Way.WRITE:
        return reverse("messages:mine")
    return otherwise


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
