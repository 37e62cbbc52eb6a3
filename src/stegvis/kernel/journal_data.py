"""What the journals say about people: which seat did what, and who looked at whom. Ids and codes, never words."""

from .personal_data import Erase, Ground, KeepFor, PersonalField, declare_not_personal
from .personal_data import declare as declare_fields

CHANGED = "kernel.JournalEntry"
LOOKED = "kernel.Look"
CLOSED = "kernel.ClosedDoor"


def _field(model: str, field: str, purpose: str) -> PersonalField:
    return PersonalField(model, field, purpose, Ground.LAW, KeepFor.FIVE_YEARS, Erase.KEEP_UNTIL_AGED)


def declare() -> None:
    """Make the journals' fields known to the register."""
    declare_fields(
        [
            _field(CHANGED, "seat_id", "Which seat changed something, so that it can be answered for."),
            _field(CHANGED, "role", "In which role it was done."),
            _field(CHANGED, "what", "What was done, as a code."),
            _field(CHANGED, "about", "Whom or what it was about, by id."),
            _field(CHANGED, "outcome", "What came of it, as a code."),
            _field(CHANGED, "at", "When it was done."),
            _field(LOOKED, "seat_id", "Which seat looked, so that the participant can see who did (X-06)."),
            _field(LOOKED, "role", "In which role somebody looked."),
            _field(LOOKED, "about", "At whose data somebody looked, by id."),
            _field(LOOKED, "why", "On which page, as a code."),
            _field(LOOKED, "at", "When somebody looked."),
        ]
    )
    declare_fields(
        PersonalField(CLOSED, field, purpose, Ground.SERVICE, KeepFor.WHILE_IN_TOUCH, Erase.DELETE_ROW)
        for field, purpose in (
            ("about", "Whose wish it is, by id."),
            ("seat_id", "To which worker everything about the participant is closed."),
            ("user_id", "Who sits there, so that another seat opens nothing."),
            ("section", "Which part is closed to all who work here, as a code."),
            ("by_seat", "Which adviser noted the wish, when the participant told it."),
            ("closed_at", "Since when it is closed."),
        )
    )
    declare_not_personal(LOOKED, "salt", "number")
    declare_not_personal("kernel.Seal", "number", "look_id", "gone", "why", "commitment", "link", "sealed_at")
    declare_not_personal("kernel.TaskLease", "worker", "lease_until")
    declare_not_personal("kernel.Tick", "job", "due_at")
    declare_not_personal("kernel.Done", "key", "at")
    declare_not_personal("kernel.Heartbeat", "worker", "at")
