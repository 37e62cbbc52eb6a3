"""How somebody wants to be reached: her choice, told by her, never more kept than the way needs."""

from datetime import time

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as some

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Reach
from stegvis.areas.messages.rules import DeliveryState, House, Refusal, Wanted, Way, kept, what_is_wrong
from stegvis.areas.messages.rules.channels import is_one_address, is_phone
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, delivery, sent, wants
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

EMAIL = Wanted(Way.EMAIL, address="kari@example.org", others_may_see=True)
CALL = Wanted(Way.CALL, phone="900 00 000")
HOUSE = House(quiet_from=time(20), quiet_until=time(9))


@pytest.mark.parametrize(
    ("wanted", "has_login", "refusal"),
    [
        (Wanted(Way.HERE), True, None),
        (Wanted(Way.HERE), False, None),
        (EMAIL, True, None),
        (EMAIL, False, Refusal.EMAIL_NEEDS_LOGIN),
        (Wanted(Way.EMAIL, address="kari@example.org"), True, Refusal.OTHERS_MAY_NOT_SEE),
        (Wanted(Way.EMAIL, others_may_see=True), True, Refusal.ADDRESS_NOT_VALID),
        (CALL, True, None),
        (CALL, False, None),
        (Wanted(Way.CALL), True, Refusal.PHONE_NOT_VALID),
        (Wanted(Way.CALL, phone="call me"), True, Refusal.PHONE_NOT_VALID),
    ],
)
def test_which_ways_can_be_kept(wanted: Wanted, has_login: bool, refusal: Refusal | None):
    assert what_is_wrong(wanted, has_login=has_login, house=HOUSE) is refusal


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("kari@example.org", True),
        ("kari.nordmann+post@mail.example.org", True),
        ("", False),
        ("kari", False),
        ("kari@example", False),
        ("kari@example.org\n", False),
        ("kari@example.org\r\nBcc: everybody@example.org", False),
        ("kari@example.org%0ABcc:x@example.org", False),
        ("kari@example.org,odd@example.org", False),
        ("kari@example.org odd@example.org", False),
        ("Kari <kari@example.org>", False),
        ('"a\nb"@example.org', False),
        ("kari@[127.0.0.1]", False),
        ("kåri@example.org", False),
        ("kari@exa\u2028mple.org", False),
        ("a" * 250 + "@example.org", False),
    ],
)
def test_an_address_is_one_plain_address(text: str, is_one: bool):
    assert is_one_address(text) is is_one


ENDS = '\r\n\t\x00\v\f\x1c\x85\u2028\u2029,;:<>()[]\\" '


@for_all(some.text(max_size=40), some.sampled_from(ENDS), some.text(max_size=40))
def test_nothing_that_could_end_a_header_is_an_address(before: str, sign: str, after: str):
    assert not is_one_address(before + sign + after)
    assert not is_one_address(f"kari{sign}@example.org")
    assert not is_one_address(f"kari@example.org{sign}")
    assert not is_one_address(f"kari@example.org{sign}{after}")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("900 00 000", True),
        ("+47 (900) 00-000", True),
        ("1881", False),
        ("90000000\n", False),
        ("tel:12345", False),
    ],
)
def test_a_number_is_one_that_can_be_called(text: str, fits: bool):
    assert is_phone(text) is fits


@pytest.mark.parametrize("way", Way)
def test_only_what_the_way_needs_is_kept(way: Way):
    stored = kept(Wanted(way, address="kari@example.org", phone="900 00 000", others_may_see=True))
    assert bool(stored.address) == stored.others_may_see == (way is Way.EMAIL)
    assert bool(stored.phone) == (way is Way.CALL)


def test_she_chooses_and_changes_her_mind(kari: Actor):
    assert queries.my_reach(kari).wanted == Wanted(Way.HERE)
    for wanted in (EMAIL, CALL, Wanted(Way.HERE)):
        actions.choose_reach(kari, wanted=wanted, now=NOW)
        assert queries.my_reach(kari).wanted == wanted


def test_a_refused_way_changes_nothing(kari: Actor):
    actions.choose_reach(kari, wanted=CALL, now=NOW)
    with pytest.raises(Refused):
        actions.choose_reach(kari, wanted=Wanted(Way.EMAIL, address="kari"), now=NOW)
    assert queries.my_reach(kari).wanted == CALL


@pytest.mark.requirement("X-09")
def test_an_adviser_writes_down_what_she_says_until_she_confirms(kari: Actor, ingrid: Actor):
    actions.record_reach(ingrid, participant_id=participant_of(kari).pk, wanted=CALL, now=NOW)
    assert queries.my_reach(kari).told_by == "Ingrid"
    actions.confirm_reach(kari, now=NOW)
    actions.confirm_reach(kari, now=NOW)
    mine = queries.my_reach(kari)
    assert (mine.told_by, mine.wanted) == ("", CALL)


def test_without_a_login_nothing_is_mailed(centre: Organisation, ingrid: Actor):
    odd = a_participant(centre)
    with pytest.raises(Refused):
        actions.record_reach(ingrid, participant_id=odd.pk, wanted=EMAIL, now=NOW)
    actions.record_reach(ingrid, participant_id=odd.pk, wanted=CALL, now=NOW)
    with a_kind():
        sent(ingrid, odd.pk)
        assert [call.phone for call in queries.calls_waiting(ingrid, NOW)] == ["900 00 000"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVISER], ids=str)
def test_nobody_but_an_adviser_writes_it_down_for_her(centre: Organisation, kari: Actor, role: Role):
    actor, participant_id = an_actor(centre, role), participant_of(kari).pk
    with pytest.raises(NotAllowed):
        actions.record_reach(actor, participant_id=participant_id, wanted=CALL, now=NOW)
    with pytest.raises(NotAllowed):
        queries.reach_of(actor, participant_id, NOW)


def test_another_organisations_people_are_not_found(kari: Actor):
    inger = an_actor(an_organisation(), Role.ADVISER)
    with pytest.raises(NotFound):
        actions.record_reach(inger, participant_id=participant_of(kari).pk, wanted=CALL, now=NOW)


@pytest.mark.parametrize(
    ("before", "wanted", "state"),
    [
        (Way.EMAIL, Wanted(Way.HERE), DeliveryState.DROPPED),
        (Way.EMAIL, CALL, DeliveryState.TO_CALL),
        (Way.EMAIL, EMAIL, DeliveryState.WAITING),
        (Way.CALL, Wanted(Way.HERE), DeliveryState.DROPPED),
        (Way.CALL, EMAIL, DeliveryState.WAITING),
    ],
)
def test_what_waits_follows_her_new_choice(
    centre: Organisation, kari: Actor, ingrid: Actor, before: Way, wanted: Wanted, state: DeliveryState
):
    wants(centre.pk, participant_of(kari).pk, before)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
    actions.choose_reach(kari, wanted=wanted, now=NOW)
    found = delivery(kari, key)
    assert found is not None
    assert found.state == state


def test_address_and_number_are_unreadable_in_the_table(centre: Organisation, kari: Actor):
    actions.choose_reach(kari, wanted=EMAIL, now=NOW)
    with given(centre.pk):
        [raw] = Reach.objects.raw("SELECT id, address || '' AS stored FROM messages_reach")
    assert "example" not in raw.stored
