"""Words for every code of the groups area."""

from collections.abc import Callable, Mapping
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.messages.api import Words
from stegvis.ui import dates

from .rules import CallOffWhy, Often, PlaceState, Refusal, SessionState

ROUNDS_IN_NAME = _("Meets those who are new, in rounds")

PLACE_STATES: dict[PlaceState, Promise] = {
    PlaceState.WAITING: _("You are in line for a place"),
    PlaceState.OFFERED: _("You are offered a place"),
    PlaceState.HELD: _("You have a place"),
    PlaceState.LEFT: _("You have left the group"),
}

SESSION_STATES: dict[SessionState, Promise] = {
    SessionState.PLANNED: _("Planned"),
    SessionState.HELD: _("Held"),
    SessionState.CALLED_OFF: _("Called off"),
}

CALLED_OFF_WHY: dict[CallOffWhy, Promise] = {
    CallOffWhy.STAFF: _("Too few of us at work"),
    CallOffWhy.FEW: _("Too few who could come"),
    CallOffWhy.OTHER: _("Something else"),
}

OFTEN: dict[Often, Promise] = {
    Often.EVERY_WEEK: _("Every week"),
    Often.EVERY_OTHER_WEEK: _("Every other week"),
    Often.ONCE: _("Once"),
    Often.DAYS: _("On days I choose"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.TALK_COMES_FIRST: _(
        "A talk with an adviser comes first. After it, the same button gives you a place."
    ),
    Refusal.NOT_NOW: _(
        "In the talk the answer to this was not “now”. Note the new answer in a talk, "
        "or let the participant press “I want to join”."
    ),
    Refusal.OFFERING_RESTS: _("This offering rests just now. There are others, and somebody to talk to."),
    Refusal.ROUND_IS_CLOSED: _("This group takes in nobody new just now. There are other groups."),
    Refusal.ROUND_IS_OVER: _("This round is over. There may be a new one soon."),
    Refusal.ROUND_HAS_STARTED: _(
        "This group has begun and takes in new people when it starts again. Talk to us, and we see what we can do."
    ),
    Refusal.ROUND_IS_FULL: _("This group is full just now. That has nothing to do with you."),
    Refusal.OTHERS_WAIT: _("Others were here before you and wait for this place. You can have the next one."),
    Refusal.OFFER_WENT_ON: _(
        "The place has gone on to the next in line. You keep your turn, and we tell you when a place is free again."
    ),
    Refusal.HERS_TO_TAKE: _(
        "Here staff write nothing about anybody. The participant takes the place on My page, "
        "or you keep one without a name."
    ),
    Refusal.HAS_A_NAME_HERE: _(
        "In this offering a place belongs to somebody with a nickname. Give it by that."
    ),
    Refusal.WORD_NOT_KNOWN: _(
        "We do not find that word. Ask the other once more how it is written. It only works in the same group."
    ),
    Refusal.DAYS_NOT_UNDERSTOOD: _(
        "We could not read which days these are. Choose how often the group meets."
    ),
    Refusal.NO_DAYS: _("No meeting falls between these days. Choose a later last day."),
    Refusal.TOO_MANY_DAYS: _("That is more than 120 meetings. Plan one round now and the next one later."),
    Refusal.ENDS_BEFORE_IT_STARTS: _("It ends before it starts. Change one of the two times."),
    Refusal.NOTHING_IS_WRITTEN: _("Here nothing is written about who comes. Write how many came instead."),
    Refusal.NOT_YET: _("This meeting has not begun. You can note who came on the day."),
    Refusal.CALLED_OFF: _("This meeting is called off. Hold it after all, or choose another one."),
    Refusal.MEETING_IS_OVER: _("This meeting has been held and stays as it was. You can add a new one."),
    Refusal.TOO_FEW_STAFF: _(
        "There were too few of us at work, so this meeting stays called off. Move it to another day instead."
    ),
    Refusal.DATE_IS_TAKEN: _("The group already meets at that time. Choose another time."),
    Refusal.DATE_HAS_PASSED: _("That time has passed. Choose a later one."),
    Refusal.OUTSIDE_THE_ROUND: _(
        "That day lies outside the round. Change the last day of the round first, or choose a day within it."
    ),
    Refusal.FOLLOWS_NEEDS_ROOM: _(
        "More people have a place in the round before than fit here. Make room for all of them, "
        "or plan a round that does not follow it."
    ),
}

DATES_TOLD: dict[str, Promise] = {
    "called_off": _("Called off: %(days)s."),
    "new": _("New: %(days)s."),
    "moved": _("At another time: %(days)s."),
}
MOST_DAYS_TOLD = 5

LOOKS: dict[str, Promise] = {
    "groups.people_in": _("Looked at who is in a group, to receive them"),
    "groups.line_in": _("Looked at who waits for a place in a group"),
    "groups.may_be_given": _("Looked at who would like a place in a group, to give one"),
    "groups.people_at": _("Looked at who is at a meeting, to receive them"),
    "groups.places_for": _("Opened your places in groups, to help you with one"),
}
"""Why an adviser looked, as the participant reads it."""


def place_is_offered(said: Mapping[str, str], language: str) -> Words:
    """A place is free for her. `said`: the offering's `title` and the id of her `place`."""
    with override(language):
        return Words(
            subject=gettext("A place is free for you"),
            text=gettext(
                "You can have a place in %(title)s. Say yes or no on the page of the place. "
                "A no costs nothing, and you need not say why."
            )
            % said,
            href=reverse("groups:my_place", args=[said["place"]]),
            action=gettext("Open the place"),
        )


def place_is_offered_aloud(said: Mapping[str, str], language: str) -> str:
    """What an adviser says on the phone when a place is free."""
    with override(language):
        return (
            gettext(
                "A place in %(title)s is free for you. You have two days to think about it. "
                "A no costs nothing. Would you like it?"
            )
            % said
        )


def offering_rests(said: Mapping[str, str], language: str) -> Words:
    """What she waits for is paused. She keeps her turn."""
    with override(language):
        return Words(
            subject=gettext("A break in what you wait for"),
            text=gettext(
                "%(title)s takes a break just now. You keep your turn. We write to you when it goes on. "
                "Until then there are other things to come to, and somebody to talk to."
            )
            % said,
            href=reverse("directory:offerings"),
            action=gettext("See what else there is"),
        )


def offering_has_ended(said: Mapping[str, str], language: str) -> Words:
    """What she waits for is no more."""
    with override(language):
        return Words(
            subject=gettext("What you waited for has ended"),
            text=gettext(
                "%(title)s has ended. We are sorry that there was no place for you in time. "
                "There are other things to come to, and we gladly help you find one."
            )
            % said,
            href=reverse("directory:offerings"),
            action=gettext("See what else there is"),
        )


def dates_changed(said: Mapping[str, str], language: str) -> Words:
    """Dates of her group are called off, new or at another time. `said`: `title`, `place`, and days by commas."""
    with override(language):
        told = [gettext("The dates of %(title)s have changed.") % said]
        for key, words in DATES_TOLD.items():
            if said.get(key):
                told.append(str(words) % {"days": _days(said[key], language)})
        return Words(
            subject=gettext("New dates"),
            text=" ".join(told),
            href=reverse("groups:my_place", args=[said["place"]]),
            action=gettext("See all dates"),
        )


def called_off(said: Mapping[str, str], language: str) -> Words:
    """A meeting is called off. `said`: `title`, `place`, the `day`, and what happens `instead`, maybe empty."""
    with override(language):
        facts = {"title": said["title"], "day": _days(said["day"], language)}
        told = gettext(
            "%(title)s on %(day)s is called off. We are sorry. "
            "It has nothing to do with you, and your place stays yours."
        )
        instead = said.get("instead") or gettext(
            "There are other things to come to, and somebody to talk to."
        )
        return Words(
            subject=gettext("A change on %(day)s") % facts,
            text=f"{told % facts} {instead}",
            href=reverse("groups:my_place", args=[said["place"]]),
            action=gettext("See all dates"),
        )


def group_goes_on(said: Mapping[str, str], language: str) -> Words:
    """A new round follows, and her place goes on in it. `said`: `title`, `place`, and the first day `from_on`."""
    with override(language):
        facts = {"title": said["title"], "day": _days(said["from_on"], language)}
        return Words(
            subject=gettext("Your group goes on"),
            text=gettext(
                "%(title)s goes on from %(day)s. Your place is yours. "
                "If you would rather not come, you give it back in one tap."
            )
            % facts,
            href=reverse("groups:my_place", args=[said["place"]]),
            action=gettext("Open the place"),
        )


def _days(iso: str, language: str) -> str:
    days = [dates.day(date.fromisoformat(day), language) for day in iso.split(",")]
    return ", ".join(days[:MOST_DAYS_TOLD] + ["…"] * (len(days) > MOST_DAYS_TOLD))


def said_aloud(words: Callable[[Mapping[str, str], str], Words]) -> Callable[[Mapping[str, str], str], str]:
    """For the phone, the text as it stands on her page."""
    return lambda said, language: words(said, language).text


SHARED_GROUPS, SHARED_AIMS = _("My groups"), _("My small aims")
"""What a participant can share with one person (X-04)."""
