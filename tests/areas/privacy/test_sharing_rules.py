"""What a share opens, to whom and until when: the table a person can read (X-04)."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.privacy.rules.sharing import (
    AUTHORITY,
    MONTHS,
    Share,
    ShareRefusal,
    ShareState,
    may_be_noted,
    opens,
    state_of,
    until_after,
    what_is_wrong,
    wrong_day,
)
from stegvis.kernel.roles import Role

TODAY = date(2026, 11, 23)
ODD, BERIT, INGRID = UUID(int=1), UUID(int=2), UUID(int=3)
A_MOMENT = datetime(2026, 11, 20, tzinfo=UTC)
TALK, AIM = "admission.talk", "groups.small_aims"
TO_ODD = Share(ODD, frozenset({TALK}), until_on=date(2027, 2, 23))

pytestmark = pytest.mark.requirement("X-04")


@pytest.mark.parametrize(
    ("share", "item", "seat_id", "opened"),
    [
        (TO_ODD, TALK, ODD, True),
        (Share(ODD, frozenset({TALK}), until_on=TODAY), TALK, ODD, True),  # the last day counts
        (Share(ODD, frozenset({TALK}), until_on=date(2026, 11, 22)), TALK, ODD, False),
        (Share(ODD, frozenset({TALK}), until_on=TODAY, confirmed=False), TALK, ODD, False),
        (Share(ODD, frozenset({TALK}), until_on=TODAY, ended_at=A_MOMENT), TALK, ODD, False),
        (TO_ODD, AIM, ODD, False),
        (TO_ODD, TALK, BERIT, False),
        (TO_ODD, TALK, None, False),
        (Share(ODD, frozenset(), until_on=TODAY), TALK, ODD, False),
    ],
)
def test_a_share_opens_what_it_names_to_whom_it_names_until_its_day(share, item, seat_id, opened):
    assert opens(share, item=item, seat_id=seat_id, today=TODAY) is opened


@pytest.mark.parametrize(
    ("share", "state"),
    [
        (TO_ODD, ShareState.RUNNING),
        (Share(ODD, frozenset({TALK}), until_on=TODAY, confirmed=False), ShareState.NOTED),
        (Share(ODD, frozenset({TALK}), date(2026, 11, 22)), ShareState.RUN_OUT),
        (Share(ODD, frozenset({TALK}), date(2026, 11, 22), confirmed=False), ShareState.RUN_OUT),
        (Share(ODD, frozenset({TALK}), TODAY, ended_at=A_MOMENT), ShareState.TAKEN_BACK),
    ],
)
def test_how_a_share_stands(share, state):
    assert state_of(share, today=TODAY) is state


@given(
    st.builds(
        Share,
        st.sampled_from([ODD, BERIT]),
        st.frozensets(st.sampled_from([TALK, AIM])),
        st.dates(date(2026, 1, 1), date(2028, 1, 1)),
        st.booleans(),
        st.sampled_from([None, A_MOMENT]),
    ),
    st.sampled_from([TALK, AIM]),
    st.sampled_from([ODD, BERIT, None]),
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
)
def test_nothing_is_open_without_a_confirmed_running_share_of_that_item_to_that_seat(
    share, item, seat, today
):
    if opens(share, item=item, seat_id=seat, today=today):
        assert share.confirmed
        assert share.ended_at is None
        assert share.until_on >= today
        assert item in share.items
        assert share.recipient_id == seat


@pytest.mark.parametrize(
    ("items", "seen", "shared", "until_on", "refusal"),
    [
        ({TALK}, set(), set(), date(2027, 2, 23), None),
        ({TALK}, {AIM}, {AIM}, date(2027, 11, 23), None),
        (set(), set(), set(), date(2027, 2, 23), ShareRefusal.NOTHING_CHOSEN),
        ({TALK, AIM}, {TALK}, set(), date(2027, 2, 23), ShareRefusal.SEEN_ALREADY),
        ({TALK, AIM}, set(), {AIM}, date(2027, 2, 23), ShareRefusal.SHARED_ALREADY),
        ({TALK}, set(), set(), date(2026, 11, 22), ShareRefusal.DAY_HAS_PASSED),
        ({TALK}, set(), set(), date(2027, 11, 24), ShareRefusal.LONGER_THAN_A_YEAR),
    ],
)
def test_what_cannot_be_shared_this_way(items, seen, shared, until_on, refusal):
    said = what_is_wrong(
        items=items, seen_already=seen, shared_already=shared, until_on=until_on, today=TODAY
    )
    assert said is refusal


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.sampled_from(MONTHS))
def test_every_length_that_can_be_chosen_is_accepted_on_any_day(today, months):
    assert wrong_day(until_after(months, today=today), today=today) is None


@pytest.mark.requirement("X-05")
@pytest.mark.parametrize(
    ("in_office", "recipient", "seat_id", "refusal"),
    [
        (False, Role.EMPLOYEE, ODD, None),
        (False, Role.VOLUNTEER, ODD, None),
        (True, Role.EMPLOYEE, ODD, ShareRefusal.HERS_ALONE),
        (True, Role.MANAGER, ODD, ShareRefusal.HERS_ALONE),
        *[(False, role, ODD, ShareRefusal.HERS_ALONE) for role in sorted(AUTHORITY)],
        (False, Role.ADVISER, INGRID, ShareRefusal.NOT_TO_ONESELF),
    ],
)
def test_what_staff_cannot_write_down_for_her(in_office, recipient, seat_id, refusal):
    said = may_be_noted(in_office=in_office, recipient=recipient, recipient_id=seat_id, by_seat_id=INGRID)
    assert said is refusal
