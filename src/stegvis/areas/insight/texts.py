"""Words for this area's codes. A test checks that none is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory

from .rules import Outcome, Refusal, Why

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

PORTFOLIO: Promise = _("Overview and review")


OUTCOMES: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("Go on as it is"),
    Outcome.ADJUST: _("Go on, and change something"),
    Outcome.LESS: _("Go on with less"),
    Outcome.PAUSE: _("Pause for a while"),
    Outcome.CLOSE: _("Close for good"),
}
OUTCOMES_WHEN_PAUSED: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("Start again"),
    Outcome.ADJUST: _("Stay paused while we change something"),
    Outcome.PAUSE: _("Stay paused"),
    Outcome.CLOSE: _("Close for good"),
}
MEANS: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("People see it as before."),
    Outcome.ADJUST: _("People still see it. You change it afterwards, on its own page."),
    Outcome.LESS: _("Fewer times, or fewer places. People read about it on its page."),
    Outcome.PAUSE: _("People no longer find it, and read at its address why, and what else there is."),
    Outcome.CLOSE: _("It does not open again, but you can copy it. People read what else there is."),
}
DONE: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("It goes on. Thank you for looking at it."),
    Outcome.ADJUST: _("Kept. Now change what should be different."),
    Outcome.LESS: _("Kept. It stands on its page. Now change what should be different."),
    Outcome.PAUSE: _("It rests. Whoever opens its page reads what you wrote, and what else there is."),
    Outcome.CLOSE: _("It is closed. Whoever opens its page reads what you wrote, and what else there is."),
}
ENDED_IN: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("Went on"),
    Outcome.ADJUST: _("Adjusted"),
    Outcome.LESS: _("Became less"),
    Outcome.PAUSE: _("Paused"),
    Outcome.CLOSE: _("Closed"),
}
MEANS_WHEN_PAUSED: dict[Outcome, Promise] = {
    Outcome.CONTINUE: _("People find it again, as it was."),
    Outcome.ADJUST: _("People do not find it until you publish it."),
    Outcome.PAUSE: _("You say why, and what people read meanwhile."),
    Outcome.CLOSE: MEANS[Outcome.CLOSE],
}
PARTICIPATION: dict[directory.ParticipationKind, Promise] = {
    directory.ParticipationKind.SHARE_WITH_WORKING_GROUP: _("tell the working group"),
    directory.ParticipationKind.DECIDE_IN_WORKING_GROUP: _("decide with us"),
    directory.ParticipationKind.SHARE_EXPERIENCE: _("share while we meet"),
    directory.ParticipationKind.EVERYDAY_LANGUAGE: _("help with the language"),
}
"""How people take part in shaping it, in short: in a table."""
WHYS: dict[Why, Promise] = {
    Why.USER_GROUP_CHANGED: _("Those who come have changed, or want something else"),
    Why.TOO_DEMANDING: _("It takes more of us than we have"),
    Why.OTHER: _("Something else"),
}
REFUSALS: dict[Refusal, Words] = {
    Refusal.NOT_POSSIBLE_NOW: _("That cannot be chosen as the offering stands now. Choose another one."),
    Refusal.CHOOSE_A_REASON: _(
        "Choose a reason. It stands in the year's overview, so that nobody has to guess."
    ),
    Refusal.SAY_THE_REASON: _("Say in a few words what the reason is."),
    Refusal.SAY_WHAT_CHANGES: _("Say in a few words what you will change."),
    Refusal.TELL_PEOPLE: _("Write what people are told. Some of them look forward to it."),
    Refusal.NOWHERE_TO_GO: _(
        "Choose at least one other offering, or write whom people can talk to, so that nobody is left without a way on."
    ),
    Refusal.CHOOSE_ANOTHER: _(
        "Choose at least one other offering that people can come to, so that nobody is left without a way on."
    ),
    Refusal.WHEN_NEXT: _("Choose the next day to look at it: a day to come."),
    Refusal.NEXT_IS_TOO_FAR: _("That is far away. Choose a day within two years."),
    Refusal.TOO_LONG: _("This text is too long: at most %(limit)s characters."),
}
