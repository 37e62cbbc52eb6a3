"""What the views of this area share: answering a form."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest

UNPROCESSABLE = 422


class SeeOther(HttpResponseRedirect):
    """Done: the page to look at now. Reloading it sends nothing again."""

    status_code = 303


def refused(request: StegvisRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """The page again, with what was typed and what is possible instead."""
    return render(request, template, context, status=UNPROCESSABLE)


def id_in(text: str) -> UUID:
    """An id that a form sent. Raises NotFound for anything else."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
