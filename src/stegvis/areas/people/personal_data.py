"""Every field of this area: what it is for, on which ground, how long it stays."""

from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField, declare_not_personal
from stegvis.kernel.personal_data import declare as declare_personal

FIELDS = [
    PersonalField(
        "people.User",
        "email",
        "Lets somebody who works here log in and be invited. Plain text, since it is looked up.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.User",
        "password",
        "A hash that shows whether a password is the right one.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.LoginCode",
        "public_part",
        "Finds the code that somebody logs in with in place of a name.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.LoginCode",
        "secret_hash",
        "A hash that shows whether the words of a code are the right ones.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.LoginCode",
        "adviser_may_let_in",
        "The person's own wish: whether an adviser may help when the code is lost.",
        Ground.CONSENT,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.LoginCode",
        "created_on",
        "Tells how old a code is.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Authenticator",
        "secret",
        "What the app on somebody's phone counts its codes from. Encrypted.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Authenticator",
        "added_on",
        "Tells her since when she has the app as second step.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Passkey",
        "credential",
        "The public half of a key that only her device holds.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Passkey",
        "browser",
        "Tells her which of her keys this is: the browser it was made in.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Passkey",
        "system",
        "Tells her which of her keys this is: the kind of device.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Passkey",
        "added_on",
        "Tells her since when she has this key.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.RecoveryCode",
        "code_hash",
        "A hash that shows whether a code on paper is the right one.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Seat",
        "name",
        "What colleagues and participants call somebody who works here. Empty for participants.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.BLANK_FIELD,
    ),
    PersonalField(
        "people.Participant",
        "nickname",
        "What the person wants to be called. Encrypted.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Participant",
        "language",
    PersonalField(
        "people.RecordCheck",
        "kind",
        "Tells which paper of the police was shown, as the country of the organisation calls it.",
        Ground.LAW,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.RecordCheck",
        "role",
        "The role because of which a law lets the paper be asked for.",
        Ground.LAW,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.RecordCheck",
        "shown_on",
        "The day on which the paper was shown. What stood in it is never noted.",
        Ground.LAW,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.RecordCheck",
        "seen_by",
        "Who saw the paper, so that somebody can say that it was shown.",
        Ground.LAW,
        KeepFor.WHILE_IN_SEAT,
        Erase.DELETE_ROW,
    ),
        "The language the person wants to be met in.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Participant",
        "safe_contact",
        "How the person can be reached without anybody else learning of it. Encrypted.",
        Ground.CONSENT,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Participant",
        "came_on",
        "Tells when what is kept has grown too old.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_TOUCH,
        Erase.DELETE_ROW,
    ),
    PersonalField(
        "people.Draft",
        "content",
        "What stood in a form when the session ended, so that nothing is typed twice. Encrypted.",
        Ground.SERVICE,
        KeepFor.HALF_AN_HOUR,
        Erase.DELETE_ROW,
    ),
]


def declare() -> None:
    declare_personal(FIELDS)
    declare_not_personal("people.User", "id", "is_active")
    declare_not_personal("people.LoginCode", "user")
    declare_not_personal("people.Authenticator", "user", "last_step")
    declare_not_personal("people.Passkey", "id", "user", "uses")
    declare_not_personal("people.RecoveryCode", "id", "user")
    seat = ("id", "organisation_id", "user", "role", "department", "from_on", "until_on", "is_taken")
    declare_not_personal("people.Seat", *seat)
    declare_not_personal("people.Participant", "id", "organisation_id", "user")
    declare_not_personal("people.Draft", "id", "organisation_id", "seat", "made_at")
    declare_not_personal("people.Department", "id", "organisation_id", "name")
    declare_not_personal("people.RecordCheck", "id", "organisation_id", "seat")
    declare_not_personal("people.CheckedRole", "id", "organisation_id", "role", "task")
