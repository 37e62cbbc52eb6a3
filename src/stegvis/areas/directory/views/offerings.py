"""The public list: search words and filters in the address, cards out. Works without a script."""

from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui import dates

from ..api import choices, search
from ..forms.filters import FilterForm
from .cards import card

MOST_PAGES = 10_000
PHONES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """One filter in use, in words, and the address of the same list without it."""

    words: str
    without: str


@public
def offerings(request: StegvisRequest) -> HttpResponse:
    """What there is to do, for the words and filters in the address (S2-02, S2-12)."""
    language = dates.known(translation.get_language() or "en")
    there = choices()
    form = FilterForm(request.GET, places=there.places, spoken=there.spoken)
    found = search(words=form.words(), language=language, filters=form.filters(), page=_page(request.GET))
    in_words = form.in_words()
    context = {
        "form": form,
        "words": form.words(),
        "found": found,
        "cards": [card(brief, language) for brief in found.listings],
        "active": [ActiveFilter(said, _address(request.GET, name)) for name, said in in_words.items()],
        "without_filters": _address(request.GET, *in_words),
        "without_words": _address(request.GET, "q"),
        "suggested": _address(request.GET, q=found.suggestion) if found.suggestion else "",
        "earlier": _address(request.GET, page=str(found.earlier)) if found.earlier else "",
        "later": _address(request.GET, page=str(found.later)) if found.later else "",
        "to_call": [] if found.listings else _whom_to_call(),
    }
    return render(request, "directory/offerings.html", context)


def _whom_to_call() -> list[people.OrganisationShown]:
    return [organisation for organisation in people.organisations() if organisation.phone][:PHONES_SHOWN]


def _page(query: QueryDict) -> int:
    """The page asked for, 1 for anything that is no sensible number."""
    asked = query.get("page", "1")
    return (
        min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    )


def _address(query: QueryDict, *without: str, **changes: str) -> str:
    """This list with some of the query left out or changed, always from its first page unless told otherwise."""
    kept = query.copy()
    for name in ("page", "language", *without):
        kept.pop(name, None)
    for name in [name for name, value in kept.items() if not value]:
        del kept[name]
    for name, value in changes.items():
        kept[name] = value
    written = kept.urlencode()
    return reverse("directory:offerings") + (f"?{written}" if written else "")
