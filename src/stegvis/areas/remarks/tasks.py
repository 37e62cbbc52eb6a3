"""What the clock does for this area: each night, notes that have had their days go."""

from stegvis.kernel import retention
from stegvis.kernel.personal_data import KeepFor

from . import actions


def declare() -> None:
    retention.declare(
        retention.Rule(
            "remarks.notes",
            KeepFor.AS_SET,
            lambda: ("remarks.Remark",),
            lambda house, now: actions.forget_remarks(house, now=now),
        )
    )
