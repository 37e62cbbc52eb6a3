"""Whatever is planned, taken back, phoned in and tried at whichever hour: only employees count, a door is open only
while one of them receives, and what has too few at its check time is off (A.9 of S1-25, S1-26, S1-31).
"""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.groups import actions as calendar
from stegvis.areas.groups.models import Round, Session
from stegvis.areas.people.models import Seat
from stegvis.areas.staffing import actions, queries
from stegvis.areas.staffing.models import Away, Duty
from stegvis.areas.staffing.rules import Carries, Needs, check_moment
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import EMPLOYED, Role
from tests.areas.histories import Centre, histories
from tests.areas.staffing.scene import a_walk, version_of
from tests.factories.admission import an_offering
from tests.factories.people import an_actor
from tests.support import given as seen

pytestmark = pytest.mark.django_db
QUARTER = timedelta(minutes=15)
STEPS = [
    *("plan", "plan", "plan", "plan", "end", "shorten"),
    *("ill", "ill", "ill_colleague", "back", "mistake", "take_over", "take_over"),
    *("needs", "copy", "hold_after_all", "move", "helper_steps_in"),
]


class House(Centre):
    """Three employees, a volunteer and a participant who would gladly step in; walks for two, and an open door."""

    def __init__(self) -> None:
        super().__init__(people=1)
        with seen(self.adviser):
            Seat.objects.filter(organisation_id=self.organisation.pk, role__in=EMPLOYED).update(is_taken=True)
        self.house = Actor.housekeeper(self.organisation.pk)
        self.employees = list(self.staff.values())
        self.volunteer = an_actor(self.organisation, Role.VOLUNTEER, is_taken=True)
        walks = an_offering(self.organisation.pk)
        daily = {"recurrence": "FREQ=DAILY"}
        self.walks = a_walk(self.adviser, walks, **daily)
        self.doors = a_walk(
            self.adviser,
            an_offering(self.organisation.pk, gated=False),
            employees=1,
            capacity=None,
            starts=time(10),
            ends=time(16),
            **daily,
        )
        self.away: list[UUID] = []

    def sessions(self) -> list[Session]:
        with seen(self.adviser):
            rows = Session.objects.filter(round_id__in=[self.walks, self.doors], ends_at__gt=self.now)
            return list(rows.select_related("round__listing").order_by("starts_at", "pk"))

    def step(self, what: str, who: int, where: int, later: int) -> None:
        self.now += timedelta(hours=later)
        sessions = self.sessions()
        session = sessions[where % len(sessions)]
        somebody = self.employees[who % len(self.employees)]
        with self.trying():
            self._do(what, somebody, session, where)
        self.look()

    def _do(self, what: str, who: Actor, session: Session, where: int) -> None:
        version, now = version_of(who, session.on), self.now
        if what == "plan":
            carries = [Carries.DROP_IN] if where % 3 else []
            ends = time(13) if where % 5 == 0 else None
            actions.plan_duty(
                self.adviser,
                session_id=session.pk,
                seat_id=who.seat_id,
                ends=ends,
                carries=carries,
                version=version,
                now=now,
            )
        elif what in {"end", "shorten"}:
            self._change(what, session, version)
        elif what == "ill":
            self.away.append(actions.report_away(who, now=now))
        elif what == "ill_colleague":
            until = session.starts_at + timedelta(minutes=30)
            actions.report_away(
                self.adviser, seat_id=who.seat_id, from_at=now, until_at=max(until, now + QUARTER), now=now
            )
        elif what == "back":
            actions.back_again(who, now=now)
        elif what == "mistake" and self.away:
            actions.take_back_away(who, away_id=self.away.pop(), now=now)
        elif what == "take_over":
            actions.take_over(who, session_id=session.pk, now=now)
        elif what == "needs":
            self._set_needs(session.round_id, where)
        elif what == "copy":
            actions.copy_week(
                who, monday=session.on - timedelta(days=session.on.weekday()), version=version, now=now
            )
        elif what in {"hold_after_all", "move"}:
            self._calendar(what, session)
        elif what == "helper_steps_in":
            self._helpers(session, version)

    def _calendar(self, what: str, session: Session) -> None:
        here = {"session_id": session.pk, "version": self._round(session).version, "now": self.now}
        if what == "hold_after_all":
            calendar.hold_after_all(self.adviser, **here)
        else:
            calendar.move_meeting(self.adviser, on=session.on, starts=time(11), ends=time(15), **here)

    def _change(self, what: str, session: Session, version: int) -> None:
        with seen(self.adviser):
            duty = Duty.objects.filter(session=session).order_by("pk").first()
        if duty is None:
            return
        if what == "end":
            actions.end_duty(self.adviser, duty_id=duty.pk, version=version, now=self.now)
        else:
            actions.change_duty(
                self.adviser,
                duty_id=duty.pk,
                starts=session.starts,
                ends=time(13),
                carries=[Carries.DROP_IN],
                version=version,
                now=self.now,
            )

    def _set_needs(self, round_id: UUID, where: int) -> None:
        known = queries.needs_of(self.adviser, round_id, self.now, "en")
        actions.set_needs(
            self.adviser,
            round_id=round_id,
            employees=1 + where % 3,
            check_days=where % 2,
            check_at=time(8 + where % 10),
            version=known.version,
            now=self.now,
        )

    def _helpers(self, session: Session, version: int) -> None:
        """A volunteer and a participant offer to step in, by themselves and by the planner's hand (J2 step 4)."""
        for helper in (self.volunteer, self.people[0]):
            with self.trying():
                actions.take_over(helper, session_id=session.pk, now=self.now)
            with self.trying():
                actions.plan_duty(
                    self.adviser,
                    session_id=session.pk,
                    seat_id=helper.seat_id,
                    version=version,
                    now=self.now,
                )

    def _round(self, session: Session) -> Round:
        with seen(self.adviser):
            return Round.objects.get(pk=session.round_id)

    def look(self) -> None:
        """The clock of the house looks; then everything must stand as it should."""
        actions.check_due(self.house, now=self.now)
        assert actions.check_due(self.house, now=self.now) == []
        self.holds()

    def holds(self) -> None:
        sessions = self.sessions()
        staffed = queries.staffed(self.people[0], [one.pk for one in sessions], self.now)
        needs = {key: queries.needs_of(self.adviser, key, self.now, "en") for key in (self.walks, self.doors)}
        rows = self._rows()
        for session in sessions:
            if session.state == "called_off":
                assert not staffed[session.pk].can_be_held
                continue
            known = needs[session.round_id]
            fewest, open_now, any_open = self._plainly(session, known.employees, rows)
            enough = any_open if session.round_id == self.doors else fewest >= known.employees
            assert staffed[session.pk].on_duty == fewest
            assert staffed[session.pk].can_be_held == enough
            if self._check_has_come(session, known) and session.starts_at > self.now:
                assert enough, "too few at the check time, and it stands"
            if session.round_id == self.doors and session.starts_at <= self.now < session.ends_at:
                assert queries.door(Actor.visitor(self.organisation.pk), self.now).is_open == open_now

    def _rows(self) -> tuple[list[Duty], list[Away]]:
        """Who is planned, as long as her seat is an employed one; and who is away."""
        with seen(self.adviser):
            return list(Duty.objects.filter(seat__role__in=EMPLOYED)), list(Away.objects.all())

    def _plainly(
        self, session: Session, needed: int, rows: tuple[list[Duty], list[Away]]
    ) -> tuple[int, bool, bool]:
        """Counted once more from the rows, quarter by quarter: the fewest; whether the door is open now, and ever."""
        counts, opens, at = [], [], session.starts_at
        while at < session.ends_at:
            gone = {
                one.seat_id
                for one in rows[1]
                if one.from_at <= at and not (one.until_at and one.until_at <= at)
            }
            present = {
                one.seat_id: one.carries
                for one in rows[0]
                if one.session_id == session.pk
                and one.starts_at <= at < one.ends_at
                and one.seat_id not in gone
            }
            counts.append(len(present))
            opens.append((at, len(present) >= needed and any("drop_in" in one for one in present.values())))
            at += QUARTER
        now_open = any(open_ for at, open_ in opens if at <= self.now < at + QUARTER)
        return min(counts), now_open, any(open_ for _, open_ in opens)

    def _check_has_come(self, session: Session, known: queries.RoundNeeds) -> bool:
        if not known.version or session.on < known.looked_after_from:
            return False
        needs = Needs(check_days=known.check_days, check_at=known.check_at)
        return check_moment(session.on, needs, zone="Europe/Oslo") <= self.now


HISTORY = st.lists(
    st.tuples(
        st.sampled_from(STEPS), st.integers(0, 2), st.integers(0, 30), st.sampled_from([0, 0, 0, 1, 5, 20])
    ),
    min_size=5,
    max_size=14,
)


@pytest.mark.requirement("S1-25")
@pytest.mark.requirement("S1-26")
@pytest.mark.requirement("S1-31")
@histories(8)
@given(HISTORY)
def test_no_history_holds_a_meeting_with_too_few(history: list[tuple[str, int, int, int]]):
    house = House()
    house.now = house.now.replace(minute=0)
    for step in history:
        house.step(*step)
    with seen(house.adviser):
        assert not Duty.objects.exclude(seat__role__in=EMPLOYED).exists()
        told = JournalEntry.objects.filter(what="groups.meeting_called_off")
        assert {entry.role for entry in told} <= {Role.HOUSEKEEPER}
