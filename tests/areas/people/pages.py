"""What the tests of this area's pages share."""

import re
from datetime import UTC, datetime

from django.contrib.auth.hashers import make_password
from django.test import Client

from stegvis.areas.people.models import User
from tests.factories.people import a_seat, a_user
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
    return client.post("/sign-in/", {"door": "staff", "email": email, "password": password, **more})


def is_in(client: Client) -> bool:
    return "seat" in client.session


def body(response, *, typed="") -> str:
    """The page without what differs each time: the form's mark, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    return text.replace(typed, "") if typed else text


def change_password(user_id) -> None:
    with given():
        User.objects.filter(pk=user_id).update(password=make_password("noe helt annet her"))
