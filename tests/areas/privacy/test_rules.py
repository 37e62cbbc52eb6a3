"""How looks are told: by day, each who and why once, with its times."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.privacy.rules.looks import OneLook, by_day
from stegvis.kernel.roles import Role

INGRID, SIRI, LOOK = UUID(int=1), UUID(int=2), UUID(int=3)


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC)


def test_what_one_person_opened_for_one_reason_is_told_once_a_day_with_its_times():
    looks = [
        OneLook(INGRID, Role.ADVISER, "admission.talk", at(24, 9), LOOK),
        OneLook(INGRID, Role.ADVISER, "admission.talk", at(23, 14), LOOK),
        OneLook(SIRI, Role.ADVISER, "admission.talk", at(23, 12), LOOK),
        OneLook(INGRID, Role.ADVISER, "groups.people_in", at(23, 11), LOOK),
        OneLook(INGRID, Role.ADVISER, "admission.talk", at(23, 10, 5, 40), LOOK),
        OneLook(INGRID, Role.ADVISER, "admission.talk", at(23, 10, 5, 2), LOOK),
    ]
    told = [
        (day.day, [(one.seat_id, one.why, len(one.at)) for one in of_day]) for day, of_day in by_day(looks)
    ]

    assert told == [
        (24, [(INGRID, "admission.talk", 1)]),
        (
            23,
            [
                (INGRID, "admission.talk", 2),  # twice within a minute reads as one time
                (SIRI, "admission.talk", 1),
                (INGRID, "groups.people_in", 1),
            ],
        ),
    ]


def test_nothing_is_told_of_nothing():
    assert by_day([]) == []


looks_drawn = st.lists(
    st.builds(
        OneLook,
        st.sampled_from([INGRID, SIRI, None]),
        st.just(Role.ADVISER),
        st.sampled_from(["admission.talk", "groups.people_in"]),
        st.integers(0, 4000).map(lambda minutes: at(23, 0) + timedelta(minutes=minutes)),
        st.uuids(),
    )
).map(lambda looks: sorted(looks, key=lambda look: look.at, reverse=True))


@given(looks_drawn)
def test_every_look_stands_under_its_day_and_none_is_made_up(looks: list[OneLook]):
    told = {
        (day, one.seat_id, one.why, f"{moment:%H%M}")
        for day, of_day in by_day(looks)
        for one in of_day
        for moment in one.at
    }
    assert told == {(look.at.date(), look.seat_id, look.why, f"{look.at:%H%M}") for look in looks}
