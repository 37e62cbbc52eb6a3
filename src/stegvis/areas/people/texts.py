"""The words for this area's codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from stegvis.kernel.roles import Role

from .rules import OrganisationKind, Reason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

REASONS: dict[Reason, Words] = {
    Reason.UNDER_MINIMUM_AGE: _("This place is for people who have come of age. You can still talk to us."),
    Reason.NICKNAME_MISSING: _("Write what we may call you. Any name will do."),
    Reason.SECRET_TOO_SHORT: _("Make it at least 12 characters, so that nobody can guess it."),
    Reason.SLUG_TAKEN: _("There is already an organisation with this short name. Choose another one."),
    Reason.EMAIL_MISSING: _("Write the whole e-mail address."),
    Reason.ROLE_NOT_GIVEN_THIS_WAY: _(
        "This seat is not given by invitation. A participant makes her own code."
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
