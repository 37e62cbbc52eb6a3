"""The way in on paper (X-09): somebody without phone or login comes by, and Ingrid writes down what she says.

The same steps as tests/journeys/way_in.py, with print-outs in place of pages; the person never touches a screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from stegvis.areas.directory.api import DocumentationMode
from stegvis.areas.groups.models import Attendance, Place, Session
from stegvis.areas.messages.models import Delivery
from stegvis.areas.people.models import Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.faults.forms import Form, forms_of, text_of
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-09")]

THURSDAY, NEXT_YEAR = NOW + timedelta(days=3), date(2027, 1, 28)
GUIDELINES = "We speak kindly to and of each other."


@dataclass
class Desk:
    """Ingrid's desk: pages she prints, and forms that she fills in with what she is told."""

    browser: Client
    words: str = ""

    def reads(self, path: str) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        self.words = text_of(answer.content.decode())
        return self.words

    def form(self, path: str, having: str) -> Form:
        """The first form on the page with this field, or with a button of this value."""
        page = self.browser.get(path).content.decode()
        for form in forms_of(page):
            if having in form.controls or having in [value for _, value in form.buttons]:
                return form
        raise AssertionError(f"no form with {having} on {path}")

    def writes(self, path: str, having: str, **said: Any) -> str:
        """Send that form with what was said; answers with the address it leads to."""
        form = self.form(path, having)
        answer = self.browser.post(urljoin(path, form.action), form.filled(**said))
        assert answer.status_code in {302, 303}, (path, text_of(answer.content.decode()))
        return urljoin(path, answer["Location"])


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def desk_of(ingrid: Actor) -> Desk:
    browser = client_of(ingrid)
    browser.cookies["language"] = "en"
    return Desk(browser)


def comes_by(desk: Desk, lunch: UUID) -> UUID:
    """A talk on paper yesterday, typed in today. The name she gives is all that is asked for."""
    assert "Talk" in desk.reads("/desk/talks/form/")
    talk = desk.writes("/desk/talks/", "new", nickname="Solveig", do="new")
    said = {f"{lunch}-choice": "now", f"{lunch}-by_person": "on", f"{lunch}-by_adviser": "on"}
    desk.writes(talk, "hold", **said, held_on=str((NOW - timedelta(days=1)).date()), do="hold")
    return Participant.objects.get().pk


def is_introduced(desk: Desk, who: UUID, lunch: UUID) -> None:
    """Ingrid reads it aloud or hands over the print-out, and ticks what they have come to."""
    page = f"/desk/introductions/{who}/{lunch}/"
    assert GUIDELINES in desk.reads(page)
    ticks = [name for name in desk.form(page, "promise-read").controls if name.endswith("-read")]
    desk.writes(page, "promise-read", **dict.fromkeys(ticks, "on"))
    assert "Solveig has been introduced to everything here." in desk.reads(page)


@pytest.mark.requirement("S1-12")
@pytest.mark.requirement("S1-17")
@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-19")
def test_somebody_without_a_phone_comes_to_the_centre(clock: Any):
    centre = an_organisation(phone="55 51 00 00", guidelines=GUIDELINES)
    lunch = an_offering(centre.pk, documentation=DocumentationMode.WITH_NAMES)
    ingrid = an_actor(centre, Role.ADVISER)
    round_id = a_round(ingrid, lunch.pk, until_on=NEXT_YEAR)
    desk = desk_of(ingrid)
    with given(ingrid):
        meetings = list(Session.objects.filter(round_id=round_id).order_by("starts_at"))

        assert "Thursday lunch" in desk.reads(f"/offerings/{lunch.slug}/card/")
        solveig = comes_by(desk, lunch.pk)
        _takes_the_place(desk, solveig, round_id)
        is_introduced(desk, solveig, lunch.pk)
        wall = desk.reads("/desk/wall/")
        assert "Thursday lunch" in wall
        assert "Solveig" not in wall

        _is_told_that_a_meeting_is_called_off(desk, meetings[1].pk)
        clock.move_to(THURSDAY)
        desk = desk_of(ingrid)
        assert "Solveig" in desk.reads(f"/desk/sessions/{meetings[0].pk}/list/")
        desk.writes(f"/desk/sessions/{meetings[0].pk}/", "participant", participant=str(solveig), do="here")

        clock.move_to(THURSDAY + timedelta(weeks=6))
        desk = desk_of(ingrid)
        assert "Solveig" in desk.reads(f"/desk/sessions/{meetings[6].pk}/")
        assert "First time" not in desk.words
        assert Attendance.objects.get().participant_id == solveig
        assert Place.objects.get().state == "held"


def _takes_the_place(desk: Desk, who: UUID, round_id: UUID) -> None:
    page = f"/desk/places/{who}/"
    answer = desk.browser.post(page, {"round": str(round_id)})
    assert answer.status_code in {302, 303}
    assert "not yet read by the participant" in desk.reads(page)


def _is_told_that_a_meeting_is_called_off(desk: Desk, meeting: UUID) -> None:
    """Who has no phone with them is told when they come by; the words to say stand in the list."""
    desk.writes(f"/desk/sessions/{meeting}/", "call_off", do="call_off")
    assert "Solveig" in desk.reads("/desk/calls/")
    assert "No number. Tell it when you meet." in desk.words
    desk.writes("/desk/calls/", "call")
    assert "Nobody to call" in desk.reads("/desk/calls/")
    assert Delivery.objects.get().state == "told"
