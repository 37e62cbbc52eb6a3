"""Every personal field of this area: of those who work here. Nothing about anybody who comes here."""

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField

FIELDS = (
    PersonalField(
        "staffing.Duty",
        "starts_at",
        "From when somebody is on duty at a meeting, so that there are enough.",
        Ground.EMPLOYMENT,
        KeepFor.A_YEAR,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "staffing.Duty",
        "ends_at",
        "Until when somebody is on duty at a meeting.",
        Ground.EMPLOYMENT,
        KeepFor.A_YEAR,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "staffing.Duty",
        "carries",
        "What somebody on duty takes on: leads, second adult, drop-in, a competence.",
        Ground.EMPLOYMENT,
        KeepFor.A_YEAR,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "staffing.Away",
        "from_at",
        "From when somebody is ill or away. Never which, and never why.",
        Ground.EMPLOYMENT,
        KeepFor.SEVEN_DAYS,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "staffing.Away",
        "until_at",
        "Until when somebody is ill or away.",
        Ground.EMPLOYMENT,
        KeepFor.SEVEN_DAYS,
        Erase.DELETE_ROW,
    ),
)


def declare() -> None:
    personal_data.declare(FIELDS)
