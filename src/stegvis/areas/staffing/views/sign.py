"""The sign in the door: open until when, or closed, ring first. For everybody in the street, without a login."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.http import StegvisRequest, public

from .. import queries

SECONDS = "60"


@public
@require_safe
def sign(request: StegvisRequest, slug: str) -> HttpResponse:
    """How the door stands at this moment, worked out anew each time: no worker has to run for it to turn (S1-26).

    The page comes again by itself every minute, unless `?still=yes`: for whoever has it read aloud.
    """
    house, now = people.organisation(people.organisation_id_of(slug)), timezone.now()
    door = queries.door(Actor.visitor(house.id), now)
    is_still = request.GET.get("still") == "yes"
    with timezone.override(ZoneInfo(house.time_zone)):
        answer = render(
            request, "staffing/sign.html", {"house": house, "door": door, "now": now, "is_still": is_still}
        )
    if not is_still:
        answer["Refresh"] = SECONDS
    patch_cache_control(answer, no_store=True)
    return answer
