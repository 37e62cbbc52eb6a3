"""Employees, rounds that need them, and a short way to plan: for the tests of staffing."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from stegvis.areas.directory.models import Listing, Offering
from stegvis.areas.groups.models import Session
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Organisation
from stegvis.areas.staffing import actions, queries
from stegvis.areas.staffing.models import RosterWeek
from stegvis.areas.staffing.rules import Carries, monday_of
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor
from tests.support import given

WALK_ON = date(2026, 11, 26)
CHECK = datetime(2026, 11, 25, 17, tzinfo=UTC)
"""Wednesday, six in the evening where the centre is: when it is looked for Thursday."""


def somebody_employed(centre: Organisation, name: str, role: Role = Role.EMPLOYEE, **fields: Any) -> Actor:
    """In a seat that has been taken: only such a one counts."""
    return an_actor(centre, role, name=name, **{"is_taken": True, **fields})


def needing(listing: Listing, employees: int) -> Listing:
    with given(listing.organisation_id):
        Offering.objects.filter(listing=listing).update(employees_needed=employees)
    return listing


def a_walk(planner: Actor, listing: Listing, *, employees: int = 2, **fields: Any) -> UUID:
    return a_round(planner, needing(listing, employees).pk, **fields)


def first_of(actor: Actor, round_id: UUID) -> Session:
    return sessions_in(actor, round_id)[0]


def version_of(actor: Actor, on: date) -> int:
    with given(actor):
        row = RosterWeek.objects.filter(organisation_id=actor.organisation_id, monday=monday_of(on)).first()
    return row.version if row else 0


def on_duty(
    planner: Actor,
    session: Session,
    somebody: Actor,
    *carries: Carries,
    starts: time | None = None,
    ends: time | None = None,
    now: datetime = NOW,
) -> UUID:
    assert somebody.seat_id
    return actions.plan_duty(
        planner,
        session_id=session.pk,
        seat_id=somebody.seat_id,
        starts=starts,
        ends=ends,
        carries=carries,
        version=version_of(planner, session.on),
        now=now,
    )


def states(actor: Actor, round_id: UUID) -> list[str]:
    return [session.state for session in sessions_in(actor, round_id)]


def all_on_duty(planner: Actor, session: Session, people: Collection[Actor]) -> None:
    for somebody in people:
        on_duty(planner, session, somebody)


def the_clock(actor: Actor) -> Actor:
    """What looks after this actor's house at set times."""
    return Actor.housekeeper(actor.organisation_id)


def staffed_now(actor: Actor, session_id: UUID) -> queries.Staffed:
    """Who carries this meeting, and what it lacks."""
    return queries.staffed(actor, [session_id], NOW)[session_id]


def told_of_calling_off(actor: Actor) -> list[Message]:
    """The messages that a meeting is called off, oldest first."""
    with given(actor):
        return list(Message.objects.filter(kind="groups.called_off").order_by("at"))
