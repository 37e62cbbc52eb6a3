"""My page: what is next, my groups, my talk, people I can call. Next step first, history last."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from stegvis.areas.admission import api as admission
from stegvis.areas.groups import api as groups
from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates

from ..rights import ME


@needs(ME)
def me(request: StegvisRequest) -> HttpResponse:
    """The participant's own start page. Counts nothing, asks nothing, reminds of nothing (S2-06)."""
    language = dates.known(translation.get_language() or "en")
    places = groups.my_places(request.actor, timezone.now(), language)
    context = {
        "next": next((place for place in places if place.round.next_session), None),
        "places": places,
        "my_talk": admission.my_talk(request.actor, language),
        "organisation": people.organisation(request.actor.organisation_id),
    }
    return render(request, "faces/me.html", context)
