"""Ways through the house: menus, languages, and the pages of a long list."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import get_language

from stegvis.ui import dates

from .library import register

UNFOLDED = 5
"""So many links of a menu, and "More", stand in two lines on a phone."""

LANGUAGES = {"nb": "Norsk", "da": "Dansk", "sv": "Svenska", "en": "English"}


@register.inclusion_tag("ui/parts/menu.html")
def menu(items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A row of links. Items have `text`, `href` and `current`. What a phone has no room for is folded under "More",
    with what it is for (`under`) above it when the items say so; where one is stands in the row, so that the fold can
    stay shut and the page begins where pages begin.
    """
    shown = len(items) if len(items) <= UNFOLDED + 1 else UNFOLDED
    here = [item for item in items[shown:] if item.get("current")]
    more: dict[str, list[Mapping[str, Any]]] = {}
    for item in items[shown:]:
        if not item.get("current"):
            more.setdefault(str(item.get("under", "")), []).append(item)
    return {"items": [*items[:shown], *here], "more": more}


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """The language switch: this page in each of the four languages."""
    current = dates.known(get_language() or "en")
    return {
        "languages": [
            {"code": code, "name": name, "href": _query(context, language=code), "current": code == current}
            for code, name in LANGUAGES.items()
        ]
    }


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Links to the pages before and after; other query parameters stay. Nothing on a single page."""
    return {
        "page": page,
        "previous": _query(context, page=page.previous_page_number()) if page.has_previous() else "",
        "next": _query(context, page=page.next_page_number()) if page.has_next() else "",
    }


def _query(context: template.Context, **changes: object) -> str:
    """The page's own query string with some parameters changed; works without a request, too."""
    request = context.get("request")
    parameters = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        parameters[name] = str(value)
    return f"?{parameters.urlencode()}"
