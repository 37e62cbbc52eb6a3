"""The pages anybody may open without saying anything about themselves: no session, no cookie but the language."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui import dates

FIT_ON_A_PHONE = 2
"""So many centres' phones fit on the front page's one screen; the rest stand on the contact page."""


@public
def front(request: StegvisRequest) -> HttpResponse:
    """Three ways in: find something to do, talk to someone, I work with people."""
    centres = _who_answers()
    context = {"centres": centres[:FIT_ON_A_PHONE], "more_centres": len(centres) > FIT_ON_A_PHONE}
    return render(request, "faces/front.html", context)


@public
def contact(request: StegvisRequest) -> HttpResponse:
    """Whom to talk to, and when they are there. Nothing here asks who you are (S2-05)."""
    return render(request, "faces/contact.html", {"centres": _who_answers()})


@public
def leave_about(request: StegvisRequest) -> HttpResponse:
    """What Leave does, and honestly what it cannot hide (X-01, X-17)."""
    return render(request, "faces/leave_about.html")


def _who_answers() -> list[people.OrganisationShown]:
    """The organisations that somebody can call, by name; first those that answer in the reader's language."""
    reader = dates.known(translation.get_language() or "en")
    centres = [organisation for organisation in people.organisations() if organisation.phone]
    return sorted(centres, key=lambda organisation: organisation.language != reader)
