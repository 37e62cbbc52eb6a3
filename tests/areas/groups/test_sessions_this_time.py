"""What she says of one meeting herself: "not today", gone the day after, and a small aim that is hers alone."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from stegvis.areas.groups import actions, queries, tasks
from stegvis.areas.groups.models import NotToday, Place, SmallAim
from stegvis.areas.groups.rules import Refusal
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.roles import Role
from tests.areas.groups.meetings import THURSDAY, attend, somebody_in
from tests.factories.admission import NOW
from tests.factories.groups import places_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given, refused

pytestmark = pytest.mark.django_db
"""Half past twelve at the first lunch."""

AFTER = datetime(2026, 11, 27, 8, tzinfo=UTC)


@pytest.mark.requirement("S2-06")
def test_not_today_is_said_taken_back_and_gone_the_day_after(
    ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari = somebody_in(ingrid, open_thursdays)
    place = places_in(ingrid, open_thursdays)[0].pk
    actions.say_not_today(kari, session_id=first, now=NOW)
    actions.say_not_today(kari, session_id=first, now=NOW)
    assert queries.people_at(ingrid, first, NOW)[0].not_today
    assert queries.next_time(kari, place, NOW).not_today
    actions.come_after_all(kari, session_id=first, now=NOW)
    assert not queries.people_at(ingrid, first, NOW)[0].not_today

    actions.say_not_today(kari, session_id=first, now=NOW)
    tasks.forget_not_today(THURSDAY)
    assert queries.people_at(ingrid, first, NOW)[0].not_today, "the day is not over"
    tasks.forget_not_today(AFTER)
    with given(ingrid):
        assert not NotToday.objects.exists()
        assert Place.objects.get(pk=place).state == "held"


def test_the_clock_knows_the_chore():
    from stegvis.kernel import clock

    assert clock.job_named("groups.forget_not_today") is tasks.forget_not_today


def test_who_comes_after_all_is_here_and_nothing_else(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari = somebody_in(ingrid, open_thursdays)
    actions.say_not_today(kari, session_id=first, now=NOW)
    attend(ingrid, first, kari)
    (person,) = queries.people_at(ingrid, first, THURSDAY)
    assert (person.here, person.not_today) == (True, False)


def test_not_today_is_for_ones_own_meetings_to_come(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari, other = somebody_in(ingrid, open_thursdays), an_actor(an_organisation(), Role.PARTICIPANT)
    over = lambda: actions.say_not_today(kari, session_id=first, now=AFTER)  # noqa: E731
    assert refused(over) is Refusal.MEETING_IS_OVER
    for somebody in (other, an_actor(Organisation.objects.get(pk=ingrid.organisation_id), Role.PARTICIPANT)):
        with pytest.raises(NotFound):
            actions.say_not_today(somebody, session_id=first, now=NOW)
    with pytest.raises(NotAllowed):
        actions.say_not_today(ingrid, session_id=first, now=NOW)


# A small aim


@pytest.mark.requirement("S2-08")
def test_a_small_aim_is_hers_alone_until_she_shares_it(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari, eva = somebody_in(ingrid, open_thursdays), somebody_in(ingrid, open_thursdays)

    def seen_by_adviser() -> set[str]:
        return {person.aim for person in queries.people_at(ingrid, first, NOW)}

    actions.write_aim(kari, session_id=first, words=" Say hi to one person ", shared=False, now=NOW)
    assert queries.this_time(kari, first, NOW).aim == "Say hi to one person"
    assert seen_by_adviser() == {""}
    assert queries.this_time(eva, first, NOW).aim == ""

    actions.write_aim(kari, session_id=first, words="Say hi to one person", shared=True, now=NOW)
    assert seen_by_adviser() == {"", "Say hi to one person"}
    actions.write_aim(kari, session_id=first, words="", shared=True, now=NOW)
    with given(ingrid):
        assert not SmallAim.objects.exists()


@pytest.mark.requirement("S2-08")
@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.PARTICIPANT, Role.ADVISER}], ids=str
)
def test_no_other_role_ever_sees_an_aim(
    role: Role, centre: Organisation, ingrid: Actor, open_thursdays: UUID, first: UUID
):
    kari = somebody_in(ingrid, open_thursdays)
    actions.write_aim(kari, session_id=first, words="Say hi", shared=True, now=NOW)
    somebody = an_actor(centre, role)
    with given(ingrid):
        assert not SmallAim.objects.visible_to(somebody).exists()


def test_she_reads_on_which_days_she_was_noted_here(ingrid: Actor, open_thursdays: UUID, first: UUID):
    kari = somebody_in(ingrid, open_thursdays)
    attend(ingrid, first, kari)
    place = places_in(ingrid, open_thursdays)[0].pk
    assert queries.next_time(kari, place, AFTER).was_here == (date(2026, 11, 26),)
