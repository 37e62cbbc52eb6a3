"""Words for every code of admission."""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people

from .rules import Choice, Greeting, Refusal, RequestState, Subject, Way, what_there_is

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
    Refusal.INTRODUCTION_IS_HERS: _(
        "Nothing is written about anybody here. Read it together or give it on paper: the ticks are hers to set."
    ),
}

SUBJECTS: dict[Subject, Promise] = {
    Subject.OFFERING: _("What we agree on here"),
    Subject.CENTRE: _("What holds in the whole house"),
    Subject.PROMISE: _("What we promise each other"),
}

TICKS: dict[Subject, Promise] = {
    Subject.OFFERING: _("I have read this"),
    Subject.CENTRE: _("I have read this"),
    Subject.PROMISE: _("I promise this"),
}

TICKS_TOLD: dict[Subject, Promise] = {
    Subject.OFFERING: _("We have gone through this together"),
    Subject.CENTRE: _("We have gone through this together"),
    Subject.PROMISE: _("We have read it together, and the participant promises this"),
}

PROMISE: tuple[Promise, ...] = (
    _("What you hear about others here stays here. You may tell about yourself, but not about them."),
    _("If you meet somebody outside, you tell nobody where you know each other from."),
    _("You take no pictures of anybody, and write nothing about them on the net."),
    _("Everybody who comes here promises the same about you."),
    _("If you have said too much after all, tell one of us. Then we see together what we can do."),
)


def promise_in(language: str) -> str:
    """The promise between participants in this language, a line a sentence (S1-19)."""
    with translation.override(language):
        return "\n".join(str(line) for line in PROMISE)


LOOKS: dict[str, Promise] = {
    "admission.waiting_for_talk": _("Looked at who would like a talk, to answer"),
    "admission.talks_held": _("Looked at talks that have been held, to find one again"),
    "admission.talk": _("Opened your talk, to read or write in it"),
    "admission.introductions": _("Went through with you what holds before the first time"),
}
"""Why an adviser looked, as the participant reads it."""


def in_force(
    organisation: people.OrganisationShown, guidelines: directory.Guidelines
) -> dict[Subject, directory.Said]:
    """What people are introduced to today before this offering, each in the language in which it counts."""
    said = {
        Subject.OFFERING: guidelines.written,
        Subject.CENTRE: directory.Said(organisation.guidelines, organisation.language),
        Subject.PROMISE: directory.Said(promise_in(organisation.language), organisation.language),
    }
    there_is = what_there_is({subject: words.text for subject, words in said.items()})
    return {subject: directory.Said(text, said[subject].language) for subject, text in there_is.items()}
