"""Words for every code of admission."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.areas.messages import api as messages
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.ui import dates

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
        "Nothing is written about anybody here. Read it together or give it on paper: the "
        "ticks are theirs to set."
    ),
    Refusal.NOTHING_IS_WRITTEN_HERE: _(
        "Nothing is written about anybody here. Talk without writing, keep a time without a name, "
        "or let the person make a nickname herself."
    ),
    Refusal.TIME_TAKEN: _("Somebody else has just taken that time. Choose another one, or another way."),
    Refusal.TIME_HAS_PASSED: _("That time is too near, or has passed. Choose a later one."),
    Refusal.ENDS_BEFORE_IT_STARTS: _("The end is before the beginning. Write a later end."),
    Refusal.TALK_IS_LONGER: _(
        "No talk of that length fits in between. Write a later end, or a shorter talk."
    ),
    Refusal.TOO_MANY_TIMES: _("That is very many times at once. Offer fewer weeks first."),
}

SUBJECTS: dict[Subject, Promise] = {
    Subject.OFFERING: _("What we agree on here"),
    Subject.GROUP: _("What the group has agreed on"),
    Subject.CENTRE: _("What holds in the whole house"),
    Subject.PROMISE: _("What we promise each other"),
}

TICKS: dict[Subject, Promise] = {
    Subject.OFFERING: _("I have read this"),
    Subject.GROUP: _("I have read this"),
    Subject.CENTRE: _("I have read this"),
    Subject.PROMISE: _("I promise this"),
}

TICKS_TOLD: dict[Subject, Promise] = {
    Subject.OFFERING: _("We have gone through this together"),
    Subject.GROUP: _("We have gone through this together"),
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
    """The promise between participants in this language, in short paragraphs (S1-19)."""
    with translation.override(language):
        return "\n\n".join(str(line) for line in PROMISE)


LOOKS: dict[str, Promise] = {
    "admission.waiting_for_talk": _("Looked at who would like a talk, to answer"),
    "admission.talks_held": _("Looked at talks that have been held, to find one again"),
    "admission.talk": _("Opened your talk, to read or write in it"),
    "admission.offered_times": _("Looked at the times for talks, where your name stands"),
    "admission.booked_today": _("Looked at who comes for a talk today"),
    "admission.introductions": _("Went through with you what holds before the first time"),
}
"""Why an adviser looked, as the participant reads it."""

CLOSED: tuple[Promise, Promise] = (
    _("My talks"),
    _(
        "Nobody here sees that you would like a talk, or what you have said in one. Then we cannot meet you for a "
        "talk, or give you a place in a group. You can still choose yourself."
    ),
)
"""The part that she can close to all who work here, and what closing it costs her."""

TIME_CALLED_OFF = "admission.time_called_off"
"""The kind of message that says: the adviser has no room at the time you chose."""


ANOTHER_ADVISER = "admission.another_adviser"
"""The kind of message that says: somebody else meets you at the time you chose."""

TIMES_IN_NAME = _("Times for talks")


def _another(arguments: Mapping[str, str], language: str) -> messages.Words:
    with translation.override(language):
        return messages.Words(
            gettext("Somebody else meets you"),
            gettext(
                "The time stays: %(when)s. %(name)s meets you now. Would you like another time? You can choose one."
            )
            % {"when": _when(arguments, language), "name": arguments["name"]},
            reverse("admission:my_talk"),
            gettext("Look at my time"),
        )


def _another_spoken(arguments: Mapping[str, str], language: str) -> str:
    with translation.override(language):
        return gettext("“%(name)s meets you %(when)s, at the time you chose. Is that all right?”") % {
            "when": _when(arguments, language),
            "name": arguments["name"],
        }


def _called_off(arguments: Mapping[str, str], language: str) -> messages.Words:
    with translation.override(language):
        return messages.Words(
            gettext("The time you chose has gone"),
            gettext(
                "We cannot meet you %(when)s after all. That is our doing. Choose another time, or come as you like."
            )
            % {"when": _when(arguments, language)},
            reverse("admission:my_talk"),
            gettext("Choose another time"),
        )


def _called_off_spoken(arguments: Mapping[str, str], language: str) -> str:
    with translation.override(language):
        return gettext("“We cannot meet you %(when)s after all. Shall we find another time?”") % {
            "when": _when(arguments, language)
        }


def _when(arguments: Mapping[str, str], language: str) -> str:
    on, starts = date.fromisoformat(arguments["on"]), time.fromisoformat(arguments["starts"])
    return f"{dates.day(on, language)} {dates.clock_at(starts, language)}"


KINDS = (
    messages.Kind(TIME_CALLED_OFF, words=_called_off, spoken=_called_off_spoken),
    messages.Kind(ANOTHER_ADVISER, words=_another, spoken=_another_spoken),
)


@dataclass(frozen=True, slots=True)
class OfGroup:
    """What the group `of` has agreed on. `written` is what counts; `read` the same words for the reader."""

    of: UUID
    written: directory.Said
    read: directory.Said


class FindsOfGroups(Protocol):
    """Answers for each of these participants with what her own group in this offering has agreed on, if anything."""

    def __call__(
        self, actor: Actor, /, *, listing_id: UUID, participant_ids: Collection[UUID], language: str
    ) -> Mapping[UUID, OfGroup]: ...


_finders: list[FindsOfGroups] = []


def declare_introduction(find: FindsOfGroups) -> None:
    """Let a higher area add a group's own words to what is read before the first time. From its `ready()`.

    Other words than those that were read open the introduction again, as everywhere (S1-17). It asks the database
    equally often, however many people are asked about.
    """
    if find not in _finders:
        _finders.append(find)


def of_groups(
    actor: Actor, listing_id: UUID, participant_ids: Collection[UUID], language: str = ""
) -> dict[UUID, OfGroup]:
    """What the group of each of these participants has agreed on; nobody stands here without a group."""
    found: dict[UUID, OfGroup] = {}
    for find in _finders:
        found |= find(actor, listing_id=listing_id, participant_ids=participant_ids, language=language)
    return found


def in_force(
    organisation: people.OrganisationShown, guidelines: directory.Guidelines, group: OfGroup | None = None
) -> dict[Subject, directory.Said]:
    """What people are introduced to today before this offering, each in the language in which it counts."""
    said = {
        Subject.OFFERING: guidelines.written,
        Subject.GROUP: group.written if group else directory.Said("", organisation.language),
        Subject.CENTRE: directory.Said(organisation.guidelines, organisation.language),
        Subject.PROMISE: directory.Said(promise_in(organisation.language), organisation.language),
    }
    there_is = what_there_is({subject: words.text for subject, words in said.items()})
    return {subject: directory.Said(text, said[subject].language) for subject, text in there_is.items()}


SHARED_TALK, SHARED_GOOD_TO_KNOW = _("My copy of the talk"), _("From the talk, only what is good to know")
"""What a participant can share with one person (X-04)."""

SHARED_PARTS: dict[str, Promise] = {
    "held_on": _("The talk was held"),
    "good_for_me": _("Good for me now"),
    "good_to_know": _("Good to know"),
    "greeting": _("If we meet outside"),
    "if_it_does_not_fit": _("If it does not fit"),
    "review_on": _("We talk again"),
}
