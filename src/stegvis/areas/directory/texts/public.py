"""The directory's codes in words for whoever reads the public pages: plain, short, as to one person."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..rules import Aim, Category, JoiningRule, ParticipationKind, ServiceKind

CATEGORIES: dict[Category, Promise] = {
    Category.PHYSICAL: _("Physical activity"),
    Category.CREATIVE: _("Creative group"),
    Category.FELLOWSHIP: _("Being together"),
    Category.OTHER: _("Something else"),
}
SERVICE_KINDS: dict[ServiceKind, Promise] = {
    ServiceKind.TELEPHONE_ADVICE: _("Advice on the phone"),
    ServiceKind.INDIVIDUAL_TALKS: _("Individual talks"),
    ServiceKind.SELF_HELP_GROUPS: _("Self-help groups"),
    ServiceKind.THEME_MEETINGS: _("Theme evenings"),
    ServiceKind.OTHER_GROUPS: _("Other groups"),
    ServiceKind.SOCIAL_OFFERINGS: _("Social offerings"),
    ServiceKind.FOLLOW_UP: _("Follow-up over time"),
    ServiceKind.BRIDGING: _("Help to join an association"),
}
AIMS: dict[Aim, Promise] = {
    Aim.SELF_REGULATION: _("Finding calm when feelings grow strong"),
    Aim.SELF_CARE: _("Doing something good for yourself"),
    Aim.LOOKING_AFTER_ONESELF: _("Looking after yourself day by day"),
    Aim.GOOD_CHOICES: _("Making choices that are good for you"),
}
PARTICIPATION_KINDS: dict[ParticipationKind, Promise] = {
    ParticipationKind.SHARE_WITH_WORKING_GROUP: _("You can tell the working group what you think."),
    ParticipationKind.DECIDE_IN_WORKING_GROUP: _("You can join the working group and decide with us."),
    ParticipationKind.SHARE_EXPERIENCE: _("You can share from your own life, if you want to."),
    ParticipationKind.EVERYDAY_LANGUAGE: _("You can tell us when our words are hard to understand."),
}
JOINING_RULES: dict[JoiningRule, Promise] = {
    JoiningRule.ANY_TIME: _("You can join at any time."),
    JoiningRule.START_OF_ROUND: _("You can join when a new round starts."),
    JoiningRule.AFTER_AGREEMENT: _("You can join when you and we agree on it."),
}
SPOKEN = ("nb", "se", "da", "sv", "en", "ar", "es", "fa", "pl", "so", "ti", "uk", "ur")
"""Languages one can filter by: those of the Nordic countries and the most spoken others."""
