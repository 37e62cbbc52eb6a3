"""The gallery: every part of the design system in every state, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stegvis.kernel.http import public
from stegvis.ui.gallery import content
from stegvis.ui.icons import ICONS


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """All parts. `?scheme=dark` shows the dark colours whatever the browser prefers."""
    scheme = "dark" if request.GET.get("scheme") == "dark" else "auto"
    return render(request, "ui/gallery.html", content() | {"icons": sorted(ICONS), "scheme": scheme})
