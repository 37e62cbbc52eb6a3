"""Every field of this area: what it is for, on which ground, how long it stays."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel.personal_data import (
    Erase,
    Ground,
    KeepFor,
    PersonalField,
    declare_not_personal,
    declare_way,
    declare_words,
)
from stegvis.kernel.personal_data import declare as declare_personal

FIELDS = [
    PersonalField(
        "people.User",
        "email",
        "Lets somebody who works here log in and be invited. Plain text, since it is looked up.",
        Ground.EMPLOYMENT,
        KeepFor.WHILE_IN_SEAT,
        Erase.BLANK_FIELD,
    ),
    PersonalField(
        "people.User",
        "password",
        "A hash that shows whether a password is the right one.",
        Ground.SERVICE,
        KeepFor.WHILE_IN_SEAT,
        Erase.BLANK_FIELD,
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
        "people.Participant",
        "here_in",
        "The month she was here last: what is not used for twelve months goes. The day is not kept.",
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

WORDS: dict[str, Promise] = {
    "Participant": _("What we know you as"),
    "Participant.nickname": _("What we call you"),
    "Participant.language": _("Your language"),
    "Participant.safe_contact": _("How you can be reached safely"),
    "Participant.came_on": _("Here since"),
    "Participant.here_in": _("The month you were here last"),
    "User": _("Your login"),
    "User.email": _("Your e-mail address"),
    "User.password": _("Your password"),
    "LoginCode": _("Your code"),
    "LoginCode.public_part": _("The first part of your code"),
    "LoginCode.secret_hash": _("The words of your code"),
    "LoginCode.adviser_may_let_in": _("An adviser may let you in again"),
    "LoginCode.created_on": _("Made on"),
    "Seat": _("Your place here"),
    "Seat.name": _("Your name here"),
    "Draft": _("What you had not finished"),
    "Draft.content": _("What you had typed"),
}
"""What she reads in her own copy: the heading of each table's rows, and the label of each field."""


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
    declare_not_personal("people.RecordCheck", "id", "organisation_id", "seat")
    declare_not_personal("people.CheckedRole", "id", "organisation_id", "role", "task")
    declare_not_personal("people.AgePolicy", "words")
    declare_not_personal("people.Department", "id", "organisation_id", "name")
    declare_way("people.User", "participants__id")
    declare_way("people.LoginCode", "user__participants__id")
    declare_way("people.Seat", "user__participants__id", role="participant")
    declare_way("people.Draft", "seat__user__participants__id", seat__role="participant")
    declare_words("people", WORDS)
