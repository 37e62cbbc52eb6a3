"""Between a request and the house: who acts, who may open a page, and what a refusal looks like."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from .actor import Actor
from .errors import NotAllowed

P = ParamSpec("P")

PUBLIC = "public"


class StegvisRequest(HttpRequest):
    """A request after our middleware: it always has an actor, if only a visitor."""

    actor: Actor
    htmx: HtmxDetails


View = Callable[Concatenate[StegvisRequest, P], HttpResponse]


def public(view: View[P]) -> View[P]:
    """A page anybody may open. It sets no session and no cookie but the language."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def needs(right: str, *, page: str = "") -> Callable[[View[P]], View[P]]:
    """A page for seats that hold `right`. Everybody else gets NotAllowed, before anything is read.

    `page`: for an address that only takes a form, the name of the page where the form stands, with the same keys.
    """

    def close(view: View[P]) -> View[P]:
        @wraps(view)
        def open_for(request: StegvisRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.actor.may(right):
                raise NotAllowed
            return view(request, *args, **kwargs)

        open_for.access = right  # type: ignore[attr-defined]
        open_for.page = page  # type: ignore[attr-defined]
        return open_for

    return close


def access_of(view: Any) -> str | None:
    """`public`, the right a view needs, or None for a view that forgot to say: the access tests fail on it."""
    return getattr(view, "access", None)


def page_of(request: HttpRequest) -> str:
    """The path of the page where the form stands that this request sends: its own, unless the view names another."""
    match = request.resolver_match
    page = getattr(match.func, "page", "") if match else ""
    if match is None or not page:
        return request.path
    return reverse(page, kwargs=match.captured_kwargs)  # type: ignore[attr-defined]
