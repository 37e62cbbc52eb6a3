"""The roster: planning, ill in one tap, a substitute's yes, and what is called off because too few are there."""

from uuid import UUID

import pytest

from stegvis.areas.staffing import actions, queries
from stegvis.kernel.actor import Actor
from tests.areas.staffing.scene import CHECK, all_on_duty, first_of, states
from tests.factories.admission import NOW


@pytest.mark.requirement("S1-31")
def test_one_of_two_is_ill_and_the_walk_is_called_off(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    assert queries.staffed(berit, [first.pk], NOW)[first.pk].can_be_held
    actions.report_away(odd, now=NOW)
    held = queries.staffed(berit, [first.pk], NOW)[first.pk]
    assert (held.on_duty, held.needed, held.can_be_held) == (1, 2, False)
    house = Actor.housekeeper(berit.organisation_id)
    assert actions.check_due(house, now=CHECK) == [first.pk]
    assert actions.check_due(house, now=CHECK) == []
    assert states(berit, walk) == ["called_off", "planned", "planned"]
    week = queries.week(berit, first.on, NOW, "en")
    assert week.days[3].meetings[0].called_off.why == "staff"
    assert queries.meeting_staffing(berit, first.pk, NOW, "en").meeting.called_off
    assert queries.my_duties(siri, NOW, "en")[0].meeting.called_off
    assert queries.away_now(berit, NOW)[0].name == "Odd"
    assert not queries.door(berit, NOW).is_open
    assert queries.needs_of(berit, walk, NOW, "en").version == 1


def test_a_substitute_is_asked_and_says_yes(odd: Actor, siri: Actor, berit: Actor, walk: UUID):
    first = first_of(berit, walk)
    all_on_duty(berit, first, [odd, siri])
    actions.report_away(odd, now=NOW)
    assert [one.session_id for one in queries.asked_of_me(berit, NOW, "en")] == [first.pk]
    assert queries.asked_of_me(siri, NOW, "en") == []
    actions.take_over(berit, session_id=first.pk, now=NOW)
    assert queries.staffed(berit, [first.pk], NOW)[first.pk].can_be_held
    assert actions.check_due(Actor.housekeeper(berit.organisation_id), now=CHECK) == []
