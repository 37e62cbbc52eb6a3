"""The participant's page of all that is about her, and where she decides over it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stegvis.kernel import menus
from stegvis.kernel.http import StegvisRequest, needs

from ..policy import SEE_OWN_LOOKS


@needs(SEE_OWN_LOOKS)
@require_safe
def mine(request: StegvisRequest) -> HttpResponse:
    """Where to see who has looked, take a copy, decide and leave: the lines that the areas have put there."""
    return render(request, "privacy/mine.html", {"lines": menus.of(request.actor, menus.Face.MINE)})
