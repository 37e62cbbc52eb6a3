"""What hangs on walls: the poster on paper, the same on a screen for anybody, and the four steps for the staff room."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, needs, public
from stegvis.ui.answers import language

from .. import policy, queries
from ..rules import Size, letters_for
from ..texts import SIZES, STEPS

SECONDS_A_LANGUAGE = 45


@needs(policy.ACT)
@require_safe
def poster(request: StegvisRequest) -> HttpResponse:
    """The poster on paper. `?in=` one of its languages, `?size=a3`. Without a guideline it says how to get one."""
    try:
        shown = queries.on_the_wall(request.actor, _wanted(request))
    except NotFound:
        return render(request, "remarks/no_poster.html", {"may_write": policy.may_write(request.actor)})
    size = Size.A3 if request.GET.get("size") == Size.A3 else Size.A4
    return render(request, "remarks/poster.html", {**_poster(shown), "size": size.value, "sizes": _sizes()})


@public
@require_safe
def wall(request: StegvisRequest, slug: str) -> HttpResponse:
    """The same for anybody who comes by, without login. Raises NotFound for an unknown house, or one without it.

    `?screen=1` is for a screen on a wall that nobody touches: only the words, going on to the next language by itself.
    """
    visitor = Actor.visitor(people.organisation_id_of(slug))
    shown = queries.on_the_wall(visitor, _wanted(request))
    on_screen = request.GET.get("screen") == "1"
    answer = render(request, "remarks/wall.html", {**_poster(shown), "screen": on_screen})
    if on_screen:
        following = shown.languages[(shown.languages.index(shown.language) + 1) % len(shown.languages)]
        address = reverse("remarks:wall", args=[slug])
        answer.headers["Refresh"] = f"{SECONDS_A_LANGUAGE}; url={address}?screen=1&in={following}"
    return answer


@needs(policy.ACT)
@require_safe
def steps(request: StegvisRequest) -> HttpResponse:
    """The four steps on one sheet, for the room where those who work here meet."""
    found = queries.guideline(request.actor)
    shown = found.in_language(language()) if found else None
    context = {"steps": STEPS, "shown_in": shown[0] if shown else "", "written": shown[1] if shown else None}
    return render(request, "remarks/steps.html", context)


def _wanted(request: StegvisRequest) -> str:
    """The language that the address names, or the page's."""
    wanted = request.GET.get("in", "")
    return wanted if wanted in dict(settings.LANGUAGES) else language()


def _poster(shown: queries.OnTheWall) -> dict[str, Any]:
    with translation.override(shown.language):
        names = dict(settings.LANGUAGES)
    return {
        "shown": shown,
        "letters": letters_for(shown.heading, shown.lines).value,
        "languages": [(code, names[code]) for code in shown.languages],
    }


def _sizes() -> list[tuple[str, Any]]:
    return [(size.value, words) for size, words in SIZES.items()]
