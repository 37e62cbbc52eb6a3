"""What every area's views share: how a form is answered, the page's language, and ids that a form sent."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from stegvis.kernel.errors import NotFound

from . import dates

UNPROCESSABLE = 422


class SeeOther(HttpResponseRedirect):
    """Done: the page to look at now. Reloading it sends nothing again."""

    status_code = 303


def refused(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page again, with what was typed and what is possible instead."""
    return render(request, template, context, status=UNPROCESSABLE)


def language() -> str:
    """The page's language, one of our four."""
    return dates.known(get_language() or "en")


def uuid_in(request: HttpRequest, name: str) -> UUID:
    """The key that a form sent. Raises NotFound for what is none: it looks like one that is unknown."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise NotFound from None
