"""What the clock does for this area."""

from datetime import datetime

from stegvis.areas.people import api as people
from stegvis.kernel import clock, retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.personal_data import KeepFor

from . import api


def check_due(now: datetime) -> None:
    """Every meeting whose check time has come, and that has too few, is called off: in every organisation (S1-31)."""
    for organisation in people.organisations():
        api.check_due(Actor.housekeeper(organisation.id), now=now)


def declare() -> None:
    clock.every(clock.Minutes(5), "staffing.check_due", check_due, missed=clock.Missed.EACH)
    retention.declare(
        retention.Rule(
            "staffing.times_away",
            KeepFor.SEVEN_DAYS,
            lambda: ("staffing.Away",),
            lambda house, now: api.forget_old_aways(house, now=now),
        )
    )
    retention.declare(
        retention.Rule(
            "staffing.duties",
            KeepFor.A_YEAR,
            lambda: ("staffing.Duty",),
            lambda house, now: api.forget_old_duties(house, now=now),
        )
    )
