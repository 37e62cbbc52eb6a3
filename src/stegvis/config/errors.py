"""Error pages that someone wrote. 500 and 503 need neither database nor session."""

import sys
from urllib.parse import urlencode

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template import loader
from django.urls import reverse

from stegvis.kernel.errors import NotNoted, Refused
from stegvis.kernel.http import StegvisRequest
from stegvis.kernel.keys import KeyMissing
from stegvis.kernel.roles import Role


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Unknown and somebody else's look the same."""
    return render(request, "404.html", status=404)


def not_to_be_opened(request: HttpRequest, bare: HttpResponse) -> HttpResponse:
    """An address that only takes a form was opened as a page: `bare` says nothing, so say where to go instead."""
    response = render(request, "404.html", status=bare.status_code)
    response.headers["Allow"] = bare.headers.get("Allow", "")
    return response


def not_allowed(request: StegvisRequest, exception: Exception | None = None) -> HttpResponse:
    """Nobody signed in: the way to sign in, and back here. Signed in: this page belongs to another seat."""
    if request.actor.role is Role.VISITOR and request.method in {"GET", "HEAD"}:
        return HttpResponseRedirect(
            f"{reverse('people:sign_in')}?{urlencode({'next': request.get_full_path()})}"
        )
    return render(request, "403.html", status=403)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A rule said no where no page was ready to say it better."""
    return render(request, "422.html", {"reason": refusal.reason}, status=422)


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's mark did not fit: sent from elsewhere, or the page had been open too long."""
    return render(request, "403_csrf.html", status=403)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What arrived is no request of ours: too long, too many fields, broken off, or meant for another house.

    It stands before the session and the actor, so it asks for neither.
    """
    if _database_is_away(exception):  # Django calls a session that cannot be written a bad request
        return _busy()
    if isinstance(exception, SessionInterrupted):
        return HttpResponse(loader.get_template("403.html").render(), status=403)
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent)):
        return HttpResponse(loader.get_template("413.html").render(), status=413)
    return HttpResponse(loader.get_template("400.html").render(), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke. When the database is locked or gone, say that it passes and that nothing was half saved."""
    error = sys.exc_info()[1]
    if _database_is_away(error):
        return _busy()
    if _comes_of(error, NotNoted):
        return HttpResponse(loader.get_template("503_log.html").render(), status=503)
    if _comes_of(error, KeyMissing):
        return HttpResponse(loader.get_template("503_key.html").render(), status=503)
    return HttpResponse(loader.get_template("500.html").render(), status=500)


def _busy() -> HttpResponse:
    answer = HttpResponse(loader.get_template("503.html").render(), status=503)
    answer.headers["Retry-After"] = "10"
    return answer


def _database_is_away(error: BaseException | None) -> bool:
    """Whether this came of a database that is locked, full or gone, whatever it was turned into on its way."""
    return _comes_of(error, OperationalError, InterfaceError)


def _comes_of(error: BaseException | None, *kinds: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kinds):
            return True
        error = error.__cause__ or error.__context__
    return False
