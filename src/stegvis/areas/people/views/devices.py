"""Devices that somebody who works here has been in on. Never for participants: their devices are shared (X-17)."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string, salted_hmac

COOKIE = "device"
PATH = "/sign-in/"
A_YEAR = 365 * 24 * 60 * 60
MOST_NAMES = 5


def known_as(request: HttpRequest, email: str) -> str:
    """The device's own number when it has been in with this e-mail before, else an empty text."""
    number, names = _content(request)
    return number if _mark(email) in names else ""


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Know this device as one of this e-mail's. The cookie holds a random number and keyed hashes, and says nothing."""
    number, names = _content(request)
    names = [_mark(email), *(name for name in names if name != _mark(email))][:MOST_NAMES]
    response.set_cookie(
        COOKIE,
        signing.dumps([number or get_random_string(16), names], salt="people.device"),
        max_age=A_YEAR,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def forget(response: HttpResponse) -> None:
    """Know this device no more."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")


def _content(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        number, names = signing.loads(request.COOKIES.get(COOKIE, ""), salt="people.device", max_age=A_YEAR)
    except signing.BadSignature:
        return "", []
    return number, names


def _mark(email: str) -> str:
    return salted_hmac("people.device", email, algorithm="sha256").hexdigest()[:16]
