"""What every request passes on its way in, outermost first in the settings."""

from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from stegvis.areas.people import api as people
from stegvis.config import errors
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, page_of
from stegvis.kernel.roles import Role

Handler = Callable[[HttpRequest], HttpResponse]
LANGUAGES = frozenset(code for code, _ in settings.LANGUAGES)
ALSO_NORWEGIAN = frozenset({"no", "nn"})
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "code", "secret", "password", "current", "key_says"})
WITH_THE_FORM = frozenset({409, 422})
"""Answers that show the form again as it was sent."""
DEVICES = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid"),
    *("identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "payment", "picture-in-picture", "screen-wake-lock", "serial"),
    *("storage-access", "usb", "web-share", "xr-spatial-tracking"),
)
"""What a page could ask a device for. Passkeys are left out: signing in uses them, on our own pages alone, which is
what browsers hold to anyway.
"""
WAYS_OF_ASKING = ("GET", "HEAD", "POST")
A_YEAR = 365 * 24 * 60 * 60


def closed(get_response: Handler) -> Handler:
    """Let no page of ours use what a device can see, hear or tell, and no other site embed what is ours."""

    no_device = ", ".join(f"{name}=()" for name in DEVICES)

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Permissions-Policy"] = no_device
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return respond


def private(get_response: Handler) -> Handler:
    """Tell browsers to keep no copy of any page, errors among them (X-17)."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_store=True, private=True)
        return response

    return respond


def language(get_response: Handler) -> Handler:
    """The address first (`?language=`, remembered in a cookie), then the cookie, then the browser."""

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = _asked_for(request)
        code = _language_of(request, chosen)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ("Accept-Language",))
        if chosen in LANGUAGES:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=A_YEAR,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response

    return respond


def _asked_for(request: HttpRequest) -> str:
    try:
        return request.GET.get("language", "")
    except SuspiciousOperation:  # whoever needs the address's words will say what is wrong with them
        return ""


def _language_of(request: HttpRequest, chosen: str) -> str:
    for code in (chosen, request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")):
        if code in LANGUAGES:
            return code
    for wish in request.headers.get("Accept-Language", "").lower().split(","):
        code = wish.split(";")[0].strip().split("-")[0]
        if code in LANGUAGES:
            return code
        if code in ALSO_NORWEGIAN:
            return "nb"
    return settings.LANGUAGE_CODE


def actor(get_response: Handler) -> Handler:
    """Give the request its actor."""

    def respond(request: HttpRequest) -> HttpResponse:
        cast(StegvisRequest, request).actor = _actor_of(request)
        response = get_response(request)
        if request.method == "POST" and (response.status_code < 400 or response.status_code in WITH_THE_FORM):
            people.put_typed_away(request)
        return response

    return respond


def away(get_response: Handler) -> Handler:
    """After Leave, Back and Forward show an empty page for ten minutes, unless the person opens ours again (X-01)."""

    def respond(request: HttpRequest) -> HttpResponse:
        if not request.COOKIES.get(settings.AWAY_COOKIE_NAME) or not _would_show_a_page(request):
            return get_response(request)
        return render(request, "people/away.html", {"path": request.get_full_path()})

    return respond


def _would_show_a_page(request: HttpRequest) -> bool:
    if request.path in {reverse("people:leave"), reverse("people:come_back"), "/health/"}:
        return False
    return request.method in {"GET", "HEAD"} and not request.path.startswith(
        f"/{settings.STATIC_URL.lstrip('/')}"
    )


def _actor_of(request: HttpRequest) -> Actor:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Actor.visitor()
    now = timezone.now()
    leaving = request.path == reverse("people:leave")
    try:
        acting = people.actor_in_session(request.session, now=now)
    except DatabaseError:
        if not leaving:
            raise
        return Actor.visitor()  # nobody is kept from leaving by a database that is away
    if acting is None:
        if "seat" in request.session and not leaving:  # Leave ends all of it, without waiting
            people.end_session(request.session)
        return Actor.visitor()
    people.touch(request.session, now=now)
    return acting


def refusals(get_response: Handler) -> Handler:
    """Turn the house's three ways of saying no into pages that someone wrote. Nothing here is put, patched or deleted
    by an address alone: other ways of asking than a page and a form end before any view.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        if request.method not in WAYS_OF_ASKING:
            return errors.not_to_be_opened(request, HttpResponseNotAllowed(WAYS_OF_ASKING))
        _ = request.POST  # what is no form of ours ends here, whether or not a view would have read it
        response = get_response(request)
        return errors.not_to_be_opened(request, response) if response.status_code == 405 else response

    respond.process_exception = answer  # type: ignore[attr-defined]
    return respond


def answer(request: StegvisRequest, exception: Exception) -> HttpResponse | None:
    if isinstance(exception, NotFound):
        return errors.not_found(request)
    if isinstance(exception, NotAllowed):
        return _wait_for_the_same_seat(request) or errors.not_allowed(request)
    if isinstance(exception, Refused):
        return errors.refused(request, exception)
    return None


def _wait_for_the_same_seat(request: StegvisRequest) -> HttpResponse | None:
    """A form that arrives after its session ended is kept until the same seat is back, then opens again as it was."""
    if request.method != "POST" or request.actor.role is not Role.VISITOR:
        return None
    was = people.seat_that_was(request.session) if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    if was is None:
        return None
    visitor, seat_id = was
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NEVER_KEPT}
    page = page_of(request)
    people.keep_draft(visitor, seat_id=seat_id, path=page, fields=fields, now=timezone.now())
    messages.info(request, _("You had been away for a while. Log in, and what you typed is still there."))
    address = f"{reverse('people:sign_in')}?{urlencode({'next': page})}"
    return HttpResponseClientRedirect(address) if request.htmx else HttpResponseRedirect(address)
