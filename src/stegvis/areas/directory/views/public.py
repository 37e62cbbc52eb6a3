"""One offering for anybody: the page, and the card that prints. No session, no cookie but the language."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from stegvis.areas.people import api as people
from stegvis.kernel import panels
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui import dates

from .. import texts
from ..api import ListingShown, public_listing
from ..queries.about import tells
from ..queries.public import public_notice
from ..rules import JoiningRule, ListingKind
from .cards import card as card_of


@public
def offering(request: StegvisRequest, slug: str) -> HttpResponse:
    """Everything a newcomer wants to know before the first time (S1-09, S1-10, S1-11, S1-36)."""
    try:
        shown = public_listing(slug=slug, language=_language())
    except NotFound:
        return _away(request, slug)
    return render(request, "directory/offering.html", _context(shown, timezone.now()))


def _away(request: StegvisRequest, slug: str) -> HttpResponse:
    """It rests or has ended: why not, in the house's words, and what there is instead (S2-09). Raises NotFound."""
    notice = public_notice(slug=slug, language=_language())
    context = {
        "notice": notice,
        "phone": people.organisation(notice.organisation_id).phone,
        "alternatives": [card_of(brief, _language()) for brief in notice.alternatives],
    }
    return render(request, "directory/offering_away.html", context)


@public
def card(request: StegvisRequest, slug: str) -> HttpResponse:
    """The same in short, to print and to take along. Says what, when and where, and nothing about for whom."""
    shown = public_listing(slug=slug, language=_language())
    address = request.build_absolute_uri(reverse("directory:offering", args=[slug]))
    return render(request, "directory/card.html", {**_context(shown, timezone.now()), "address": address})


def _context(shown: ListingShown, now: datetime) -> dict[str, Any]:
    language = _language()
    ours = shown.brief.kind is not ListingKind.IMPORTED
    organisation = people.organisation(shown.brief.organisation_id)
    visitor = Actor.visitor(shown.brief.organisation_id)
    parts = panels.of(panels.Page.OFFERING, visitor, shown.brief.listing_id, now)
    just_come = any(panel.just_come for panel in parts)
    return {
        "shown": shown,
        "words": shown.words,
        "three_lines": (shown.words.content, shown.words.frame, shown.words.method),
        "card": card_of(shown.brief, language),
        "organisation": organisation,
        "phone": shown.phone or organisation.phone if ours else shown.phone,
        "where": _where(shown),
        "language_note": _language_note(shown, language),
        "joining": _joining(shown, now),
        "can_be_joined": shown.brief.kind is ListingKind.OFFERING and shown.gated and not just_come,
        "just_come": just_come,
        "join_href": f"/join/{shown.brief.slug}/",
        "alternatives": [card_of(brief, language) for brief in shown.alternatives],
        "panels": parts,
        "ours": ours,
        "about_href": reverse("directory:about", args=[organisation.slug])
        if ours and tells(organisation)
        else "",
    }


def _joining(shown: ListingShown, now: datetime) -> dict[str, Any] | None:
    """One rule in words (S1-09); a group that is closed until its next round also says when that starts."""
    joining = shown.joining
    if joining is None:
        return None
    at_start = joining.rule is JoiningRule.START_OF_ROUND
    start = joining.next_start_on
    return {
        "rule": texts.WHEN_YOU_CAN_JOIN[joining.rule] if joining.rule else None,
        "at_start": at_start,
        "next_start_on": start if at_start and start and start >= timezone.localdate(now) else None,
        "aims": [texts.AIMS[aim] for aim in joining.aims],
        "participation": [texts.HOW_YOU_HAVE_A_SAY[kind] for kind in joining.participation_kinds],
    }


def _where(shown: ListingShown) -> str:
    """ "Storgata 4, Korsby"; a place that the address names already is not said twice."""
    address, place = shown.address.text, shown.brief.place
    return ", ".join(part for part in (address, place if place not in address else "") if part)


def _language_note(shown: ListingShown, language: str) -> Any:
    """Says so when the words, or some of them, are not in the reader's language."""
    title = shown.words.title.language
    if title and title != language:
        return texts.ONLY_IN.get(title)
    parts = (getattr(shown.words, part) for part in shown.words.__slots__)
    others = [said.language for said in parts if said and said.language != language]
    return texts.PARTLY_IN.get(others[0]) if others else None


def _language() -> str:
    return dates.known(translation.get_language() or "en")
