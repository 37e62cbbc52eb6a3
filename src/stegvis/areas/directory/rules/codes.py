"""Codes of the directory. Pure: no Django, no clock."""

from enum import StrEnum


class ListingKind(StrEnum):
    OFFERING = "offering"
    PROFILE = "profile"
    IMPORTED = "imported"


class State(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    PAUSED = "paused"
    CLOSED = "closed"


class Category(StrEnum):
    """S2-12: as a rule one of the first three, and sometimes something else."""

    PHYSICAL = "physical"
    CREATIVE = "creative"
    FELLOWSHIP = "fellowship"
    OTHER = "other"


class ServiceKind(StrEnum):
    """S2-02."""

    TELEPHONE_ADVICE = "telephone_advice"
    INDIVIDUAL_TALKS = "individual_talks"
    SELF_HELP_GROUPS = "self_help_groups"
    THEME_MEETINGS = "theme_meetings"
    OTHER_GROUPS = "other_groups"
    SOCIAL_OFFERINGS = "social_offerings"
    FOLLOW_UP = "follow_up"
    BRIDGING = "bridging"


GATED = frozenset({ServiceKind.SOCIAL_OFFERINGS, ServiceKind.OTHER_GROUPS, ServiceKind.SELF_HELP_GROUPS})
"""A talk with an adviser comes first (S1-12)."""


class DocumentationMode(StrEnum):
    """X-15."""

    WITH_NAMES = "with_names"
    WITHOUT_NAMES = "without_names"
    NONE = "none"


class Aim(StrEnum):
    """S1-01: the self-help skills an offering gives room to practise."""

    SELF_REGULATION = "self_regulation"
    SELF_CARE = "self_care"
    LOOKING_AFTER_ONESELF = "looking_after_oneself"
    GOOD_CHOICES = "good_choices"


class ParticipationKind(StrEnum):
    """S1-04 to S1-08."""

    SHARE_WITH_WORKING_GROUP = "share_with_working_group"
    DECIDE_IN_WORKING_GROUP = "decide_in_working_group"
    SHARE_EXPERIENCE = "share_experience"
    EVERYDAY_LANGUAGE = "everyday_language"


class JoiningRule(StrEnum):
    """S1-09."""

    ANY_TIME = "any_time"
    START_OF_ROUND = "start_of_round"
    AFTER_AGREEMENT = "after_agreement"


SPOKEN = ("nb", "se", "da", "sv", "en", "ar", "de", "es", "fa", "fi", "pl", "so", "ti", "uk", "ur")
"""Languages in which people can be met in an offering, beside those of the pages."""

WRITTEN = ("nb", "da", "sv", "en")
"""Languages in which an offering can be described."""

SERVICE_NAME_LIMIT = 120
