"""A centre with a Thursday lunch, somebody who goes along with people, and Kari who has a place there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.people.models import Organisation
from stegvis.areas.responsibilities import actions, queries
from stegvis.areas.responsibilities.models import Responsibility, Task
from stegvis.areas.responsibilities.rules import Purpose, TaskKind
from stegvis.areas.staffing import api as staffing
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.areas.staffing.scene import all_on_duty, needing, somebody_employed
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given

REVIEW_ON = date(2027, 1, 14)


class Scene:
    """`people`: so many hold a place in the lunch, Kari first. The house allows coffee and lunch as tasks."""

    def __init__(self, people: int = 1, **offering: Any) -> None:
        self.centre: Organisation = an_organisation()
        self.ingrid: Actor = somebody_employed(self.centre, "Ingrid", Role.ADVISER)
        self.odd: Actor = somebody_employed(self.centre, "Odd")
        self.berit: Actor = somebody_employed(self.centre, "Berit", Role.MANAGER)
        self.keeper: Actor = Actor.housekeeper(self.centre.pk)
        self.lunch: Listing = needing(an_offering(self.centre.pk, **offering), 2)
        self.round: UUID = a_round(self.ingrid, self.lunch.pk)
        self.sessions: list[UUID] = [one.pk for one in sessions_in(self.ingrid, self.round)]
        for session in sessions_in(self.ingrid, self.round):
            all_on_duty(self.berit, session, [self.ingrid, self.odd])
        self.people = [self._person() for _ in range(people)]
        self.kari = self.people[0]
        actions.decide_tasks(
            self.ingrid,
            listing_id=self.lunch.pk,
            possible=True,
            kinds=[TaskKind.COFFEE, TaskKind.LUNCH],
            version=0,
            now=NOW,
        )
        with given(self.ingrid):
            self.coffee = Task.objects.get(kind=TaskKind.COFFEE, offering__listing=self.lunch).pk

    def _person(self) -> Actor:
        somebody = an_actor(self.centre, Role.PARTICIPANT)
        a_held_talk(self.ingrid, participant_of(somebody).pk, self.lunch.pk)
        groups.take_place(somebody, round_id=self.round, now=NOW)
        return somebody

    def another(self) -> Actor:
        """Somebody else with a place in the lunch."""
        self.people.append(self._person())
        return self.people[-1]

    def fall_ill(self, who: Actor, now: datetime = NOW) -> None:
        """From now on, until further notice."""
        staffing.report_away(who, seat_id=who.seat_id, from_at=now, until_at=None, now=now)

    def be_back(self, who: Actor, now: datetime = NOW) -> None:
        staffing.back_again(who, seat_id=who.seat_id, now=now)

    def terms(self, **fields: Any) -> actions.Terms:
        defaults = {"guide_seat_id": self.odd.seat_id, "purpose": Purpose.MASTERY, "review_on": REVIEW_ON}
        return actions.Terms(**{**defaults, **fields})

    def wished(self, who: Actor | None = None, now: datetime = NOW) -> UUID:
        return actions.wish(who or self.kari, task_id=self.coffee, purpose=Purpose.MASTERY, now=now)

    def agreed(self, who: Actor | None = None, now: datetime = NOW, **terms: Any) -> UUID:
        """She wished for it, and it is written down for her to answer."""
        made = self.wished(who, now)
        version = self.row(made).version
        actions.agree_on(
            self.ingrid, responsibility_id=made, terms=self.terms(**terms), version=version, now=now
        )
        return made

    def running(self, who: Actor | None = None, now: datetime = NOW) -> UUID:
        """She has said yes to it herself."""
        made = self.agreed(who, now)
        version = self.row(made).version
        actions.say_yes(who or self.kari, responsibility_id=made, version=version, now=now)
        return made

    def row(self, responsibility_id: UUID) -> Responsibility:
        with given(self.ingrid):
            return Responsibility.objects.get(pk=responsibility_id)

    def mine(self, who: Actor | None = None, now: datetime = NOW) -> queries.MyTask:
        """The one task she has, as she sees it."""
        (task,) = queries.my_tasks(who or self.kari, now, "en").mine
        return task
