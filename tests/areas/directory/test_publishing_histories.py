"""Whatever is written, shown, paused, copied and closed, and whoever leaves: what people see has all its parts.

The invariants of publishing (S1-01 S1-04 S1-11 S1-24 S2-04 S2-13 S2-16), read from the rows themselves and not by the
rule that asks for them.
"""

from __future__ import annotations

from datetime import date, timedelta
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.actions import showing, writing
from stegvis.areas.directory.models import Listing, Offering
from stegvis.areas.directory.rules import State, Step
from stegvis.areas.people import api as people
from stegvis.areas.people.actions import hand_over
from stegvis.areas.people.models import Seat
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role
from tests.areas.histories import Centre, histories
from tests.factories.directory import a_complete_draft, a_draft, complete_steps
from tests.factories.people import a_seat
from tests.support import given as seen

pytestmark = pytest.mark.django_db
OFFERINGS, SEATS = 3, 4
BEGINS_LATER = 3
"""The seat among those that can be responsible whose first day has not come."""

Taken = tuple[Step, str, Any]
TAKEN_AWAY: list[Taken] = [
    (Step.WHO, "audience", " "),
    (Step.JOINING, "aims", []),
    (Step.JOINING, "participation_kinds", []),
    (Step.GROUND, "professional_reason", ""),
    (Step.GROUND, "responsible", None),
    (Step.GROUND, "knowledge_by", None),
    (Step.GROUND, "knowledge_on", None),
    (Step.GROUND, "group_composition", ""),
    (Step.GROUND, "user_needs", "\n"),
    (Step.GROUND, "available_resources", ""),
    (Step.STAFFING, "employees_needed", 0),
    (Step.STAFFING, "employees_needed", None),
    (Step.OTHERWISE, "contact_instead", ""),
]
"""Parts that an offering must have before it is shown, each as somebody may leave it empty."""
STEPS = [
    *("publish", "publish", "publish", "take_away", "take_away", "write", "make_responsible"),
    *("lead_on", "pause", "close", "copy", "translate", "leave", "leave_later", "hand_over", "days_go_by"),
]


