"""What the tests of this area's pages share."""

import re
from datetime import UTC, datetime

import pyotp
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from stegvis.areas.people.models import Authenticator, User
from stegvis.areas.people.rules.second_step import new_secret
from tests.factories.people import LONG_AGO, a_seat, a_user
from tests.support import given

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PASSWORD = "en setning som er lang"


def an_employee(organisation, role, *, email="ingrid@korsby.no", **fields):
    """A user with a password, in one seat."""
    user = a_user(email=email, password=make_password(PASSWORD))
    return a_seat(organisation, role, user=user, **fields)


def with_code(client: Client, code: str, **more):
    return client.post("/sign-in/", {"door": "code", "code": code, **more})


def with_password(client: Client, email="ingrid@korsby.no", password=PASSWORD, **more):
    """Only the first step: what the password alone leads to."""
    return client.post("/sign-in/", {"door": "staff", "email": email, "password": password, **more})


def an_app(user_id) -> str:
    """An app that this user has set up as second step; what it shares with us."""
    secret = new_secret()
    with given():
        Authenticator.objects.create(user_id=user_id, secret=secret, added_on=LONG_AGO)
    return secret


def shows_now(user_id) -> str:
    """The six digits that this user's app shows. A code counts once: what was used a moment ago is let be forgotten."""
    with given():
        Authenticator.objects.filter(user_id=user_id).update(last_step=0)
        return pyotp.TOTP(Authenticator.objects.get(user_id=user_id).secret).at(timezone.now())


def in_both_steps(client: Client, email="ingrid@korsby.no", password=PASSWORD, **more):
    """The password, and then what the app shows. An app is set up where there is none yet."""
    first = with_password(client, email, password, **more)
    user = User.objects.get(email=email.strip().lower())
    if not first.headers.get("Location", "").startswith("/sign-in/second/"):
        return first
    if not Authenticator.objects.filter(user=user).exists():
        an_app(user.pk)
    return client.post(first["Location"], {"way": "code", "code": shows_now(user.pk)})


def is_in(client: Client) -> bool:
    return "seat" in client.session


def body(response, *, typed="") -> str:
    """The page without what differs each time: the form's mark, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    return text.replace(typed, "") if typed else text


def change_password(user_id) -> None:
    with given():
        User.objects.filter(pk=user_id).update(password=make_password("noe helt annet her"))
