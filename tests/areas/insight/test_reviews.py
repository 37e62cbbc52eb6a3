"""Looking at an offering again: what comes of it, what is kept, and what people read (S2-03, S2-09, S2-15)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import given as draw
from hypothesis import strategies as some

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.models import Notice, Offering
from stegvis.areas.directory.rules import Refusal as DirectoryRefusal
from stegvis.areas.insight import actions, queries
from stegvis.areas.insight.models import Review
from stegvis.areas.insight.rules import TAKES_AWAY, Decision, Due, Outcome, Refusal, Why
from stegvis.areas.people.models import Organisation
from stegvis.areas.people.rules import OrganisationKind
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.factories.directory import NOW, TODAY, a_draft, a_published_offering, a_service, shown
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database, given

NEXT = date(2027, 11, 20)
TOLD = "Vi tar en pause til våren. Kom gjerne på strikkekafé."


def look_at(actor: Actor, listing_id: UUID, outcome: Outcome, **answers: Any) -> UUID:
    """A review that lacks nothing, unless an answer is taken away."""
    others = answers.pop("others", [])
    now = answers.pop("now", NOW)
    seen = answers.pop("seen", None)
    wanted_id = answers.pop("wanted_id", None)
    plain: dict[str, Any] = {"words": "For få av oss.", "next_on": NEXT}
    if outcome in TAKES_AWAY:
        plain |= {"why": Why.TOO_DEMANDING, "told": TOLD, "alternatives": len(others), "contact": "Ring oss."}
    return actions.review(
        actor,
        listing_id=listing_id,
        decision=Decision(outcome, **plain | answers),
        alternatives=others,
        seen=len(queries.history(actor, listing_id)) if seen is None else seen,
        wanted_id=wanted_id,
        now=now,
    )


def state(actor: Actor, listing_id: UUID) -> directory.State:
    return shown(actor, listing_id).state


def due_of(actor: Actor, listing_id: UUID, today: date = TODAY) -> Due:
    return next(
        one.due for one in queries.considered(actor, today=today) if one.offering.listing_id == listing_id
    )


def public(actor: Actor, listing_id: UUID) -> Any:
    return Client().get(f"/offerings/{shown(actor, listing_id).slug}/", headers={"accept-language": "nb"})


@pytest.mark.requirement("S2-15")
def test_an_offering_is_looked_at_a_year_after_people_saw_it_first(berit: Actor, walk: UUID):
    assert due_of(berit, walk) is Due.LATER
    assert due_of(berit, walk, NEXT - timedelta(days=30)) is Due.SOON
    assert due_of(berit, walk, NEXT) is Due.NOW
    look_at(berit, walk, Outcome.CONTINUE, next_on=NEXT + timedelta(days=100))
    assert due_of(berit, walk, NEXT) is Due.LATER


@pytest.mark.requirement("S2-15")
@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        (Outcome.CONTINUE, directory.State.PUBLISHED),
        (Outcome.ADJUST, directory.State.PUBLISHED),
        (Outcome.LESS, directory.State.PUBLISHED),
        (Outcome.PAUSE, directory.State.PAUSED),
        (Outcome.CLOSE, directory.State.CLOSED),
    ],
)
def test_what_a_review_ends_in_happens(berit: Actor, walk: UUID, outcome: Outcome, after: directory.State):
    look_at(berit, walk, outcome)
    assert state(berit, walk) is after
    (kept,) = queries.history(berit, walk)
    assert kept.outcome is outcome
    assert kept.next_on == (None if outcome is Outcome.CLOSE else NEXT)
    assert (kept.why is not None) == (outcome in TAKES_AWAY)


@pytest.mark.requirement("S2-15")
def test_what_rests_starts_again_by_a_review(berit: Actor, walk: UUID):
    look_at(berit, walk, Outcome.PAUSE)
    look_at(berit, walk, Outcome.CONTINUE, now=NOW + timedelta(hours=1))
    assert state(berit, walk) is directory.State.PUBLISHED
    assert TOLD not in public(berit, walk).content.decode()
    assert [one.outcome for one in queries.history(berit, walk)] == [Outcome.CONTINUE, Outcome.PAUSE]


@pytest.mark.requirement("S2-09")
@pytest.mark.parametrize("outcome", sorted(TAKES_AWAY))
def test_people_read_at_its_address_what_happened_and_what_else_there_is(
    berit: Actor, walk: UUID, knitting: UUID, outcome: Outcome
):
    look_at(berit, walk, outcome, others=[knitting])
    answer = public(berit, walk)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert TOLD in page
    assert shown(berit, knitting).slug in page
    assert "For få av oss." not in page  # the reason for colleagues stays with them
    assert "sessionid" not in answer.cookies


@pytest.mark.requirement("S2-09")
@pytest.mark.parametrize(
    ("lacking", "reason"),
    [
        ({"why": None}, Refusal.CHOOSE_A_REASON),
        ({"why": Why.OTHER, "words": ""}, Refusal.SAY_THE_REASON),
        ({"told": ""}, Refusal.TELL_PEOPLE),
        ({"contact": ""}, Refusal.NOWHERE_TO_GO),
    ],
)
@pytest.mark.parametrize("outcome", sorted(TAKES_AWAY))
def test_nothing_rests_or_ends_without_reason_message_and_a_way_on(
    berit: Actor, walk: UUID, outcome: Outcome, lacking: dict[str, Any], reason: Refusal
):
    with pytest.raises(Refused) as refused:
        look_at(berit, walk, outcome, **lacking)
    assert refused.value.reason is reason
    assert state(berit, walk) is directory.State.PUBLISHED
    assert queries.history(berit, walk) == []


@pytest.mark.requirement("S2-09")
@pytest.mark.parametrize("outcome", [Outcome.PAUSE, Outcome.CLOSE])
def test_where_there_is_another_offering_a_phone_number_alone_is_no_way_on(
    berit: Actor, walk: UUID, knitting: UUID, outcome: Outcome
):
    with pytest.raises(Refused) as refused:
        look_at(berit, walk, outcome)
    assert (refused.value.reason, refused.value.facts["field"]) == (Refusal.CHOOSE_ANOTHER, "alternatives")
    assert state(berit, walk) is directory.State.PUBLISHED
    look_at(berit, walk, outcome, others=[knitting])
    assert state(berit, walk) is not directory.State.PUBLISHED
    look_at(
        berit, knitting, outcome, now=NOW + timedelta(hours=1)
    )  # the last one leads to somebody to talk to


@pytest.mark.requirement("S2-09")
def test_the_directory_itself_closes_no_door_without_a_word_and_a_way_on(
    berit: Actor, walk: UUID, knitting: UUID
):
    for end in (directory.pause, directory.close):
        with pytest.raises(Refused) as refused:
            end(berit, listing_id=walk, told=" ", now=NOW)
        assert refused.value.reason is DirectoryRefusal.NOTHING_TOLD
    with given(berit):
        Offering.objects.filter(listing_id=walk).update(contact_instead="")
    with pytest.raises(Refused) as refused:
        directory.close(berit, listing_id=walk, told=TOLD, now=NOW)
    assert refused.value.reason is DirectoryRefusal.NOWHERE_TO_GO
    assert state(berit, walk) is directory.State.PUBLISHED


@pytest.mark.requirement("S2-09")
def test_the_reasons_of_a_year_stand_together(berit: Actor, walk: UUID, knitting: UUID):
    look_at(berit, walk, Outcome.CLOSE, why=Why.USER_GROUP_CHANGED, others=[knitting])
    look_at(berit, knitting, Outcome.CONTINUE)
    look_at(berit, knitting, Outcome.LESS, now=NOW + timedelta(days=60), next_on=NEXT)
    assert [(one.listing_id, one.why) for one in queries.lost_in(berit, 2026)] == [
        (walk, Why.USER_GROUP_CHANGED)
    ]
    assert [one.outcome for one in queries.lost_in(berit, 2027)] == [Outcome.LESS]
    assert queries.lost_in(an_actor(an_organisation(), Role.MANAGER), 2026) == []


def test_a_draft_is_thrown_away_without_telling_anybody(berit: Actor, social: UUID):
    draft = a_draft(berit, service=social)
    actions.review(berit, listing_id=draft, decision=Decision(Outcome.CLOSE), seen=0, now=NOW)
    assert state(berit, draft) is directory.State.CLOSED
    assert public(berit, draft).status_code == 404
    assert queries.lost_in(berit, 2026) == []


def test_sent_twice_it_is_one_review(berit: Actor, walk: UUID):
    key = uuid4()
    for _twice in range(2):
        assert look_at(berit, walk, Outcome.CONTINUE, wanted_id=key, seen=0) == key
    assert len(queries.history(berit, walk)) == 1


def test_the_second_of_two_is_told_and_nothing_of_hers_is_done(
    berit: Actor, centre: Organisation, walk: UUID
):
    ingrid = an_actor(centre, Role.ADVISER)
    look_at(berit, walk, Outcome.CONTINUE)
    with pytest.raises(Changed):
        look_at(ingrid, walk, Outcome.CLOSE, seen=0)
    assert state(berit, walk) is directory.State.PUBLISHED
    assert len(queries.history(berit, walk)) == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.VISITOR, Role.HOUSEKEEPER}])
def test_who_reviews(centre: Organisation, walk: UUID, berit: Actor, role: Role):
    actor = an_actor(centre, role)
    decision = Decision(Outcome.CONTINUE, next_on=NEXT)
    if role in {Role.ADVISER, Role.MANAGER, Role.COORDINATOR}:
        actions.review(actor, listing_id=walk, decision=decision, seen=0, now=NOW)
    else:
        with pytest.raises(NotAllowed):
            actions.review(actor, listing_id=walk, decision=decision, seen=0, now=NOW)


def test_another_houses_offering_is_unknown(walk: UUID):
    stranger = an_actor(an_organisation(), Role.MANAGER)
    with pytest.raises(NotFound):
        actions.review(
            stranger, listing_id=walk, decision=Decision(Outcome.CONTINUE, next_on=NEXT), seen=0, now=NOW
        )
    assert queries.history(stranger, walk) == []


def test_an_alternative_of_another_house_or_a_closed_one_leads_nowhere(berit: Actor, walk: UUID):
    theirs = a_published_offering(an_actor(an_organisation(), Role.MANAGER), title="Deres")
    with pytest.raises(Refused) as refused:
        look_at(berit, walk, Outcome.PAUSE, others=[theirs])
    assert refused.value.reason is DirectoryRefusal.LEADS_NOWHERE
    assert state(berit, walk) is directory.State.PUBLISHED


# A centre ought to have a social offering


def reminded(actor: Actor) -> queries.Reminder | None:
    return queries.reminder(actor, queries.considered(actor, today=TODAY))


@pytest.mark.requirement("S2-03")
def test_a_centre_without_social_offerings_is_reminded_with_the_last_reason_and_nothing_is_blocked(
    berit: Actor, walk: UUID, knitting: UUID
):
    assert reminded(berit) is None
    look_at(berit, walk, Outcome.CLOSE, others=[knitting])
    assert reminded(berit) is None  # another one is there
    look_at(berit, knitting, Outcome.PAUSE, why=Why.USER_GROUP_CHANGED, now=NOW + timedelta(hours=1))
    reminder = reminded(berit)
    assert reminder is not None
    assert reminder.title == "Strikkekafé"
    assert reminder.last is not None
    assert reminder.last.why is Why.USER_GROUP_CHANGED
    talks = a_service(berit, kind=directory.ServiceKind.INDIVIDUAL_TALKS, name="Samtaler")
    a_published_offering(berit, title="Samtale", service=talks)  # nothing is blocked
    assert reminded(berit) is not None
    look_at(berit, knitting, Outcome.CONTINUE, now=NOW + timedelta(hours=2))
    assert reminded(berit) is None


@pytest.mark.requirement("S2-03")
def test_a_centre_that_never_had_one_is_reminded_without_a_reason(berit: Actor):
    reminder = reminded(berit)
    assert reminder is not None
    assert reminder.last is None


def test_what_is_no_centre_is_not_reminded(db: None):
    assert reminded(an_actor(an_organisation(kind=OrganisationKind.ASSOCIATION), Role.MANAGER)) is None


@pytest.mark.requirement("S1-35")
def test_what_one_house_decides_changes_nothing_in_another(berit: Actor, walk: UUID):
    theirs = an_actor(an_organisation(), Role.MANAGER)
    lunch = a_published_offering(theirs, title="Lunsj")
    before = queries.considered(theirs, today=TODAY)
    page = public(theirs, lunch).content
    look_at(berit, walk, Outcome.CLOSE)
    assert queries.considered(theirs, today=TODAY) == before
    assert public(theirs, lunch).content == page
    assert reminded(theirs) is None


def test_the_overview_costs_the_same_with_many_offerings(berit: Actor, walk: UUID, social: UUID):
    def cost() -> int:
        with asked_of_database() as statements:
            queries.considered(berit, today=TODAY)
        return len(statements)

    before = cost()
    for number in range(5):
        a_published_offering(berit, title=f"Nr {number}", service=social)
    assert cost() == before == 2


# Whatever a house decides, step after step


STEPS = some.lists(
    some.tuples(
        some.sampled_from(list(Outcome)),
        some.sampled_from([None, *Why]),
        some.sampled_from(["", TOLD]),
        some.booleans(),
        some.sampled_from([None, NEXT]),
    ),
    max_size=6,
)


@pytest.mark.requirement("S2-09")
@pytest.mark.requirement("S2-15")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@draw(STEPS)
def test_over_any_history_whoever_loses_something_is_told_why_and_what_else_there_is(
    centre: Organisation, steps
):
    manager = an_actor(centre, Role.MANAGER)
    service = a_service(manager)
    listing_id, other = (a_published_offering(manager, title=title, service=service) for title in ("A", "B"))
    for number, (outcome, why, told, has_alternative, next_on) in enumerate(steps):
        answers = {"why": why, "told": told, "contact": "", "next_on": next_on}
        others = [other] if has_alternative else []
        before = state(manager, listing_id)
        try:
            look_at(
                manager,
                listing_id,
                outcome,
                others=others,
                alternatives=len(others),
                now=NOW + timedelta(minutes=number),
                **answers,
            )
        except Refused:
            assert state(manager, listing_id) is before
        after = state(manager, listing_id)
        last = next(iter(queries.history(manager, listing_id)), None)
        with given(manager):
            notice = Notice.objects.filter(listing_id=listing_id).first()
        if after is not directory.State.PUBLISHED:
            assert last is not None
            assert notice is not None
            assert notice.words == TOLD
            assert (
                public(manager, listing_id).content.decode().count(shown(manager, other).slug) >= 1
            )  # the way on
        for one in queries.history(manager, listing_id):
            if one.outcome in TAKES_AWAY:
                assert one.why is not None
                assert one.told == TOLD
            assert one.next_on is not None or one.outcome is Outcome.CLOSE
    with given(manager):
        assert Review.objects.filter(listing_id=listing_id).count() == len(
            queries.history(manager, listing_id)
        )