class House(Centre):
    """Three offerings, of which one has nothing but a title; and employees who may be responsible for them."""

    def __init__(self) -> None:
        super().__init__(people=0, phone="")
        adviser = self.adviser
        complete = a_complete_draft(adviser, title="Lunch")
        self.offerings: list[UUID] = [
            complete,
            directory.copy(adviser, listing_id=complete, title="Walk", now=self.now),
            a_draft(adviser, title="Songs"),
        ]
        later = self.now.date() + timedelta(days=60)
        self.seats: list[UUID] = [actor.seat_id for actor in self.staff.values() if actor.seat_id]
        self.seats.append(a_seat(self.organisation, Role.EMPLOYEE, from_on=later).pk)
        with seen(self.adviser):
            Seat.objects.filter(organisation_id=self.organisation.pk).update(is_taken=True)
        self.house = Actor.housekeeper(self.organisation.pk)
        self.manager = self.staff[Role.MANAGER]

    def step(self, what: str, where: int, who: int, role: Role, taken: Taken) -> None:
        key = self.offerings[where % len(self.offerings)]
        with self.trying():
            getattr(self, what)(self.staff[role], key, who, taken)
        directory.let_manager_answer(self.house, now=self.now)

    # What those who work here do

    def publish(self, staff: Actor, key: UUID, *anything: object) -> None:
        directory.publish(staff, listing_id=key, now=self.now)

    def pause(self, staff: Actor, key: UUID, *anything: object) -> None:
        directory.pause(staff, listing_id=key, told="We rest a little.", now=self.now)

    def close(self, staff: Actor, key: UUID, *anything: object) -> None:
        directory.close(staff, listing_id=key, told="It has come to an end.", now=self.now)

    def copy(self, staff: Actor, key: UUID, *anything: object) -> None:
        self.offerings.append(directory.copy(staff, listing_id=key, title="Once more", now=self.now))

    def take_away(self, staff: Actor, key: UUID, who: int, taken: Taken) -> None:
        step, field, empty = taken
        self._save(staff, key, step, {field: empty})

    def write(self, staff: Actor, key: UUID, *anything: object) -> None:
        """All that has to be there, one step after the other."""
        for step, values in complete_steps(self.manager).items():
            self._save(staff, key, step, values)

    def make_responsible(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        self._save(staff, key, Step.GROUND, {"responsible": self.seats[who]})

    def lead_on(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        """To another offering, which may be paused or closed the next moment; or to none."""
        others = [one for one in self.offerings if one != key][:who]
        directory.set_alternatives(staff, listing_id=key, alternatives=others, now=self.now)

    def translate(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        words = {"title": "Frokost" if who else "", "audience": ""}
        directory.translate(staff, listing_id=key, language="da", words=words, now=self.now)

    def _save(self, staff: Actor, key: UUID, step: Step, values: dict[str, Any]) -> None:
        version = directory.desk_offering(staff, key, today=self.today()).versions[step]
        directory.save_step(staff, listing_id=key, step=step, values=values, version=version, now=self.now)

    # Who works here

    def leave(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        people.end_seat(self.manager, seat_id=self.seats[who], now=self.now)

    def leave_later(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        last_on = self.today() + timedelta(days=who)
        people.end_seat(self.manager, seat_id=self.seats[who], last_on=last_on, now=self.now)

    def hand_over(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        takers = {"directory.offerings": self.seats[(who + 1) % SEATS]}
        hand_over(self.manager, seat_id=self.seats[who], takers=takers, now=self.now)

    def days_go_by(self, staff: Actor, key: UUID, who: int, *anything: object) -> None:
        self.now += timedelta(days=1 + who)

    def today(self) -> date:
        return self.now.date()

    # What always holds

    def holds(self) -> None:
        with seen(self.adviser):
            rows = Offering.objects.filter(organisation_id=self.organisation.pk)
            shown = list(rows.filter(listing__state=State.PUBLISHED).select_related("listing", "responsible"))
        for offering in shown:
            assert offering.aims, "S1-01"
            assert offering.participation_kinds, "S1-04"
            assert (offering.employees_needed or 0) >= 1, "S1-24"
            assert offering.professional_reason.strip(), "S2-04"
            self._is_answered_for_by_an_employee(offering)
            assert offering.knowledge_basis.strip(), "S2-13"
            assert offering.knowledge_by_id, "S2-13"
            assert offering.knowledge_on, "S2-13"
            parts = (offering.group_composition, offering.user_needs, offering.available_resources)
            assert all(part.strip() for part in parts), "S2-16"
            said = directory.public_listing(slug=offering.listing.slug, language="da").words
            assert said.audience.text.strip(), "S1-11"

    def _is_answered_for_by_an_employee(self, offering: Offering) -> None:
        seat = offering.responsible
        assert seat is not None, "S2-04"
        assert seat.role in EMPLOYED, "S2-04"
        assert seat.from_on <= self.today() <= (seat.until_on or date.max), "S2-04"

    def each_page_leads_on(self) -> None:
        """As a newcomer reads it: whom it is for, and where else to go, also when all else was paused (S1-11)."""
        with seen(self.adviser):
            own = Listing.objects.filter(organisation_id=self.organisation.pk, state=State.PUBLISHED)
            slugs = list(own.values_list("slug", flat=True))
        for slug in slugs:
            page = Client().get(f"/offerings/{slug}/", headers={"accept-language": "en"}).content.decode()
            before, _, rest = page.partition('id="onwards"')
            onwards = rest.partition("</section>")[0]
            assert "Who it is for" in before
            assert 'href="/offerings/' in onwards or 'href="/contact/"' in onwards


Told = tuple[str, int, int, Role, Taken]
HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(STEPS),
        st.integers(0, OFFERINGS),
        st.integers(0, SEATS - 1),
        st.sampled_from([Role.ADVISER, Role.ADVISER, Role.MANAGER, Role.EMPLOYEE]),
        st.sampled_from(TAKEN_AWAY),
    ),
    min_size=8,
    max_size=25,
)


def lived(history: list[Told]) -> House:
    house = House()
    for step in history:
        house.step(*step)
        house.holds()
    house.each_page_leads_on()
    return house


def told(what: str, where: int = 0, who: int = 0, taken: Taken = TAKEN_AWAY[0]) -> Told:
    return what, where, who, Role.ADVISER, taken


THE_OTHER_ONE_RESTS = [
    told("publish", 1),
    told("lead_on", 0, 1),
    told("take_away", taken=(Step.OTHERWISE, "contact_instead", "")),
    told("publish"),
    told("pause", 1),
]


@pytest.mark.requirement("S1-01")
@pytest.mark.requirement("S1-04")
@pytest.mark.requirement("S1-11")
@pytest.mark.requirement("S1-24")
@pytest.mark.requirement("S2-04")
@pytest.mark.requirement("S2-13")
@pytest.mark.requirement("S2-16")
@histories(6)
@example(THE_OTHER_ONE_RESTS)
@example([told("publish"), told("leave")])
@given(HISTORIES)
def test_no_history_shows_people_what_lacks_a_part(history: list[Told]):
    lived(history)


@pytest.mark.proof
@histories(300)
@given(HISTORIES)
def test_no_history_shows_people_what_lacks_a_part_in_hundreds(history: list[Told]):
    lived(history)


# Each rule away: the histories say so


def nothing(*anything: object, **more: object) -> list[Any]:
    return []


@pytest.mark.parametrize("taken", TAKEN_AWAY[:-1], ids=lambda taken: f"{taken[1]} {taken[2]!r}")
def test_without_its_rule_a_part_goes_while_people_see_it(taken: Taken, monkeypatch: pytest.MonkeyPatch):
    history = [told("publish"), told("take_away", taken=taken)]
    lived(history)
    monkeypatch.setattr(writing, "left_empty", nothing)
    with pytest.raises(AssertionError, match=r"S[12]-\d\d"):
        lived(history)


@pytest.mark.parametrize(
    ("where", "guard", "history"),
    [
        pytest.param(showing, "missing", [told("publish", 2)], id="a title alone is shown"),
        pytest.param(
            directory,
            "let_manager_answer",
            [told("publish"), told("leave")],
            id="who answers for it has left",
        ),
        pytest.param(
            writing,
            "is_employed",
            [told("publish"), told("make_responsible", who=BEGINS_LATER)],
            id="who answers for it has not begun",
        ),
    ],
)
def test_without_its_guard_a_history_shows_what_lacks_a_part(
    where: ModuleType, guard: str, history: list[Told], monkeypatch: pytest.MonkeyPatch
):
    lived(history)
    monkeypatch.setattr(where, guard, lambda *anything, **more: guard == "is_employed" or [])
    if guard == "is_employed":
        monkeypatch.setattr(writing, "left_empty", nothing)
    with pytest.raises(AssertionError, match=r"S[12]-\d\d"):
        lived(history)
