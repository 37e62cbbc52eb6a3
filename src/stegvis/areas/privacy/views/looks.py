"""The participant's own page about who has looked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stegvis.kernel.http import StegvisRequest, needs

from .. import api
from ..policy import SEE_OWN_LOOKS


@needs(SEE_OWN_LOOKS)
@require_safe
def looks(request: StegvisRequest) -> HttpResponse:
    """Who has looked, by day. Opening it is no look: it is hers."""
    return render(
        request, "privacy/looks.html", {"page": api.my_looks(request.actor, request.GET.get("page", ""))}
    )
