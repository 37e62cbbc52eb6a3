"""Whoever comes, stays away, says so or takes it back, in whatever order: nobody's place, number or turn changes by it,
only what an adviser noted is noted, and where nothing is documented there is no row (S2-06, S3-47, X-15).
"""

from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.groups import actions, tasks
from stegvis.areas.groups.models import Attendance, NotToday
from stegvis.kernel.roles import Role
from tests.areas.histories import AT_THE_DESK, Centre, histories
from tests.factories.admission import NOW, a_held_talk, an_offering
from tests.factories.groups import a_round, places_in, sessions_in
from tests.support import given as seen

pytestmark = pytest.mark.django_db
PEOPLE = 3
BY_STAFF = ["attend", "attend", "undo", "count"]
BY_HERSELF = ["not_today", "come", "aim", "stay_away"]


class Weeks(Centre):
    """Three people in two groups, one of which documents nothing; and what was noted, as a plain set."""

    def __init__(self) -> None:
        super().__init__(PEOPLE)
        for person_id in self.ids:
            a_held_talk(self.adviser, person_id)
        modes = (DocumentationMode.WITHOUT_NAMES, DocumentationMode.NONE)
        self.rounds = [
            a_round(self.adviser, an_offering(self.organisation.pk, documentation=mode).pk) for mode in modes
        ]
        for round_id in self.rounds:
            for person in self.people:
                actions.take_place(person, round_id=round_id, now=NOW)
        self.places = self._places()
        self.noted: set[tuple[UUID, UUID]] = set()

    def _places(self) -> list[tuple[object, ...]]:
        places = [place for round_id in self.rounds for place in places_in(self.adviser, round_id)]
        return [(place.pk, place.participant_id, place.number, place.state, place.since) for place in places]

    def step(self, what: str, who: int, where: int, role: Role, now: datetime, session_id: UUID) -> None:
        with self.trying():
            self._do(what, who, self.staff[role], session_id, now)
            if what == "attend":
                self.noted.add((session_id, self.ids[who]))
            if what == "undo":
                self.noted.discard((session_id, self.ids[who]))

    def _do(self, what: str, who: int, staff, session_id: UUID, now: datetime) -> None:
        hers, at = self.people[who], {"session_id": session_id, "now": now}
        if what == "attend":
            actions.attend(staff, participant_ids=[self.ids[who]], **at)
        elif what == "undo":
            actions.undo_attendance(staff, participant_id=self.ids[who], **at)
        elif what == "count":
            actions.count_came(staff, came=who, **at)
        elif what == "not_today":
            actions.say_not_today(hers, **at)
        elif what == "come":
            actions.come_after_all(hers, **at)
        elif what == "aim":
            actions.write_aim(hers, words="Say hi", shared=False, **at)

    def holds(self) -> None:
        """The invariants."""
        assert self._places() == self.places
        quiet = {session.pk for session in sessions_in(self.adviser, self.rounds[1])}
        with seen(self.adviser):
            here = Attendance.objects.visible_to(self.adviser)
            rows = set(here.values_list("session_id", "participant_id"))
            assert rows == self.noted
            assert not {session_id for session_id, _ in rows} & quiet
            assert not NotToday.objects.visible_to(self.adviser).exists()


STEPS = st.tuples(
    st.sampled_from(BY_STAFF + BY_HERSELF),
    st.integers(0, PEOPLE - 1),
    st.integers(0, 1),
    AT_THE_DESK,
)


@pytest.mark.requirement("S2-06")
@pytest.mark.requirement("S3-47")
@pytest.mark.requirement("X-15")
@histories(6)
@given(st.lists(st.lists(STEPS, max_size=8), min_size=3, max_size=3))
def test_no_history_of_coming_and_staying_away_costs_anybody_anything(
    weeks: list[list[tuple[str, int, int, Role]]],
):
    house = Weeks()
    for week, history in enumerate(weeks):
        meetings = [sessions_in(house.adviser, round_id)[week] for round_id in house.rounds]
        for what, who, where, role in history:
            meeting = meetings[where]
            house.step(what, who, where, role, meeting.starts_at, meeting.pk)
        tasks.forget_not_today(meetings[0].ends_at.replace(hour=23, minute=30))
    house.holds()
