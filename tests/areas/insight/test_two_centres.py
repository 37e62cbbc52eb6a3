"""Two centres side by side: staffing minimums, rules, guidelines and what people read do not reach across (S1-35)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from stegvis.areas.agreements import actions as agreements
from stegvis.areas.agreements import api as agreed
from stegvis.areas.directory.models import Listing, Offering
from stegvis.areas.people import api as people
from stegvis.areas.people.models import Organisation
from stegvis.areas.remarks import api as remarks
from stegvis.areas.remarks.queries.guideline import guideline
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.staffing.scene import first_of, on_duty, somebody_employed
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.support import given


def a_centre_with_a_walk(employees: int) -> tuple[Actor, Any]:
    """A manager, and the first meeting of a walk whose assessment asks for so many employees."""
    centre = an_organisation()
    manager = somebody_employed(centre, "Berit", Role.MANAGER)
    listing = an_offering(centre.pk)
    _ask_for(manager, listing, employees)
    session = first_of(manager, a_round(manager, listing.pk))
    on_duty(manager, session, somebody_employed(centre, "Odd"))
    return manager, session


def _ask_for(actor: Actor, listing: Listing, employees: int) -> None:
    with given(actor):
        Offering.objects.filter(listing=listing).update(employees_needed=employees)


@pytest.mark.requirement("S1-35")
def test_the_same_staffing_is_enough_here_and_too_little_there(db: None):
    (here, walk_here), (there, walk_there) = a_centre_with_a_walk(1), a_centre_with_a_walk(2)
    one, two = (
        staffing.staffed(actor, [session.pk], NOW)[session.pk]
        for actor, session in ((here, walk_here), (there, walk_there))
    )
    assert (one.needed, one.can_be_held) == (1, True)
    assert (two.needed, two.can_be_held) == (2, False)
    with given(here):
        listing = walk_here.round.listing
    _ask_for(here, listing, 5)
    assert staffing.staffed(there, [walk_there.pk], NOW)[walk_there.pk] == two


@pytest.mark.requirement("S1-35")
def test_rules_and_guidelines_of_one_centre_are_not_the_others(db: None):
    here, there = (an_actor(an_organisation(), Role.MANAGER) for _centre in range(2))
    base, wall = agreed.base_rules(there), guideline(there)
    mine = agreed.base_rules(here)
    agreements.write_base_rules(here, after=mine.number, rules=list(reversed(mine.rules)), now=NOW)
    written = {"nb": remarks.to_begin_with("nb")}
    remarks.write_guideline(here, written=written, note_days=7, based_on=0, now=NOW + timedelta(hours=1))
    assert agreed.base_rules(here) != mine
    assert guideline(here) is not None
    assert agreed.base_rules(there) == base
    assert guideline(there) == wall


# The page of the house


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER, name="Berit")


def form_of(manager: Client, **changed: str) -> dict[str, str]:
    page = manager.get("/desk/house/").content.decode()
    mark = page.split('name="mark" value="')[1].split('"')[0]
    plain = {"mark": mark, "minimum_age": "18", "quiet_from": "20:00", "quiet_until": "09:00"}
    return plain | changed


@pytest.mark.requirement("S1-35")
def test_limits_rules_and_texts_are_set_on_one_page(berit: Actor):
    manager = client_of(berit)
    manager.cookies["language"] = "en"
    page = manager.get("/desk/house/").content.decode()
    for address in ("/desk/about/", "/desk/base-rules/", "/desk/remarks/"):
        assert f'href="{address}"' in page
    sent = form_of(manager, phone="55 51 00 00", guidelines="We listen.")
    assert manager.post("/desk/house/", sent).status_code == 303
    page = manager.get("/desk/house/").content.decode()
    assert "55 51 00 00" in page
    assert "We listen." in page


@pytest.mark.requirement("S2-01")
def test_younger_people_need_a_plan_and_the_page_says_so(berit: Actor):
    manager = client_of(berit)
    manager.cookies["language"] = "en"
    answer = manager.post("/desk/house/", form_of(manager, minimum_age="16", phone="12 34"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Anybody under 18 needs a plan from you." in page
    assert 'value="12 34"' in page
    plan = {"age_policy": "Together with somebody they trust.", "age_responsible": str(berit.seat_id)}
    assert manager.post("/desk/house/", form_of(manager, minimum_age="16", **plan)).status_code == 303


@pytest.mark.requirement("S2-01")
def test_the_managers_desk_says_so_when_nobody_is_chosen_for_the_young(berit: Actor, centre: Organisation):
    ingrid = an_actor(centre, Role.ADVISER, until_on=(timezone.now() + timedelta(days=1)).date())
    manager = client_of(berit)
    manager.cookies["language"] = "en"
    plan = {"age_policy": "Together with somebody they trust.", "age_responsible": str(ingrid.seat_id)}
    manager.post("/desk/house/", form_of(manager, minimum_age="16", **plan))
    assert "Those under 18" not in manager.get("/desk/").content.decode()
    people.let_manager_answer_for_the_young(
        Actor.housekeeper(centre.pk), now=timezone.now() + timedelta(days=3)
    )
    assert "Those under 18 who come here" in manager.get("/desk/").content.decode()
    assert "Nobody is responsible" not in manager.get("/desk/house/").content.decode()
    manager.post(
        "/desk/house/", form_of(manager, minimum_age="16", **plan | {"age_responsible": str(berit.seat_id)})
    )
    assert "Those under 18 who come here" not in manager.get("/desk/").content.decode()


def test_two_who_change_the_house_see_both_and_choose(berit: Actor, centre: Organisation):
    manager, coordinator = client_of(berit), client_of(an_actor(centre, Role.COORDINATOR))
    late = form_of(coordinator, place="Lindby")
    manager.post("/desk/house/", form_of(manager, place="Korsby"))
    answer = coordinator.post("/desk/house/", late)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Korsby" in page
    assert "Lindby" in page
    mark = page.split('name="mark" value="')[1].split('"')[0]
    assert coordinator.post("/desk/house/", late | {"mark": mark}).status_code == 303


def test_who_does_not_decide_reads_and_has_no_form(centre: Organisation):
    employee = client_of(an_actor(centre, Role.EMPLOYEE))
    page = employee.get("/desk/house/").content.decode()
    assert 'name="minimum_age"' not in page
    assert employee.post("/desk/house/", {}).status_code == 403
