"""Korsby's easy walk as an outing: planned by Ingrid, with its sheet, and made gentle by those who come along."""

from collections.abc import Mapping
from datetime import time
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.areas.outings import api as outings

from .town import Town, Townsperson, seat_of

WALK = "turgruppe"
THE_LAKE = outings.Frame(
    minutes=40,
    metres=2400,
    pace=outings.Pace.EASY,
    terrain=outings.Terrain.PATH,
    break_every=20,
    benches=True,
)
AGREED = outings.Safety(
    meeting_point="Den røde benken ved bussholdeplassen, Korsbyvannet",
    turn_back_point="Den gamle brua",
    turn_back_by=time(11, 45),
    emergency="113",
    phones="Turtelefonen 00 00 00 21, vakttelefonen 00 00 00 22",
    first_aid="Odd, i den blå sekken",
    way_home="Buss 2 fra brua hvert kvarter, eller drosje som huset betaler",
)
ROUTE = "Rundt Korsbyvannet fra bussholdeplassen, med termos ved den gamle brua."
SAID: Mapping[str, outings.Needs] = {
    "Kjell": outings.Needs(minutes=45),
    "Liv": outings.Needs(pace=outings.Pace.SLOW, break_every=15),
    "Magne": outings.Needs(terrain=outings.Terrain.PATH, toilet=True),
}
"""Told to Ingrid by those who have no phone."""

HERS = outings.Needs(minutes=20, terrain=outings.Terrain.FIRM, toilet=True, benches=True)


def build_outing(town: Town, round_id: UUID, along: Townsperson) -> None:
    """The next two walks of the round; for the first, four have said what they can."""
    ingrid = town.ingrid
    plan = outings.Plan(seat_of(ingrid), ROUTE, THE_LAKE, AGREED)
    meetings = groups.meetings_of_round(ingrid, round_id)
    to_come = [one for one in meetings if one.starts_at > town.now]
    for meeting in to_come[:2]:
        outings.plan_outing(ingrid, session_id=meeting.session_id, plan=plan, version=0, now=town.now)
    following, at = to_come[0], town.now
    for name, needs in SAID.items():
        if (name, round_id) in town.places:
            outings.note_needs(
                ingrid,
                session_id=following.session_id,
                participant_id=town.people[name].participant_id,
                needs=needs,
                now=at,
            )
    outings.say_needs(along.herself, session_id=following.session_id, needs=HERS, now=at)
