"""Writing about an offering in small steps."""

from uuid import uuid4

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.models import Offering
from stegvis.areas.directory.rules import (
    Part,
    Refusal,
    Step,
)
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.factories.directory import (
    NOW,
    a_complete_draft,
    a_draft,
    complete_steps,
    journal_of,
    shown,
    write,
)
from tests.factories.people import LONG_AGO, an_actor
from tests.support import given

pytestmark = pytest.mark.django_db


def test_a_step_is_kept_as_it_was_written(adviser: Actor):
    listing_id = a_draft(adviser)
    steps = complete_steps(adviser)
    write(adviser, listing_id, steps)
    offering = shown(adviser, listing_id)
    for step, values in steps.items():
        for name, value in values.items():
            kept = offering.written[step][name]
            assert list(kept) == list(value) if isinstance(value, list) else kept == value
    assert offering.missing == []


def test_what_is_left_out_stays(adviser: Actor):
    listing_id = a_draft(adviser)
    write(adviser, listing_id, {Step.WHAT: {"content": "Vi spiser."}})
    write(adviser, listing_id, {Step.WHAT: {"method": "Sammen."}})
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Vi spiser."


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", "<b>Lunsj", "{{ settings.SECRET_KEY }}", "&amp;"]
)
def test_markup_is_kept_as_typed(adviser: Actor, markup: str):
    listing_id = a_draft(adviser)
    write(adviser, listing_id, {Step.WHAT: {"content": markup}})
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == markup


def test_a_text_of_ten_megabytes_is_refused_and_nothing_changes(adviser: Actor):
    listing_id = a_draft(adviser)
    with pytest.raises(Refused) as refusal:
        write(adviser, listing_id, {Step.WHAT: {"method": "Kort.", "content": "x" * 10_000_000}})
    assert refusal.value.reason is Refusal.TOO_LONG
    assert refusal.value.facts == {"field": "content", "limit": 8000}
    offering = shown(adviser, listing_id)
    assert offering.written[Step.WHAT]["method"] == ""
    assert offering.versions[Step.WHAT] == 1


def test_two_people_on_one_step_the_later_one_is_told(adviser: Actor, colleague: Actor):
    listing_id = a_draft(adviser)
    directory.save_step(
        colleague, listing_id=listing_id, step=Step.WHAT, values={"content": "Hennes"}, version=1, now=NOW
    )
    with pytest.raises(Changed):
        directory.save_step(
            adviser, listing_id=listing_id, step=Step.WHAT, values={"content": "Mine"}, version=1, now=NOW
        )
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Hennes"


def test_without_the_version_the_later_text_would_overwrite(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    """The guard: with every version taken for the current one, the first text is lost."""
    listing_id = a_draft(adviser)
    monkeypatch.setattr(Offering, "version_of", lambda self, part: 1)
    for words in ("Hennes", "Mine"):
        directory.save_step(
            adviser, listing_id=listing_id, step=Step.WHAT, values={"content": words}, version=1, now=NOW
        )
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Mine"


def test_two_people_on_different_steps_do_not_meet(adviser: Actor, colleague: Actor):
    listing_id = a_draft(adviser)
    for actor, step, values in (
        (adviser, Step.WHAT, {"content": "Vi spiser."}),
        (colleague, Step.WHO, {"audience": "Alle."}),
    ):
        assert (
            directory.save_step(actor, listing_id=listing_id, step=step, values=values, version=1, now=NOW)
            == 2
        )


def test_the_same_form_sent_twice_is_kept_once(adviser: Actor):
    listing_id = a_draft(adviser)
    versions = [
        directory.save_step(
            adviser,
            listing_id=listing_id,
            step=Step.WHAT,
            values={"content": "Vi spiser."},
            version=1,
            now=NOW,
        )
        for _ in range(2)
    ]
    assert versions == [2, 2]
    assert journal_of(adviser, listing_id).count(("directory.step_saved", "what")) == 1


def test_somebody_from_elsewhere_cannot_be_responsible(adviser: Actor, stranger: Actor):
    listing_id = a_draft(adviser)
    with pytest.raises((Refused, NotFound)):
        write(adviser, listing_id, {Step.GROUND: {"responsible": stranger.seat_id}})
    assert shown(adviser, listing_id).written[Step.GROUND]["responsible"] is None


def test_only_somebody_employed_now_can_be_responsible(adviser: Actor):
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    listing_id = a_draft(adviser)
    for actor in (
        an_actor(centre, Role.VOLUNTEER),
        an_actor(centre, Role.EMPLOYEE, until_on=LONG_AGO.replace(year=2021)),
    ):
        with pytest.raises(Refused) as refusal:
            write(adviser, listing_id, {Step.GROUND: {"responsible": actor.seat_id}})
        assert refusal.value.reason is Refusal.NOT_EMPLOYED_HERE


def test_usual_times_and_alternatives_can_be_set_alone(adviser: Actor):
    listing_id, other = a_draft(adviser), a_draft(adviser, title="Turgruppa")
    times = complete_steps(adviser)[Step.WHEN]["times"]
    directory.set_times(adviser, listing_id=listing_id, times=times, now=NOW)
    directory.set_alternatives(adviser, listing_id=listing_id, alternatives=[other], now=NOW)
    written = shown(adviser, listing_id).written
    assert written[Step.WHEN]["times"] == tuple(times)
    assert written[Step.OTHERWISE]["alternatives"] == {other}


@pytest.mark.requirement("S1-11")
def test_an_alternative_leads_to_another_open_offering_of_the_own_centre(adviser: Actor, stranger: Actor):
    listing_id, closed = a_draft(adviser), a_draft(adviser, title="Nedlagt")
    directory.close(adviser, listing_id=closed, now=NOW)
    for nowhere in (listing_id, closed, a_draft(stranger), uuid4()):
        with pytest.raises(Refused) as refusal:
            directory.set_alternatives(adviser, listing_id=listing_id, alternatives=[nowhere], now=NOW)
        assert refusal.value.reason is Refusal.LEADS_NOWHERE


@pytest.mark.requirement("S1-11")
def test_only_an_alternative_that_people_can_see_counts_as_a_way_on(adviser: Actor):
    other = a_complete_draft(adviser, title="Turgruppa")
    listing_id = a_complete_draft(adviser)
    write(adviser, listing_id, {Step.OTHERWISE: {"alternatives": [other], "contact_instead": ""}})
    assert [lack.code for lack in shown(adviser, listing_id).missing] == [Part.WAY_ON]
    directory.publish(adviser, listing_id=other, now=NOW)
    assert shown(adviser, listing_id).missing == []
