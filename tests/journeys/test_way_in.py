"""What happens on the way in when a phone dies, a form comes twice, somebody goes back, or Leave is pressed.

The whole way stands in test_kari.py.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page, expect

from stegvis.areas.directory.api import DocumentationMode
from stegvis.areas.groups.models import Place
from stegvis.areas.people.models import Participant
from tests.journeys.conftest import DESK, Opens
from tests.journeys.keyboard import talk_by_keyboard
from tests.journeys.way_in import Reader, a_centre, button, chooses_a_time, finds_the_lunch, makes_a_code
from tests.support import given

pytestmark = pytest.mark.django_db(transaction=True)


def _session_has_ended(page: Page, cookie: str) -> None:
    """She has been away for longer than a login lasts."""
    (key,) = [one["value"] for one in page.context.cookies() if one["name"] == cookie]
    session = SessionStore(key)
    session["seen"] = 0
    session.save()


@pytest.mark.requirement("X-17")
def test_the_phone_goes_dark_in_the_middle_of_a_form_and_nothing_is_lost(opens: Opens, settings: Any):
    a_centre(DocumentationMode.WITHOUT_NAMES)
    say, typed = Reader("nb"), "Jeg lurer på om jeg kan komme litt senere."
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    kari.locator("button[name=time]").first.click()
    code = " ".join(kari.locator(".sv-slip strong").all_inner_texts())
    button(kari, say("I have it now, go on")).click()

    kari.goto("/me/messages/")
    kari.get_by_label(say("Write to us")).fill(typed)
    _session_has_ended(kari, settings.SESSION_COOKIE_NAME)
    button(kari, say("Send it to us")).click()
    kari.locator("input[name=code]").fill(code)
    button(kari, say("Log in")).click()
    expect(kari.get_by_label(say("Write to us"))).to_have_value(typed)

    kari.context.close()
    other = opens(script=False)
    other.goto("/sign-in/")
    other.locator("input[name=code]").fill(code)
    button(other, say("Log in")).click()
    other.goto("/me/talk/")
    expect(other.get_by_role("main")).to_contain_text(say("%(name)s meets you", name="Ingrid"))


@pytest.mark.requirement("S1-12")
def test_going_back_shows_things_as_they_stand_and_makes_nothing_twice(opens: Opens):
    centre, say = a_centre(DocumentationMode.WITHOUT_NAMES), Reader("nb")
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    expect(kari.locator("button[name=time]").first).to_be_visible()
    kari.go_back()
    expect(kari.get_by_label(say("What may we call you?"))).to_have_count(0)
    chooses_a_time(kari, say)
    expect(button(kari, say("I have it now, go on"))).to_have_count(0)
    kari.go_back()
    expect(kari.get_by_role("main")).not_to_be_empty()
    talk_by_keyboard(opens(size=DESK, actor=centre.ingrid))

    kari.goto(f"/join/{centre.slug}/place/")
    button(kari, say("I want to join")).click()
    expect(kari).to_have_url(re.compile(r"/me/places/"))
    kari.go_back()
    expect(button(kari, say("I want to join"))).to_have_count(0)
    expect(kari.get_by_role("main")).to_contain_text("Torsdagslunsj")
    with given(centre.ingrid):
        assert Participant.objects.count() == 1
        assert Place.objects.count() == 1


@pytest.mark.requirement("X-01")
@pytest.mark.requirement("X-17")
def test_leave_is_one_tap_from_every_page_of_hers(opens: Opens):
    a_centre(DocumentationMode.WITHOUT_NAMES)
    say = Reader("nb")
    kari = opens(script=False)
    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    for address in ("/me/", "/me/talk/", "/me/messages/", "/me/looks/", "/me/reach/"):
        kari.goto(address)
        expect(kari.get_by_role("link", name=say("Leave the page"), exact=True)).to_be_visible()
        if address != "/me/messages/":  # where it leads
            talk = kari.get_by_role("link", name=say("I would like to talk to someone"))
            expect(talk.first).to_be_visible()
    kari.get_by_role("link", name=say("Leave the page"), exact=True).click()
    expect(kari).to_have_title("Weather")
    kari.goto("/me/")
    expect(kari.locator("body")).not_to_contain_text("Kari")
