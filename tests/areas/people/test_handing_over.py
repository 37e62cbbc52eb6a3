"""What stands in somebody's name goes on in another's, and nobody's work is counted on the way."""

from datetime import date, time
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.models import TalkBooking, TalkTime
from stegvis.areas.directory.models import Listing, Offering
from stegvis.areas.directory.rules import State
from stegvis.areas.groups.models import Round
from stegvis.areas.messages.models import Message
from stegvis.areas.people import actions, queries
from stegvis.areas.people.models import Participant
from stegvis.areas.people.rules import Reason
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.models import ClosedDoor, Look
from stegvis.kernel.roles import Role
from tests.areas.people.test_staff import a_manager, refusal
from tests.factories.admission import NOW as MONDAY
from tests.factories.admission import an_offering
from tests.factories.groups import a_round
from tests.factories.people import a_seat, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


def an_adviser_with_things(centre) -> tuple[Actor, UUID, UUID]:
    """Ingrid receives in a round and has a time that Kari has chosen; gives her, the round, and Kari's time."""
    ingrid, kari = an_actor(centre, Role.ADVISER, name="Ingrid"), an_actor(centre, Role.PARTICIPANT)
    round_id = a_round(ingrid, an_offering(centre.pk).pk)
    times = {"first_on": date(2026, 11, 25), "weeks": 1, "starts": time(12), "until": time(13), "minutes": 30}
    admission.offer_times(ingrid, **times, place="", now=MONDAY)
    with given(centre.pk):
        time_id = TalkTime.objects.order_by("starts_at").first().pk
    admission.choose_time(kari, time_id=time_id, now=MONDAY)
    return ingrid, round_id, time_id


EVERYTHING = ("admission.times", "groups.rounds")


def test_what_stands_in_a_name_is_told_and_handed_over_and_never_counted():
    centre = an_organisation()
    berit, siri = a_manager(centre), an_actor(centre, Role.ADVISER, name="Siri")
    ingrid, round_id, time_id = an_adviser_with_things(centre)

    page = queries.seat_page(berit, ingrid.seat_id, now=MONDAY)
    assert tuple(charge.code for charge in page.charges) == EVERYTHING
    assert [taker.name for taker in page.charges[0].takers] == ["Siri"], "talks are for advisers"
    assert {taker.name for taker in page.charges[1].takers} == {"Berit", "Siri"}
    with CaptureQueriesContext(connection) as asked:
        queries.seat_page(berit, ingrid.seat_id, now=MONDAY)
    assert not [one["sql"] for one in asked if "COUNT(" in one["sql"].upper()]

    takers = dict.fromkeys(EVERYTHING, siri.seat_id)
    actions.hand_over(berit, seat_id=ingrid.seat_id, takers=takers, now=MONDAY)

    with given(centre.pk):
        assert Round.objects.get(pk=round_id).welcomed_by_id == siri.seat_id
        assert {row.adviser_id for row in TalkTime.objects.all()} == {siri.seat_id}
        assert TalkBooking.objects.get().time_id == time_id
        assert Message.objects.filter(kind="admission.another_adviser").count() == 1
        assert not Look.objects.exists(), "a manager sees nobody who comes"
    assert queries.seat_page(berit, ingrid.seat_id, now=MONDAY).charges == []


def test_two_talks_at_the_same_time_are_not_put_upon_one():
    centre = an_organisation()
    berit, siri = a_manager(centre), an_actor(centre, Role.ADVISER, name="Siri")
    ingrid, round_id, _ = an_adviser_with_things(centre)
    times = {"first_on": date(2026, 11, 25), "weeks": 1, "starts": time(12), "until": time(13), "minutes": 60}
    admission.offer_times(siri, **times, place="", now=MONDAY)
    with given(centre.pk):
        TalkTime.objects.filter(adviser_id=siri.seat_id).update(taken_without_name=True)

    takers = dict.fromkeys(EVERYTHING, siri.seat_id)
    assert (
        refusal(actions.hand_over, berit, seat_id=ingrid.seat_id, takers=takers, now=MONDAY)
        == Reason.BOTH_ARE_TAKEN
    )
    with given(centre.pk):
        assert Round.objects.get(pk=round_id).welcomed_by_id == ingrid.seat_id, "all or nothing"
        TalkTime.objects.filter(adviser_id=siri.seat_id).update(taken_without_name=False)
    actions.hand_over(berit, seat_id=ingrid.seat_id, takers=takers, now=MONDAY)
    with given(centre.pk):
        rows = list(TalkTime.objects.values_list("starts", flat=True))
    assert sorted(rows) == [time(12), time(12, 30)], "her own free hour made room"


def test_somebody_who_has_closed_her_door_to_the_taker_does_not_meet_them():
    centre = an_organisation()
    berit, siri = a_manager(centre), an_actor(centre, Role.ADVISER, name="Siri")
    ingrid, _, _ = an_adviser_with_things(centre)
    with given(centre.pk):
        kari = Participant.objects.get()
        ClosedDoor.objects.create(
            organisation_id=centre.pk,
            about=kari.pk,
            seat_id=siri.seat_id,
            user_id=siri.user_id,
            closed_at=MONDAY,
        )

    actions.hand_over(berit, seat_id=ingrid.seat_id, takers={"admission.times": siri.seat_id}, now=MONDAY)

    with given(centre.pk):
        assert not TalkBooking.objects.exists()
        assert Message.objects.get().kind == "admission.time_called_off"


@pytest.mark.parametrize("who", ["herself", "one who has left", "a volunteer", "a stranger", "a participant"])
def test_nobody_takes_over_who_cannot(who: str):
    centre = an_organisation()
    berit = a_manager(centre)
    ingrid, _, _ = an_adviser_with_things(centre)
    taker = {
        "herself": lambda: ingrid.seat_id,
        "one who has left": lambda: a_seat(centre, Role.ADVISER, until_on=date(2026, 1, 1)).pk,
        "a volunteer": lambda: a_seat(centre, Role.VOLUNTEER).pk,
        "a stranger": lambda: a_seat(an_organisation(), Role.ADVISER).pk,
        "a participant": lambda: a_seat(centre, Role.PARTICIPANT).pk,
    }[who]()

    with pytest.raises((Refused, NotFound)):
        actions.hand_over(berit, seat_id=ingrid.seat_id, takers={"groups.rounds": taker}, now=MONDAY)


def test_an_offering_gets_another_who_answers_for_it_and_welcomes():
    centre = an_organisation()
    berit, siri = a_manager(centre), an_actor(centre, Role.ADVISER, name="Siri")
    ingrid = an_actor(centre, Role.ADVISER, name="Ingrid")
    listing = an_offering(centre.pk)
    with given(centre.pk):
        Offering.objects.filter(listing=listing).update(
            responsible_id=ingrid.seat_id, welcomed_by="Ingrid", professional_reason="Because"
        )
        Listing.objects.filter(pk=listing.pk).update(state=State.DRAFT)

    takers = {"directory.offerings": siri.seat_id}
    actions.hand_over(berit, seat_id=ingrid.seat_id, takers=takers, now=MONDAY)

    with given(centre.pk):
        offering = Offering.objects.get(listing=listing)
    assert (offering.responsible_id, offering.welcomed_by) == (siri.seat_id, "Siri")
