"""Who answers for an offering when she who did has left (S2-04)."""

from datetime import timedelta

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory import tasks, texts
from stegvis.areas.directory.queries.handing import answered_meanwhile
from stegvis.areas.directory.rules import Part, Step
from stegvis.areas.people import api as people
from stegvis.areas.people.actions import hand_over
from stegvis.areas.people.models import Organisation
from stegvis.areas.people.queries import seat_page
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.directory import NOW, a_complete_draft, a_published_offering, journal_of, shown, write
from tests.factories.people import an_actor
from tests.support import given

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def berit(adviser: Actor) -> Actor:
    """The manager, in the house of the adviser."""
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    return an_actor(centre, Role.MANAGER, name="Berit", is_taken=True)


@pytest.mark.requirement("S2-04")
def test_a_manager_answers_from_the_day_after_the_last_until_somebody_is_chosen(adviser: Actor, berit: Actor):
    lunch, draft = a_published_offering(adviser), a_complete_draft(adviser, title="Walk")
    (charge,) = seat_page(berit, adviser.seat_id, now=NOW).charges
    assert charge.meanwhile == texts.MANAGER_ANSWERS
    people.end_seat(berit, seat_id=adviser.seat_id, last_on=NOW.date(), now=NOW)

    tasks.let_manager_answer(NOW)
    assert shown(berit, lunch).written[Step.GROUND]["responsible"] == adviser.seat_id, "she is here today"
    for _ in range(2):
        tasks.let_manager_answer(TOMORROW)

    stands = directory.desk_offering(berit, lunch, today=TOMORROW.date())
    assert (stands.written[Step.GROUND]["responsible"], stands.missing) == (berit.seat_id, [])
    assert journal_of(berit, lunch).count(("directory.manager_answers", "ground")) == 1
    not_shown = directory.desk_offering(berit, draft, today=TOMORROW.date())
    assert [lack.code for lack in not_shown.missing] == [Part.RESPONSIBLE], "a draft waits for a choice"


@pytest.mark.requirement("S2-04")
@pytest.mark.parametrize("keeps", [True, False])
def test_the_managers_desk_says_so_until_somebody_is_chosen(adviser: Actor, berit: Actor, keeps: bool):
    lunch, walk = a_published_offering(adviser, title="Lunch"), a_published_offering(adviser, title="Walk")
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    other, eva = an_actor(centre, Role.MANAGER, name="Åse"), an_actor(centre, Role.ADVISER, name="Eva")
    people.end_seat(berit, seat_id=adviser.seat_id, now=NOW - timedelta(days=1))
    assert answered_meanwhile(berit) == []
    tasks.let_manager_answer(NOW)
    assert [one.title for one in answered_meanwhile(berit)] == ["Lunch", "Walk"]
    desk = page_of(english(berit), "/desk/")
    assert "You answer for these for now" in desk
    step = f"/desk/offerings/{lunch}/?step=ground"
    assert f'href="{step}#ground"' in desk
    assert 'name="responsible"' in page_of(english(berit), step), "and that is where it is chosen"
    for somebody_else in (other, eva):
        assert "You answer for these for now" not in page_of(english(somebody_else), "/desk/")

    taker = berit if keeps else eva
    write(berit, lunch, {Step.GROUND: {"responsible": taker.seat_id}})

    assert [one.listing_id for one in answered_meanwhile(berit)] == [walk]
    assert shown(berit, lunch).written[Step.GROUND]["responsible"] == taker.seat_id
    tasks.let_manager_answer(TOMORROW)
    assert [one.listing_id for one in answered_meanwhile(berit)] == [walk]


@pytest.mark.requirement("S2-04")
def test_who_meets_those_who_are_new_can_still_be_handed_over(adviser: Actor, berit: Actor):
    """The name on the page is another matter than who answers: it stays until somebody is chosen for it."""
    lunch = a_published_offering(adviser)
    write(adviser, lunch, {Step.WHO: {"welcomed_by": "Ingrid"}})
    people.end_seat(berit, seat_id=adviser.seat_id, now=NOW)
    tasks.let_manager_answer(NOW)
    assert [one.code for one in seat_page(berit, adviser.seat_id, now=NOW).charges] == ["directory.offerings"]

    hand_over(berit, seat_id=adviser.seat_id, takers={"directory.offerings": berit.seat_id}, now=NOW)

    assert shown(berit, lunch).written[Step.WHO]["welcomed_by"] == "Berit"
    assert seat_page(berit, adviser.seat_id, now=NOW).charges == []


def test_in_a_house_without_a_manager_the_editor_says_what_is_missing(adviser: Actor):
    lunch = a_published_offering(adviser)
    people.end_seat(Actor.housekeeper(adviser.organisation_id), seat_id=adviser.seat_id, now=NOW)
    tasks.let_manager_answer(NOW)
    assert [lack.code for lack in shown(adviser, lunch).missing] == [Part.RESPONSIBLE]


def test_only_the_house_itself_sees_to_it(adviser: Actor, berit: Actor):
    for actor in (adviser, berit):
        with pytest.raises(NotAllowed):
            directory.let_manager_answer(actor, now=NOW)
