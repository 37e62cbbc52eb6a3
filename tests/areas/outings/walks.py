"""A walk, planned through the actions, and those who come along."""

from dataclasses import replace
from datetime import time
from typing import Any
from uuid import UUID

from stegvis.areas.groups import actions as groups
from stegvis.areas.outings import actions
from stegvis.areas.outings.rules import Frame, Pace, Safety, Terrain
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW, a_held_talk, participant_of

AN_HOUR = Frame(60, Pace.EASY, Terrain.HILLS, None, False, False, 3600)
AGREED = Safety(
    meeting_point="The red bench by the lake",
    turn_back_point="The bridge",
    turn_back_by=time(12, 40),
    emergency="113",
    phones="00 00 00 21, the house's",
    first_aid="Odd, in the blue bag",
    way_home="Bus 2 from the bridge",
)


def along(adviser: Actor, person: Actor, round_id: UUID) -> None:
    """She has had her talk, and takes a place."""
    a_held_talk(adviser, participant_of(person).pk)
    groups.take_place(person, round_id=round_id, now=NOW)


def a_plan(planner: Actor, frame: Frame = AN_HOUR, **agreed: Any) -> actions.Plan:
    assert planner.seat_id
    return actions.Plan(planner.seat_id, "Round the lake", frame, replace(AGREED, **agreed))


def planned(planner: Actor, session_id: UUID, frame: Frame = AN_HOUR, **named: Any) -> UUID:
    """This meeting as an outing that this adviser plans."""
    told = {"version": 0, "now": NOW, **named}
    return actions.plan_outing(planner, session_id=session_id, plan=a_plan(planner, frame), **told)
