"""Every personal field of this area. Offerings say nothing about those who come; they name some who work here."""

from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField, declare_not_personal
from stegvis.kernel.personal_data import declare as declare_personal

OFFERING = "directory.Offering"
PURPOSES = {
    "welcomed_by": "The first name of the one who meets newcomers, so that nobody has to ask for whom to look.",
    "who_staffs": "Who is there when the offering runs, for weighing whether there are enough (S1-24).",
    "substitute": "Who steps in for somebody who is away (S1-24).",
    "at_illness": "What is done when somebody who works here is ill, which may name a colleague (S1-24).",
}
ABOUT_THE_OFFERING = (
    "aims",
    "answered_meanwhile",
    "participation_kinds",
    "joining",
    "next_start_on",
    "size",
    "professional_reason",
    "knowledge_basis",
    "knowledge_added",
    "knowledge_on",
    "group_composition",
    "user_needs",
    "available_resources",
    "contact_instead",
    "review_on",
    "step_versions",
)


def declare() -> None:
    """Tell the register."""
    declare_personal(
        PersonalField(OFFERING, field, purpose, Ground.EMPLOYMENT, KeepFor.WHILE_IN_SEAT, Erase.BLANK_FIELD)
        for field, purpose in PURPOSES.items()
    )
    declare_not_personal(OFFERING, *ABOUT_THE_OFFERING)
