"""A house's own limits and texts: what they need, who sets them, and that they hold nowhere else (S1-35, S2-01)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given as draw
from hypothesis import strategies as some

from stegvis.areas.people import actions, api, queries, tasks
from stegvis.areas.people.models import AgePolicy, Organisation
from stegvis.areas.people.rules import Reason
from stegvis.areas.people.rules.house import LIMITS, House, mark_of, why_not
from stegvis.areas.people.texts import MANAGER_ANSWERS_FOR_THE_YOUNG
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, Refused
from stegvis.kernel.roles import EMPLOYED, Role
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.support import given

PLAIN = House(
    minimum_age=18,
    age_policy="",
    age_responsible=None,
    specially_competent=False,
    quiet_from=time(20),
    quiet_until=time(9),
    phone="",
    address="",
    place="",
    open_hours="",
    guidelines="",
)
SOMEBODY = uuid4()
YOUNG = replace(PLAIN, minimum_age=16, age_policy="We talk with them together.", age_responsible=SOMEBODY)


@pytest.mark.requirement("S2-01")
@pytest.mark.parametrize(
    ("house", "employed", "reason"),
    [
        pytest.param(PLAIN, False, None, id="18 needs nothing"),
        pytest.param(replace(PLAIN, minimum_age=25), False, None, id="older is the house's own choice"),
        pytest.param(replace(PLAIN, minimum_age=17), True, Reason.AGE_NEEDS_POLICY, id="17 without a plan"),
        pytest.param(
            replace(YOUNG, age_responsible=None),
            True,
            Reason.AGE_NEEDS_RESPONSIBLE,
            id="nobody is responsible",
        ),
        pytest.param(YOUNG, False, Reason.AGE_NEEDS_RESPONSIBLE, id="who was responsible has left"),
        pytest.param(YOUNG, True, None, id="16 with a plan and somebody responsible"),
        pytest.param(
            replace(YOUNG, minimum_age=15), True, Reason.AGE_NEEDS_COMPETENCE, id="under 16 without training"
        ),
        pytest.param(
            replace(YOUNG, minimum_age=15, specially_competent=True), True, None, id="under 16 with training"
        ),
        pytest.param(replace(PLAIN, minimum_age=3), True, Reason.AGE_CANNOT_BE, id="not an age for this"),
        pytest.param(replace(PLAIN, minimum_age=99), True, Reason.AGE_CANNOT_BE, id="nor this"),
        pytest.param(
            replace(PLAIN, phone="0" * (LIMITS["phone"] + 1)), True, Reason.TOO_LONG, id="a phone is short"
        ),
    ],
)
def test_what_limits_need(house: House, employed: bool, reason: Reason | None):
    refusal = why_not(house, employed_now=employed)
    assert (refusal.reason if refusal else None) == reason


@pytest.mark.requirement("S2-01")
@draw(some.integers(-5, 40), some.booleans(), some.booleans(), some.booleans(), some.booleans())
def test_nobody_under_18_comes_without_plan_and_responsible(age, plan, named, employed, trained):
    house = replace(
        PLAIN,
        minimum_age=age,
        age_policy="A plan." if plan else "",
        age_responsible=SOMEBODY if named else None,
        specially_competent=trained,
    )
    if why_not(house, employed_now=employed) is None:
        assert age >= 18 or (plan and named and employed)
        assert age >= 16 or trained


def test_two_states_of_a_house_have_two_marks():
    assert mark_of(PLAIN) != mark_of(replace(PLAIN, place="Korsby"))
    assert mark_of(PLAIN) == mark_of(replace(PLAIN))


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER, name="Berit")


def save(actor: Actor, **changes: Any) -> House:
    before = queries.house(actor)
    after = replace(before, **changes)
    actions.set_house(actor, house=after, mark=mark_of(before), now=NOW)
    return after


def test_what_is_saved_stands(berit: Actor):
    wanted = save(berit, phone="55 51 00 00", quiet_from=time(21, 30), guidelines="We listen.")
    assert queries.house(berit) == wanted
    shown = api.organisation(berit.organisation_id)
    assert (shown.phone, shown.quiet_from, shown.guidelines) == ("55 51 00 00", time(21, 30), "We listen.")


@pytest.mark.requirement("S2-01")
def test_a_lower_age_stands_with_its_plan_and_goes_with_it(berit: Actor):
    save(berit, minimum_age=16, age_policy="With their parents' yes.", age_responsible=berit.seat_id)
    assert queries.house(berit).age_responsible == berit.seat_id
    save(berit, minimum_age=18)
    with given(berit):
        assert not AgePolicy.objects.exists()


@pytest.mark.requirement("S2-01")
def test_who_does_not_work_here_now_is_responsible_for_nobody(berit: Actor, centre: Organisation):
    gone = an_actor(centre, Role.ADVISER, until_on=(NOW - timedelta(days=3)).date())
    elsewhere = an_actor(an_organisation(), Role.ADVISER)
    volunteer = an_actor(centre, Role.VOLUNTEER)
    for seat_id in (gone.seat_id, elsewhere.seat_id, volunteer.seat_id, uuid4()):
        with pytest.raises(Refused) as refused:
            save(berit, minimum_age=17, age_policy="A plan.", age_responsible=seat_id)
        assert refused.value.reason is Reason.AGE_NEEDS_RESPONSIBLE
    assert queries.house(berit).minimum_age == 18


@pytest.mark.requirement("S2-01")
def test_the_young_pass_to_another_when_somebody_leaves(berit: Actor, centre: Organisation):
    ingrid = an_actor(centre, Role.ADVISER)
    save(berit, minimum_age=17, age_policy="A plan.", age_responsible=ingrid.seat_id)
    charges = [one.code for one in queries.seat_page(berit, ingrid.seat_id, now=NOW).charges]
    assert charges == ["people.age_policy"]
    actions.hand_over(berit, seat_id=ingrid.seat_id, takers={"people.age_policy": berit.seat_id}, now=NOW)
    assert queries.house(berit).age_responsible == berit.seat_id


@pytest.mark.requirement("S2-01")
@pytest.mark.parametrize("keeps", [True, False])
def test_when_the_responsible_has_left_a_manager_is_until_somebody_is_chosen(
    berit: Actor, centre: Organisation, keeps: bool
):
    ingrid, eva = (an_actor(centre, Role.ADVISER, name=name) for name in ("Ingrid", "Eva"))
    save(berit, minimum_age=17, age_policy="A plan.", age_responsible=ingrid.seat_id)
    (charge,) = queries.seat_page(berit, ingrid.seat_id, now=NOW).charges
    assert charge.meanwhile == MANAGER_ANSWERS_FOR_THE_YOUNG
    assert ingrid.seat_id
    actions.end_seat(berit, seat_id=ingrid.seat_id, last_on=NOW.date(), now=NOW)
    tasks.let_manager_answer_for_the_young(NOW)
    assert queries.house(berit).age_responsible == ingrid.seat_id, "she is here today"
    tomorrow = NOW + timedelta(days=1)
    for _twice in range(2):
        tasks.let_manager_answer_for_the_young(tomorrow)
    assert queries.house(berit).age_responsible == berit.seat_id
    assert queries.answers_for_the_young_meanwhile(berit)
    assert not queries.answers_for_the_young_meanwhile(eva)

    taker = berit if keeps else eva
    save(berit, age_responsible=taker.seat_id)  # the same name again is a choice as well

    assert queries.house(berit).age_responsible == taker.seat_id
    assert not queries.answers_for_the_young_meanwhile(berit)


def test_only_the_house_itself_sees_to_the_young(berit: Actor):
    with pytest.raises(NotAllowed):
        actions.let_manager_answer_for_the_young(berit, now=NOW)
    assert not actions.let_manager_answer_for_the_young(Actor.housekeeper(berit.organisation_id), now=NOW)


@pytest.mark.requirement("S2-01")
def test_an_organisation_begins_with_adults(db: None):
    with pytest.raises(Refused) as refused:
        api.add_organisation(
            Actor.housekeeper(uuid4()),
            slug="korsby",
            name="Korsby",
            kind=api.OrganisationKind.CENTRE,
            country=api.Country.NORWAY,
            language=api.Language.NORWEGIAN,
            minimum_age=16,
            now=NOW,
        )
    assert refused.value.reason is Reason.AGE_NEEDS_POLICY


@pytest.mark.requirement("S1-35")
def test_two_centres_do_not_touch_each_other(berit: Actor):
    theirs = an_actor(an_organisation(), Role.MANAGER)
    save(theirs, minimum_age=23, phone="1", open_hours="Always", guidelines="Theirs", quiet_from=time(23))
    before, told = queries.house(theirs), api.organisation(theirs.organisation_id)
    save(
        berit,
        minimum_age=17,
        age_policy="Ours",
        age_responsible=berit.seat_id,
        phone="2",
        open_hours="Never",
        guidelines="Ours",
        quiet_from=time(18),
    )
    assert queries.house(theirs) == before
    assert api.organisation(theirs.organisation_id) == told
    assert queries.house(berit).guidelines == "Ours"


def test_the_second_of_two_is_told_and_overwrites_nothing(berit: Actor, centre: Organisation):
    lise = an_actor(centre, Role.COORDINATOR)
    opened = queries.house(lise)
    save(berit, phone="55 51 00 00")
    with pytest.raises(Changed):
        actions.set_house(lise, house=replace(opened, place="Korsby"), mark=mark_of(opened), now=NOW)
    assert queries.house(lise).phone == "55 51 00 00"
    actions.set_house(lise, house=queries.house(lise), mark="old", now=NOW)  # the same twice does no harm


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HOUSEKEEPER])
def test_who_reads_and_who_decides(centre: Organisation, role: Role, berit: Actor):
    actor = an_actor(centre, role) if role is not Role.VISITOR else Actor.visitor(centre.pk)
    _allowed(lambda: queries.house(actor), role in EMPLOYED)
    stands = queries.house(berit)
    change: Callable[[], None] = lambda: actions.set_house(  # noqa: E731
        actor, house=replace(stands, place="X"), mark=mark_of(stands), now=NOW
    )
    _allowed(change, role in {Role.MANAGER, Role.COORDINATOR})


def _allowed(act: Callable[[], object], allowed: bool) -> None:
    if allowed:
        act()
    else:
        with pytest.raises(NotAllowed):
            act()


def test_day_of_leaving_is_still_a_day_at_work(berit: Actor, centre: Organisation):
    last = an_actor(centre, Role.ADVISER, until_on=date(2026, 11, 23))
    save(berit, minimum_age=17, age_policy="A plan.", age_responsible=last.seat_id)
    assert queries.house(berit).minimum_age == 17
