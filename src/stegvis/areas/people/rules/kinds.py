"""Codes of the people area. Pure: no Django, no clock."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    CENTRE = "centre"
    RECOVERY_PROGRAMME = "recovery_programme"
    VOLUNTEER_CENTRE = "volunteer_centre"
    ASSOCIATION = "association"
    MUNICIPAL_OFFICE = "municipal_office"


class Language(StrEnum):
    NORWEGIAN = "nb"
    DANISH = "da"
    SWEDISH = "sv"
    ENGLISH = "en"


class Country(StrEnum):
    NORWAY = "NO"
    DENMARK = "DK"
    SWEDEN = "SE"


class Reason(StrEnum):
    """Why the people area says no."""

    UNDER_MINIMUM_AGE = "people.under_minimum_age"
    NICKNAME_MISSING = "people.nickname_missing"
    SECRET_TOO_SHORT = "people.secret_too_short"  # noqa: S105
    SLUG_TAKEN = "people.slug_taken"
    EMAIL_MISSING = "people.email_missing"
    ROLE_NOT_GIVEN_THIS_WAY = "people.role_not_given_this_way"
    ALREADY_IN_THIS_SEAT = "people.already_in_this_seat"
    LINK_USED = "people.link_used"
    NOT_ASKED_TO_BE_LET_IN = "people.not_asked_to_be_let_in"
    APP_CODE_DOES_NOT_FIT = "people.app_code_does_not_fit"
    PASSKEY_DOES_NOT_FIT = "people.passkey_does_not_fit"
    LAST_SECOND_STEP = "people.last_second_step"
    PASSWORD_NOT_RIGHT = "people.password_not_right"  # noqa: S105
    NICKNAME_LIKE_STAFF = "people.nickname_like_staff"
    NAME_MISSING = "people.name_missing"
    NAME_LIKE_A_COLLEAGUE = "people.name_like_a_colleague"
    FIRST_DAY_CANNOT_BE = "people.first_day_cannot_be"
    LAST_DAY_CANNOT_BE = "people.last_day_cannot_be"
    LAST_MANAGER = "people.last_manager"
    HAS_LEFT = "people.has_left"
    CANNOT_TAKE_OVER = "people.cannot_take_over"
    BOTH_ARE_TAKEN = "people.both_are_taken"
    ROLE_MEETS_NOBODY = "people.role_meets_nobody"
    NO_LAW_FOR_CHECK = "people.no_law_for_check"
    ROLE_NEEDS_NO_CHECK = "people.role_needs_no_check"
    SHOWN_ON_CANNOT_BE = "people.shown_on_cannot_be"
    OWN_PAPER = "people.own_paper"
    AGE_CANNOT_BE = "people.age_cannot_be"
    AGE_NEEDS_POLICY = "people.age_needs_policy"
    AGE_NEEDS_RESPONSIBLE = "people.age_needs_responsible"
    AGE_NEEDS_COMPETENCE = "people.age_needs_competence"
    TOO_LONG = "people.too_long"
