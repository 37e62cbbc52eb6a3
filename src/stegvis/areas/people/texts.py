"""The words for this area's codes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stegvis.kernel.roles import Role
from stegvis.ui import dates

from .rules import CheckedTask, CheckKind, OrganisationKind, Reason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

ANSWERS_FOR_THE_YOUNG: Words = _("Is responsible for those who come before they are 18")
MANAGER_ANSWERS_FOR_THE_YOUNG: Words = _(
    "When this person has left, a manager is responsible for them, until somebody is chosen."
)

REASONS: dict[Reason, Words] = {
    Reason.UNDER_MINIMUM_AGE: _("This place is for people who have come of age. You can still talk to us."),
    Reason.NICKNAME_MISSING: _("Write what we may call you. Any name will do."),
    Reason.SECRET_TOO_SHORT: _("Make it at least 12 characters, so that nobody can guess it."),
    Reason.SLUG_TAKEN: _("There is already an organisation with this short name. Choose another one."),
    Reason.EMAIL_MISSING: _("Write the whole e-mail address."),
    Reason.ROLE_NOT_GIVEN_THIS_WAY: _(
        "This seat is not given by invitation. Participants make their own code."
    ),
    Reason.ALREADY_IN_THIS_SEAT: _("This person already has this seat."),
    Reason.LINK_USED: _("This link has been used or is too old. Ask for a new one."),
    Reason.NOT_ASKED_TO_BE_LET_IN: _(
        "This person chose that nobody may let them in again. They can make a new code and start afresh."
    ),
    Reason.APP_CODE_DOES_NOT_FIT: _("That is not what the app shows now. Wait for the next six digits."),
    Reason.PASSKEY_DOES_NOT_FIT: _("This key did not fit. Try once more, or choose another way."),
    Reason.LAST_SECOND_STEP: _("This is the only second step you have. Add another one first."),
    Reason.PASSWORD_NOT_RIGHT: _("That was not your password. Nothing was changed."),
    Reason.NICKNAME_LIKE_STAFF: _(
        "Somebody could think you work here. Add a letter, or choose another name."
    ),
    Reason.NAME_MISSING: _("Write the name that people here use."),
    Reason.NAME_LIKE_A_COLLEAGUE: _(
        "A colleague's name looks the same. Add a letter or a surname, so that nobody takes one for the other."
    ),
    Reason.FIRST_DAY_CANNOT_BE: _("Choose today or a day within a year."),
    Reason.LAST_DAY_CANNOT_BE: _("Choose a day from today on, within a year, and not before the first day."),
    Reason.LAST_MANAGER: _(
        "Nobody else here could let others in. Invite another manager first; when they have been in, this can end."
    ),
    Reason.HAS_LEFT: _("This person has left. Invite them again to let them in."),
    Reason.CANNOT_TAKE_OVER: _("This person cannot take it over. Choose somebody who works here now."),
    Reason.BOTH_ARE_TAKEN: _(
        "Both have a talk with somebody at the same time. An adviser moves one of the talks first."
    ),
    Reason.ROLE_MEETS_NOBODY: _("In this role one meets nobody alone. The law has no check shown for it."),
    Reason.NO_LAW_FOR_CHECK: _(
        "Only adults come here. For work with adults there is no law that lets the check be asked for."
    ),
    Reason.ROLE_NEEDS_NO_CHECK: _(
        "Nobody has named a task in this role for which the law has the check shown."
    ),
    Reason.SHOWN_ON_CANNOT_BE: _("Write the day it was shown: today or earlier."),
    Reason.AGE_CANNOT_BE: _("Choose an age from 12 to 30."),
    Reason.AGE_NEEDS_POLICY: _(
        "Anybody under 18 needs a plan from you. Write how you take care of young people, or choose 18."
    ),
    Reason.AGE_NEEDS_RESPONSIBLE: _(
        "Choose who is responsible for those under 18: somebody who is employed here now."
    ),
    Reason.AGE_NEEDS_COMPETENCE: _(
        "Under 16, talks and groups are only for those who are trained for it. Say that the person responsible is, or "
        "choose 16."
    ),
    Reason.TOO_LONG: _("This text is too long: at most %(limit)s characters."),
    Reason.OWN_PAPER: _("Let somebody else look at your own. Nobody notes it for themselves."),
}

ROLES: dict[Role, Words] = {
    Role.VISITOR: _("visitor"),
    Role.PARTICIPANT: _("participant"),
    Role.ADVISER: _("adviser"),
    Role.EMPLOYEE: _("employee"),
    Role.VOLUNTEER: _("volunteer"),
    Role.ASSOCIATION_CONTACT: _("association contact"),
    Role.HOST: _("host"),
    Role.FRONT_LINE: _("front-line worker"),
    Role.AMBASSADOR: _("ambassador"),
    Role.COORDINATOR: _("coordinator"),
    Role.FACILITATOR: _("facilitator"),
    Role.MANAGER: _("manager"),
    Role.HOUSEKEEPER: _("the house itself"),
}

KINDS: dict[OrganisationKind, Words] = {
    OrganisationKind.CENTRE: _("centre"),
    OrganisationKind.RECOVERY_PROGRAMME: _("recovery programme"),
    OrganisationKind.VOLUNTEER_CENTRE: _("volunteer centre"),
    OrganisationKind.ASSOCIATION: _("association"),
    OrganisationKind.MUNICIPAL_OFFICE: _("municipal office"),
}

LET_IN = _("Let someone in again")
MY_LOGIN = _("My login")
MY_CODE = _("My code")
MY_CODE_LEAD = _("Log out on a phone you have lent or lost.")
STAFF = _("People who work here")
MY_SEAT = _("My seat")

CHECKS: dict[CheckKind, Words] = {
    CheckKind.POLITIATTEST: _("Police certificate of conduct (politiattest, Norway)"),
    CheckKind.BORNEATTEST: _("Certificate for work with children (børneattest, Denmark)"),
    CheckKind.BELASTNINGSREGISTRET: _("Extract from the criminal records register (Sweden)"),
}
"""The paper by the name it has where it is shown: each country's law knows its own."""

TASKS: dict[CheckedTask, Words] = {
    CheckedTask.MINORS: _("A role of trust towards people under 18"),
    CheckedTask.INTELLECTUAL_DISABILITY: _("A role of trust towards people with an intellectual disability"),
    CheckedTask.UNDER_FIFTEEN: _("Direct contact with children under 15"),
    CheckedTask.CHILDREN: _("Work with children"),
}
"""The tasks that a law names, as the form says them."""


def link_mail(address: str) -> tuple[str, str]:
    """Subject and text of the e-mail with the link, in the language that is on. They tell nothing of what this is."""
    text = _(
        "Hello,\n\n"
        "Somebody you work with has made a seat for you. Have you been in here before? Then log in as you use to.\n\n"
        "Are you new, or have you lost your password or your phone? Then choose a new password here. "
        "The link works once, for a week:\n\n"
        "%(address)s\n\n"
        "Did you not expect this? Then you can throw this message away. Nothing happens."
    )
    return str(_("Your login")), str(text) % {"address": address}


def nickname_since(nickname: str, came_on: date, number: int) -> str:
    """A nickname that looks like another's on the page, with the day she came, and a number for those of one day."""
    day = dates.short_day(came_on, get_language() or "en") + f" {came_on.year}"
    said = _("%(nickname)s (came %(day)s)") % {"nickname": nickname, "day": day}
    return f"{said} {number}" if number else str(said)
