"""Words for the directory's codes, in one place. A test checks that none is missing."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .rules import (
    AboutPart,
    Aim,
    Category,
    DocumentationMode,
    JoiningRule,
    Part,
    ParticipationKind,
    Refusal,
    ServiceKind,
    State,
    Step,
)
from .rules.filters import TimeOfDay

OUR_OFFERINGS: Promise = _("Our offerings")
OUR_SERVICES: Promise = _("Our services")
WHO_WE_ARE: Promise = _("Who we are")
WHO_WE_ARE_LEAD: Promise = _("What people read about you before they come, in four languages.")
THE_HOUSE: Promise = _("The house")
OFFERINGS_IN_NAME: Promise = _("Is responsible for offerings, or meets those who are new there")
MANAGER_ANSWERS: Promise = _(
    "When this person has left, a manager is responsible for what people see, until somebody is chosen."
)

SOCIAL_SUPPORT: Promise = _(
    "Social support protects health. People who have someone to be with, someone to ask and somewhere to belong cope "
    "better with strain. Support works best when it goes both ways: when people are also needed by others. An offering "
    "gives room for this when it is safe, when it comes back at fixed times, and when people can take part in their "
    "own way."
)
"""S2-14: what every offering rests on. It is written into each new offering, in the offering's own language."""

