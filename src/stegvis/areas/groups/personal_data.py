"""Every personal field of this area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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

WORDS: dict[str, Promise] = {
    "Place": _("Your places in groups"),
    "Place.round": _("Group"),
    "Place.state": _("How it stands"),
    "Place.number": _("Your number in the line"),
    "Place.since": _("Since"),
    "Place.told_by_seat": _("Written down by"),
    "Place.read_by_participant_at": _("You have confirmed it"),
    "Place.offered_at": _("Offered to you"),
    "Place.reached_at": _("The offer reached you"),
    "Place.answer_by": _("Kept for you until"),
    "Place.rests": _("You let an offer go by"),
    "Place.company": _("You wait together with somebody"),
    "Place.company_word": _("Your word for the one you come with"),
    "Attendance": _("When you were here"),
    "Attendance.session": _("Meeting"),
    "Attendance.noted_by": _("Written down by"),
    "NotToday": _("When you said that you do not come"),
    "NotToday.session": _("Meeting"),
    "SmallAim": _("Your small aims"),
    "SmallAim.session": _("Meeting"),
    "SmallAim.words": _("Your aim"),
    "SmallAim.shared": _("Advisers may see it"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


def declare() -> None:
    personal_data.declare(FIELDS)
    personal_data.declare_not_personal(
        "groups.Round", "from_on", "until_on", "starts", "ends", "recurrence", "meeting_place"
    )
    personal_data.declare_words("groups", WORDS)
