"""Words for every code of admission."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Choice, Greeting, Refusal, RequestState, Way

REQUEST_STATES: dict[RequestState, Promise] = {
    RequestState.ASKED: _("Waiting for a talk"),
    RequestState.TALK_HELD: _("The talk is held"),
    RequestState.TAKEN_BACK: _("Taken back"),
}

WAYS: dict[Way, Promise] = {
    Way.COME_BY: _("I come by"),
    Way.CALL: _("Call me"),
    Way.WRITE: _("Write to me here"),
}

CHOICES: dict[Choice, Promise] = {
    Choice.NOW: _("Now"),
    Choice.MAYBE_LATER: _("Maybe later"),
    Choice.NOT_FOR_ME: _("Not for me"),
}

GREETINGS: dict[Greeting, Promise] = {
    Greeting.GREET: _("Yes, say hello"),
    Greeting.ONLY_IF_I_DO: _("Only if I say hello first"),
    Greeting.DO_NOT: _("No, please do not"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.EXPECTATIONS_OPEN: _(
        "What you wrote is saved. Talk through what to expect first, and tick for both of you. "
        "Or choose “Maybe later”."
    ),
    Refusal.REVIEW_HAS_PASSED: _(
        "That day has passed. Choose a day to come, or leave it empty: ask whenever you like."
    ),
    Refusal.NOT_HELD_YET: _("That day is still to come. Note the talk once you have held it."),
    Refusal.CANNOT_BE_JOINED: _(
        "This cannot be joined here just now. You can still have a talk, and we find something else together."
    ),
    Refusal.COPY_IS_HERS: _(
        "This talk is held, and what was said is the participant's own. Begin a new talk together."
    ),
}


LOOKS: dict[str, Promise] = {
    "admission.waiting_for_talk": _("Looked at who would like a talk, to answer"),
    "admission.talks_held": _("Looked at talks that have been held, to find one again"),
    "admission.talk": _("Opened your talk, to read or write in it"),
}
"""Why an adviser looked, as the participant reads it."""
