"""Showing, pausing and closing offerings: only complete ones are seen."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.actions import showing, writing
from stegvis.areas.directory.rules import (
    Aim,
    JoiningRule,
    Part,
    Refusal,
    State,
    Step,
)
from stegvis.areas.people.models import Seat
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from tests.factories.directory import (
    NOW,
    TODAY,
    a_complete_draft,
    a_draft,
    a_published_offering,
    in_index,
    journal_of,
    shown,
    write,
)
from tests.factories.people import LONG_AGO
from tests.support import given

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S1-01")
def test_without_an_aim_it_is_not_shown_with_one_it_is(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    write(adviser, listing_id, {Step.JOINING: {"aims": []}})
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert refusal.value.reason is Refusal.NOT_COMPLETE
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.AIM]
    assert shown(adviser, listing_id).state is State.DRAFT
    write(adviser, listing_id, {Step.JOINING: {"aims": [Aim.GOOD_CHOICES]}})
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


def test_without_the_rule_an_empty_offering_would_be_shown(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    """The guard: with the rule away, a title alone is shown to people."""
    listing_id = a_draft(adviser)
    monkeypatch.setattr(showing, "missing", lambda description: [])
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


@pytest.mark.requirement("S2-04")
def test_when_the_responsible_has_left_nothing_is_shown_before_somebody_else_is(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    with given(adviser):
        Seat.objects.filter(pk=adviser.seat_id).update(until_on=LONG_AGO)
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.RESPONSIBLE]


@pytest.mark.requirement("S1-09")
def test_a_closed_group_whose_start_has_passed_needs_a_new_one(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    write(
        adviser, listing_id, {Step.JOINING: {"joining": JoiningRule.START_OF_ROUND, "next_start_on": TODAY}}
    )
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW + timedelta(days=1))
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.NEXT_START]
    directory.publish(adviser, listing_id=listing_id, now=NOW)


@pytest.mark.parametrize(
    ("step", "field", "empty"),
    [
        pytest.param(Step.JOINING, "participation_kinds", [], marks=pytest.mark.requirement("S1-04")),
        pytest.param(Step.JOINING, "joining", "", marks=pytest.mark.requirement("S1-09")),
        pytest.param(Step.JOINING, "guidelines", "", marks=pytest.mark.requirement("S1-10")),
        pytest.param(Step.WHO, "audience", "", marks=pytest.mark.requirement("S1-11")),
        pytest.param(Step.STAFFING, "employees_needed", 0, marks=pytest.mark.requirement("S1-24")),
        pytest.param(Step.WHEN, "frame", "", marks=pytest.mark.requirement("S1-36")),
        pytest.param(Step.GROUND, "professional_reason", "", marks=pytest.mark.requirement("S2-04")),
        pytest.param(Step.WHAT, "category", "", marks=pytest.mark.requirement("S2-12")),
        pytest.param(Step.GROUND, "knowledge_on", None, marks=pytest.mark.requirement("S2-13")),
        pytest.param(Step.GROUND, "user_needs", "", marks=pytest.mark.requirement("S2-16")),
    ],
)
def test_what_people_see_stays_complete(adviser: Actor, step: Step, field: str, empty: Any):
    listing_id = a_published_offering(adviser)
    before = shown(adviser, listing_id)
    with pytest.raises(Refused) as refusal:
        write(adviser, listing_id, {step: {field: empty}})
    assert refusal.value.reason is Refusal.SHOWN_AND_LEFT_EMPTY
    assert shown(adviser, listing_id) == before


def test_without_the_check_an_incomplete_offering_would_stay_shown(
    adviser: Actor, monkeypatch: pytest.MonkeyPatch
):
    """The guard: with the check away, people see an offering without an aim."""
    listing_id = a_published_offering(adviser)
    monkeypatch.setattr(writing, "left_empty", lambda description, step: [])
    write(adviser, listing_id, {Step.JOINING: {"aims": []}})
    offering = shown(adviser, listing_id)
    assert offering.state is State.PUBLISHED
    assert [lack.code for lack in offering.missing] == [Part.AIM]


def test_a_change_of_what_people_see_reaches_search(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    read_again: list[UUID] = []
    monkeypatch.setattr(writing, "index_listings", read_again.extend)
    draft = a_draft(adviser, title="Kladd")
    listing_id = a_published_offering(adviser)
    write(adviser, draft, {Step.WHAT: {"content": "Ikke ferdig."}})
    assert read_again == []
    write(adviser, listing_id, {Step.WHAT: {"content": "Vi baker."}})
    assert read_again == [listing_id]


def test_a_pause_takes_it_out_of_sight_and_publishing_brings_it_back(adviser: Actor):
    listing_id = a_published_offering(adviser)
    assert in_index(adviser, listing_id)
    directory.pause(adviser, listing_id=listing_id, told="Vi tar en pause.", now=NOW)
    assert shown(adviser, listing_id).state is State.PAUSED
    assert not in_index(adviser, listing_id)
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


def test_what_is_closed_stays_closed_and_can_be_copied(adviser: Actor):
    listing_id = a_published_offering(adviser)
    directory.close(adviser, listing_id=listing_id, told="Det er slutt.", now=NOW)
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert refusal.value.reason is Refusal.CLOSED_STAYS_CLOSED
    copied = directory.copy(adviser, listing_id=listing_id, title="Torsdagslunsj igjen", now=NOW)
    assert shown(adviser, copied).state is State.DRAFT


def test_pressing_publish_twice_does_no_harm(adviser: Actor):
    listing_id = a_published_offering(adviser)
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert journal_of(adviser, listing_id).count(("directory.published", "")) == 1
