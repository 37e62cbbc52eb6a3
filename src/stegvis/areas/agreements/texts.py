"""Words for every code of agreements, and the base rules that Stegvis brings until a house has written its own."""

from __future__ import annotations

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people.api import Language

from .rules import OTHER_THINGS, BaseRule, Part, Refusal

PARTS: dict[Part, Promise] = {
    Part.TALK: _("What we can talk about"),
    Part.TREAT: _("How we treat each other"),
    Part.SUBJECT: _("Safe subjects"),
    Part.SOCIAL_MEDIA: _("Social media"),
    Part.GREETING: _("If we meet outside"),
}

QUESTIONS: dict[Part, Promise] = {
    Part.TALK: _("What can we talk about here?"),
    Part.TREAT: _("How do we treat each other?"),
    Part.SUBJECT: _("Do we talk about what has happened, or about other things?"),
    Part.SOCIAL_MEDIA: _("Are we friends on Facebook and other social media?"),
    Part.GREETING: _("Do we greet each other if we meet outside?"),
}
"""The question that the group talks about, in large type on the table."""

HELP: dict[Part, Promise] = {
    Part.TALK: _("What is good to talk about? When does it become too much? What stays in this room?"),
    Part.TREAT: _("What makes it safe to come? What about phones and pictures, and when somebody is late?"),
    Part.SUBJECT: _(
        "Many groups decide to leave what has been hard outside. Then the room is for everything else."
    ),
    Part.SOCIAL_MEDIA: _(
        "Some want to, some do not. It is good to have talked about it before somebody asks."
    ),
    Part.GREETING: _("Some are glad of a hello. Others would rather not be asked how you know each other."),
}

NOT_DECIDED = _("Not decided yet")

REFUSALS: dict[Refusal, Promise] = {
    Refusal.PARTS_LEFT: _("One thing is left before the group has an agreement. You find it marked below."),
    Refusal.REASON_NEEDED: _("Say in a few words why the group takes it away. Others will wonder."),
    Refusal.WHY_NEEDED: _("Say in a few words why the group changes it. Others will wonder."),
    Refusal.NOTHING_IS_DIFFERENT: _("Nothing is different from before. The agreement you have goes on."),
    Refusal.DAY_TO_COME: _("This meeting has not come yet. The group talks about it when it meets."),
    Refusal.NOT_BEGUN: _(
        "The meeting has not begun. What you have prepared is kept; the group itself says yes when it meets."
    ),
    Refusal.CALLED_OFF: _("This meeting is called off. Choose one that was held."),
    Refusal.NOBODY_THERE: _(
        "Nobody has a place, and nobody is counted, so there is no group that can decide. "
        "Count who came on the meeting's page first."
    ),
    Refusal.PART_WITHOUT_RULES: _(
        "Each group begins with rules for what is talked about and how people are treated. Keep at least one of each."
    ),
    Refusal.RULE_STAYS: _(
        "The rule about talking of other things is always offered to a group. You can word it in your own way."
    ),
    Refusal.TOO_MANY: _("That is more rules than people can keep in mind. Put some of them together."),
}

BASE_RULES: tuple[tuple[str, Part, Promise], ...] = (
    ("talk.ready", Part.TALK, _("We tell only what we are ready to tell. It is fine just to listen.")),
    ("talk.stays", Part.TALK, _("What we hear about others stays here.")),
    ("talk.own", Part.TALK, _("We talk about ourselves, not about others who come here.")),
    ("talk.stop", Part.TALK, _("Anybody can say stop when it becomes too much.")),
    ("treat.listen", Part.TREAT, _("We listen, and let each other finish.")),
    ("treat.kind", Part.TREAT, _("We speak well of each other, whatever we look like, believe or love.")),
    ("treat.free", Part.TREAT, _("You may come late, take a break or go home. You need not say why.")),
    ("treat.phones", Part.TREAT, _("Phones are silent, and nobody takes pictures of others.")),
    ("treat.say", Part.TREAT, _("When something was not good, we say so. Those who work here help.")),
    (
        OTHER_THINGS,
        Part.SUBJECT,
        _("We leave what has been hard outside. Here we are safe, and talk about everything else."),
    ),
    (
        "subject.a_little",
        Part.SUBJECT,
        _("You may tell a little about what has been hard. The others listen, and do not ask on."),
    ),
    (
        "social_media.wait",
        Part.SOCIAL_MEDIA,
        _("We are not friends on social media as long as the group meets."),
    ),
    (
        "social_media.each",
        Part.SOCIAL_MEDIA,
        _("Each of us decides. A no is fine, and needs no reason."),
    ),
    (
        "greeting.like_anybody",
        Part.GREETING,
        _("We say hello as to anybody else, and nothing about where we know each other from."),
    ),
    (
        "greeting.who_wants",
        Part.GREETING,
        _("Whoever wants to say hello does so first. The other answers."),
    ),
    ("greeting.not", Part.GREETING, _("We do not greet each other outside.")),
)
"""Base rules for a house that has written none: the first two parts begin every round, the others are suggestions."""


def rules_to_begin_with() -> list[BaseRule]:
    """The base rules that Stegvis brings, in all languages."""
    words: dict[str, dict[str, str]] = {key: {} for key, _part, _words in BASE_RULES}
    for language in Language:
        with translation.override(language):
            for key, _part, said in BASE_RULES:
                words[key][language] = str(said)
    return [BaseRule(key, part, words[key]) for key, part, _words in BASE_RULES]


LANGUAGES: dict[str, str] = {"nb": "Norsk", "da": "Dansk", "sv": "Svenska", "en": "English"}
"""The languages that base rules are written in, each by its own name."""
