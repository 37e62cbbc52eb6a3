"""What the views of this area share: answering a form, and the page's language."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language

from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest
from stegvis.ui import dates

UNPROCESSABLE = 422


class SeeOther(HttpResponseRedirect):
    """Done: the page to look at now. Reloading it sends nothing again."""

    status_code = 303


def language() -> str:
    """The page's language, one of our four."""
    return dates.known(get_language() or "en")


def refused(request: StegvisRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page again, with what was typed and what is possible instead."""
    return render(request, template, context, status=UNPROCESSABLE)


def uuid_in(request: StegvisRequest, name: str) -> UUID:
    """What a form names. Raises NotFound when it names nothing that could be."""
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise NotFound from None
