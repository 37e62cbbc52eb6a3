"""Every personal field of this area."""

from stegvis.kernel import personal_data
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField


def _of_a_place(field: str, purpose: str, model: str = "Place") -> PersonalField:
    return PersonalField(
        f"groups.{model}", field, purpose, Ground.SERVICE, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW
    )


FIELDS = (
    _of_a_place("state", "Whether she holds a place in the round."),
    _of_a_place("since", "Since when, shown to her."),
    _of_a_place("read_by_participant_at", "When she confirmed a place that staff wrote down for her."),
    _of_a_place("offered_at", "When a free place was offered to her."),
    _of_a_place("reached_at", "When the offer reached her: only then she has to answer by a time."),
    _of_a_place("answer_by", "Until when the offered place is kept for her."),
    _of_a_place("company_word", "What she tells the one she comes together with."),
    _of_a_place("words", "Her own small aim for one meeting.", "SmallAim"),
)


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal(
        "groups.Round", "from_on", "until_on", "starts", "ends", "recurrence", "meeting_place"
    )