STATES: dict[State, Promise] = {
    State.DRAFT: _("Draft"),
    State.PUBLISHED: _("Shown to people"),
    State.PAUSED: _("Paused"),
    State.CLOSED: _("Closed"),
}
NOW_SHOWN = _("People can find the offering now.")
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
DOCUMENTATION_MODES: dict[DocumentationMode, Promise] = {
    DocumentationMode.WITH_NAMES: _("With names"),
    DocumentationMode.WITHOUT_NAMES: _("Without names"),
    DocumentationMode.NONE: _("Nothing is written down"),
}
DOCUMENTATION_MEANS: dict[DocumentationMode, Promise] = {
    DocumentationMode.WITH_NAMES: _("Staff write down what was agreed, and know the person by name."),
    DocumentationMode.WITHOUT_NAMES: _(
        "Staff write down what was agreed, and know the person by a nickname only."
    ),
    DocumentationMode.NONE: _(
        "Staff write nothing about anyone. The only thing that exists is what people make themselves: a nickname, a "
        "code and their places. It goes when they say so, or 12 months after they last used it."
    ),
}
DOCUMENTATION_IN_FULL: dict[DocumentationMode, str | Promise] = {
    mode: format_lazy("{}. {}", DOCUMENTATION_MODES[mode], DOCUMENTATION_MEANS[mode])
    for mode in DocumentationMode
}
AIMS: dict[Aim, Promise] = {
    Aim.SELF_REGULATION: _("Finding calm when feelings grow strong"),
    Aim.SELF_CARE: _("Doing something good for yourself"),
    Aim.LOOKING_AFTER_ONESELF: _("Looking after yourself day by day"),
    Aim.GOOD_CHOICES: _("Making choices that are good for you"),
}
PARTICIPATION_KINDS: dict[ParticipationKind, Promise] = {
    ParticipationKind.SHARE_WITH_WORKING_GROUP: _(
        "People share their experience with the working group, or in a survey"
    ),
    ParticipationKind.DECIDE_IN_WORKING_GROUP: _("People sit in the working group and decide with us"),
    ParticipationKind.SHARE_EXPERIENCE: _("People share from their own lives with each other while we meet"),
    ParticipationKind.EVERYDAY_LANGUAGE: _(
        "People help us keep the language everyday, so hard things can be said"
    ),
}
JOINING_RULES: dict[JoiningRule, Promise] = {
    JoiningRule.ANY_TIME: _("People can join at any time"),
    JoiningRule.START_OF_ROUND: _("People join when a new round starts"),
    JoiningRule.AFTER_AGREEMENT: _("People join after we have agreed on it together"),
}
STEPS: dict[Step, Promise] = {
    Step.WHAT: _("What it is"),
    Step.WHEN: _("When and where"),
    Step.WHO: _("Who it is for"),
    Step.JOINING: _("Joining and taking part"),
    Step.GROUND: _("Professional ground"),
    Step.STAFFING: _("Staffing"),
    Step.OTHERWISE: _("If it does not fit"),
    Step.LANGUAGES: _("Other languages"),
}
PARTS: dict[Part, Promise] = {
    Part.TITLE: _("A title"),
    Part.CATEGORY: _("What sort of offering it is"),
    Part.SERVICE: _("Which service it belongs to"),
    Part.CONTENT: _("What we do together"),
    Part.METHOD: _("How we work"),
    Part.FRAME: _("The frame: time, place, size, open or closed"),
    Part.AUDIENCE: _("Who it is for"),
    Part.HARD_FOR: _("For whom it may be hard"),
    Part.JOINING: _("When people can join"),
    Part.NEXT_START: _("The day the next round starts"),
    Part.AIM: _("At least one aim"),
    Part.PARTICIPATION_KIND: _("At least one way for people to take part in shaping it"),
    Part.GUIDELINES: _("The guidelines for this offering"),
    Part.RESPONSIBLE: _("Who is responsible: somebody employed here"),
    Part.REASON: _("The professional reason"),
    Part.KNOWLEDGE_BASIS: _("The knowledge it rests on"),
    Part.KNOWLEDGE_AUTHOR: _("Who wrote the knowledge basis"),
    Part.KNOWLEDGE_DATE: _("When the knowledge basis was written"),
    Part.GROUP_COMPOSITION: _("Assessment: how the group is made up"),
    Part.USER_NEEDS: _("Assessment: what people need"),
    Part.AVAILABLE_RESOURCES: _("Assessment: what we have to work with"),
    Part.EMPLOYEES_NEEDED: _("How many staff are needed, at least one"),
    Part.WHO_STAFFS: _("Who is there"),
    Part.SUBSTITUTE: _("Who steps in"),
    Part.AT_ILLNESS: _("What we do when somebody is ill"),
    Part.WAY_ON: _("A way on for those it does not fit: another offering, or somebody to talk to"),
}
REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOT_COMPLETE: _(
        "The offering is not complete yet. The list shows what is missing, and where to write it."
    ),
    Refusal.SHOWN_AND_LEFT_EMPTY: _(
        "People see this offering now, so it needs all its parts. Fill in what is missing, or pause the offering first."
    ),
    Refusal.NOT_SHOWN_YET: _("The offering is a draft, so nobody sees it. There is nothing to pause."),
    Refusal.CLOSED_STAYS_CLOSED: _("The offering is closed. Copy it to start again."),
    Refusal.TOO_LONG: _(
        "This text is too long: at most %(limit)s characters. What is longer fits better on paper."
    ),
    Refusal.UNREADABLE: _("The text holds signs that cannot be shown. Type it here instead of pasting it."),
    Refusal.ENDS_BEFORE_IT_STARTS: _("It ends before it starts. Check the two times."),
    Refusal.SAME_TIME_TWICE: _("The same time is there twice."),
    Refusal.TOO_MANY_TIMES: _("That is more than 21 times in a week. Make a second offering for the rest."),
    Refusal.START_HAS_PASSED: _("That day has passed. Choose today or a later day."),
    Refusal.WRITTEN_IN_THE_FUTURE: _("That day has not come yet. Choose today or an earlier day."),
    Refusal.NOT_EMPLOYED_HERE: _("Choose somebody who is employed here now."),
    Refusal.LEADS_NOWHERE: _("Choose other offerings of your own centre that are not closed."),
    Refusal.ALREADY_THE_ORIGINAL: _(
        "The offering is written in this language already. Change it in the steps above."
    ),
    Refusal.NEEDS_A_TITLE: _("Give it a title, so that people know what it is."),
    Refusal.NEEDS_A_NAME: _("Give it a name, so that staff can choose it."),
    Refusal.NOT_A_SAFE_ADDRESS: _("Copy the whole address from the browser. It begins with https://"),
    Refusal.GUIDE_IS_THERE: _("This guide is in the list already."),
    Refusal.TOO_MANY_GUIDES: _("That is more than 20 guides. Take away one that nobody opens."),
    Refusal.NOTHING_TOLD: _("Write what people are told. Some of them look forward to it."),
    Refusal.NOWHERE_TO_GO: _(
        "Choose at least one other offering, or write whom people can talk to, so that nobody is left without a way on."
    ),
}
WHEN_YOU_CAN_JOIN: dict[JoiningRule, Promise] = {
    JoiningRule.ANY_TIME: _("You can join at any time."),
    JoiningRule.START_OF_ROUND: _("You can join when a new round starts."),
    JoiningRule.AFTER_AGREEMENT: _("You can join when you and we agree on it."),
}
"""The same to the person herself, on the public page (S1-09)."""
HOW_YOU_HAVE_A_SAY: dict[ParticipationKind, Promise] = {
    ParticipationKind.SHARE_WITH_WORKING_GROUP: _("You can tell the working group what you think."),
    ParticipationKind.DECIDE_IN_WORKING_GROUP: _("You can join the working group and decide with us."),
    ParticipationKind.SHARE_EXPERIENCE: _("You can share from your own life, if you want to."),
    ParticipationKind.EVERYDAY_LANGUAGE: _("You can tell us when our words are hard to understand."),
}
"""The same to the person herself, on the public page (S1-04)."""
ONLY_IN: dict[str, Promise] = {
    "nb": _("This is only in Norwegian."),
    "da": _("This is only in Danish."),
    "sv": _("This is only in Swedish."),
    "en": _("This is only in English."),
}
PARTLY_IN: dict[str, Promise] = {
    "nb": _("Some of this is only in Norwegian."),
    "da": _("Some of this is only in Danish."),
    "sv": _("Some of this is only in Swedish."),
    "en": _("Some of this is only in English."),
}
TIMES_OF_DAY: dict[TimeOfDay, Promise] = {
    TimeOfDay.MORNING: _("In the morning, before 12"),
    TimeOfDay.AFTERNOON: _("In the afternoon, 12 to 17"),
    TimeOfDay.EVENING: _("In the evening, after 17"),
}
ABOUT_HEADINGS: dict[AboutPart, Promise] = {
    AboutPart.SELF_HELP: _("You know your own life best"),
    AboutPart.HAVING_A_SAY: _("You have a say"),
    AboutPart.NO_PRESSURE: _("You need not get well to be here"),
    AboutPart.SOCIAL_SUPPORT: _("Somebody to be with"),
    AboutPart.LOW_THRESHOLD: _("It is easy to come in"),
}
"""To whoever thinks of coming."""
ABOUT_TERMS: dict[AboutPart, Promise] = {
    AboutPart.SELF_HELP: _("Help to self-help"),
    AboutPart.HAVING_A_SAY: _("User participation"),
    AboutPart.NO_PRESSURE: _("No pressure to get well"),
    AboutPart.SOCIAL_SUPPORT: _("Social support"),
    AboutPart.LOW_THRESHOLD: _("Low threshold"),
}
"""The same as those say it who work with it, and pay for it."""
ABOUT_LABELS: dict[AboutPart, Promise] = {AboutPart.OPENING: _("In one or two sentences"), **ABOUT_TERMS}
ABOUT_OURS: dict[AboutPart, Promise] = {
    AboutPart.OPENING: _("There is room for you here. Come as you are."),
    AboutPart.SELF_HELP: _(
        "We do not decide for you. We listen, we stay when it is heavy, and we help you find what works for you. What "
        "you find here is yours to take home."
    ),
    AboutPart.HAVING_A_SAY: _(
        "Tell us what you think, help us plan, or leave it be. Much of what we do began when somebody who comes here "
        "said something. You are just as welcome if you say nothing."
    ),
    AboutPart.NO_PRESSURE: _(
        "Nobody here waits for you to get better. You may have a bad day, a bad week or a bad year. We do not measure "
        "you, and we do not ask where you have been. Stay away as long as you need. You are welcome back."
    ),
    AboutPart.SOCIAL_SUPPORT: _(
        "Most things are easier to carry when you are not alone with them. Here you can eat, walk or make something "
        "with others. You need not talk about what hurts. You can also just sit here."
    ),
    AboutPart.LOW_THRESHOLD: _(
        "You need no referral and no ID. Call or come by without saying who you are. If you turn at the door, try "
        "again another day. Nobody will mind."
    ),
}
"""What a centre says until it has written its own words. They say how we meet people, never what brings them."""
