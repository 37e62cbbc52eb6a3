"""When a working group has decided."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.participation.rules import Seated, a_user_agrees, all_agree

KARI, ODD, INGRID = (UUID(int=number) for number in (1, 2, 3))
USER, STAFF = Seated(KARI, True), Seated(INGRID, False)
ANOTHER = Seated(ODD, True)


@pytest.mark.requirement("S1-06")
@pytest.mark.parametrize(
    ("members", "agreed", "decided"),
    [
        ([USER, STAFF], {KARI, INGRID}, True),
        ([USER, STAFF], {KARI}, False),
        ([USER, STAFF], {INGRID}, False),
        ([USER, ANOTHER], {KARI, ODD}, True),
        ([STAFF, Seated(ODD, False)], {INGRID, ODD}, False),
        ([USER], {KARI}, False),
        ([], set(), False),
    ],
)
def test_all_agree_and_one_of_them_comes_here(members, agreed, decided):
    assert all_agree(members, agreed) is decided


@pytest.mark.requirement("S1-06")
@given(st.lists(st.builds(Seated, st.uuids(), st.booleans()), max_size=6), st.data())
def test_nothing_is_decided_over_the_heads_of_users(members, data):
    agreed = {member.member_id for member in members if data.draw(st.booleans())}
    if all_agree(members, agreed) or a_user_agrees(members, agreed):
        assert any(member.is_user and member.member_id in agreed for member in members)
