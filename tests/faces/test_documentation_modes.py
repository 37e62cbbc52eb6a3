"""The way in, from contact to the session, in each documentation mode: what stands in the tables afterwards (X-15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.db import models
from django.test import Client
from django.urls import reverse

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.models import Talk
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups.models import Session
from stegvis.areas.people.models import Participant, Seat
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.architecture.tables import our_models
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-15")]

THURSDAY = NOW + timedelta(days=3)
SECRET = "cup path birch rain"
TOLD = "Solstrålen has told us this"
"""What an adviser types wherever a page lets her."""

HERS_IN_ANY_MODE = {
    "people.Participant",  # the nickname she gave
    "admission.TalkRequest",  # that she would like a talk, until it is held
    "admission.Talk",  # the day of the talk
    "admission.OfferingChoice",  # her own choices: her copy
    "groups.Place",  # what she takes part in
}
"""What she makes herself, or what is her own copy. `messages.Letter` would be too, had she written."""


@dataclass
class Walk:
    """Kari on her way in, with Ingrid at the desk; `status` is what each step answered."""

    mode: DocumentationMode
    ingrid: Actor
    kari: Actor
    participant_id: UUID
    session_id: UUID
    status: dict[str, int]


@pytest.fixture(params=list(DocumentationMode), ids=lambda mode: mode.value)
def walked(request: pytest.FixtureRequest) -> Iterator[Walk]:
    with time_machine.travel(NOW, tick=False) as clock:
        centre = an_organisation(phone="55 51 00 00")
        lunch = an_offering(centre.pk, documentation=request.param)
        ingrid = an_actor(centre, Role.ADVISER)
        round_id = a_round(ingrid, lunch.pk)
        status: dict[str, int] = {}
        hers, desk = _browser(), _browser(ingrid)

        status["offering"] = hers.get(f"/offerings/{lunch.slug}/").status_code
        newcomer = {"nickname": "Kari", "over_minimum_age": "yes", "secret": SECRET}
        status["code"] = hers.post(f"/join/{lunch.slug}/", newcomer).status_code
        status["wish"] = hers.post(f"/join/{lunch.slug}/", {"way": "come_by"}).status_code
        kari = _who_came(centre.pk)
        with given(centre.pk):
            participant_id = Participant.objects.get().pk
            session_id = Session.objects.order_by("starts_at")[0].pk

        talk = f"/desk/talks/{admission.start_talk(ingrid, participant_id=participant_id, now=NOW)}/"
        status["talk"] = desk.get(talk).status_code
        status["held"] = desk.post(talk, _all_that_can_be_typed(lunch.pk)).status_code
        status["place"] = hers.post(f"/join/{lunch.slug}/place/", {"round": round_id}).status_code

        clock.move_to(THURSDAY)
        hers, desk = _browser(kari), _browser(ingrid)
        meeting = reverse("groups:session", args=[session_id])
        status["here"] = desk.post(meeting, {"do": "here", "participant": participant_id}).status_code
        status["count"] = desk.post(meeting, {"do": "count", "came": 7}).status_code
        status["my page"] = hers.get("/me/").status_code
        yield Walk(request.param, ingrid, kari, participant_id, session_id, status)


def _browser(actor: Actor | None = None) -> Client:
    client = client_of(actor or Actor.visitor())
    client.cookies["language"] = "en"
    return client


def _who_came(organisation_id: UUID) -> Actor:
    with given(organisation_id):
        seat = Seat.objects.get(role=Role.PARTICIPANT)
    return Actor.in_seat(
        organisation_id=organisation_id, role=Role.PARTICIPANT, user_id=seat.user_id, seat_id=seat.pk
    )


def _all_that_can_be_typed(listing_id: UUID) -> dict[str, Any]:
    words = dict.fromkeys(("good_for_me", "good_to_know", "if_it_does_not_fit"), TOLD)
    ticks = {f"{listing_id}-by_person": "on", f"{listing_id}-by_adviser": "on", f"{listing_id}-choice": "now"}
    return words | ticks | {"greeting": "greet", "review_on": "2027-01-15", "version": 1, "do": "hold"}


def _rows_about(walk: Walk) -> set[str]:
    """The tables in which a row belongs to her: she herself, what points to her, and what hangs below that."""
    found = set()
    with given(walk.ingrid):
        for model in our_models():
            for path in _paths_to_her(model):
                if model._default_manager.filter(**{path: walk.participant_id}).exists():
                    found.add(model._meta.label)
    return found


def _paths_to_her(model: type[models.Model]) -> Iterator[str]:
    if model is Participant:
        yield "pk"
    for field in model._meta.local_fields:
        target = field.related_model
        if target is Participant:
            yield field.name
        elif isinstance(target, type) and target is not model:
            below = [one for one in target._meta.local_fields if one.related_model is Participant]
            yield from (f"{field.name}__{one.name}" for one in below)


def _texts_of_the_house(walk: Walk) -> Iterator[str]:
    """Every text in every row of every table."""
    with given(walk.ingrid):
        for model in our_models():
            texts = [
                one.name
                for one in model._meta.local_fields
                if isinstance(one, models.CharField | models.TextField)
            ]
            for row in model._default_manager.values_list(*texts) if texts else []:
                yield from (f"{model._meta.label}: {text}" for text in row if text)


def test_the_way_in_is_open_in_every_mode(walked: Walk):
    """Who is here is noted where something may be written; how many came is counted everywhere."""
    steps = {name: code for name, code in walked.status.items() if name != "here"}
    assert {name: code for name, code in steps.items() if code not in {200, 303}} == {}
    assert walked.status["here"] == (422 if walked.mode is DocumentationMode.NONE else 303)
    with given(walked.ingrid):
        assert Session.objects.get(pk=walked.session_id).came == 7


def test_only_her_own_rows_stand_in_the_tables_where_nothing_is_written(walked: Walk):
    found = _rows_about(walked)

    assert found >= {"people.Participant", "admission.Talk", "admission.OfferingChoice", "groups.Place"}
    if walked.mode is DocumentationMode.NONE:
        assert found - HERS_IN_ANY_MODE == set()
    else:
        assert "groups.Attendance" in found


def test_what_staff_typed_stays_only_where_something_may_be_written(walked: Walk):
    written, texts = walked.mode is not DocumentationMode.NONE, list(_texts_of_the_house(walked))

    assert bool([text for text in texts if TOLD in text]) is written
    assert [text for text in texts if SECRET in text] == [], "her words are a hash"
    with given(walked.ingrid):
        talk = Talk.objects.get()
        assert talk.held_on == NOW.date()
        assert bool(talk.greeting or talk.review_on) is written
        assert not [one for one in JournalEntry.objects.all() if "Kari" in f"{one.what}{one.outcome}"]


@pytest.mark.parametrize("mode", list(DocumentationMode), ids=lambda mode: mode.value)
def test_staff_make_a_record_of_somebody_only_where_something_may_be_written(mode: DocumentationMode):
    """In mode `none`, somebody without a login is a count, not a row."""
    centre = an_organisation()
    an_offering(centre.pk, documentation=mode)
    answer = _browser(an_actor(centre, Role.ADVISER)).post("/desk/talks/", {"do": "new", "nickname": "Mona"})
    with given(centre.pk):
        made = Participant.objects.filter(organisation_id=centre.pk).count()

    assert (answer.status_code, made) == ((422, 0) if mode is DocumentationMode.NONE else (303, 1))
