"""Words for every code of the groups area."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Often, PlaceState, Refusal, SessionState

PLACE_STATES: dict[PlaceState, Promise] = {
    PlaceState.ASKED: _("You have asked for a place"),
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

OFTEN: dict[Often, Promise] = {
    Often.EVERY_WEEK: _("Every week"),
    Often.EVERY_OTHER_WEEK: _("Every other week"),
    Often.ONCE: _("Once"),
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
    Refusal.DAYS_NOT_UNDERSTOOD: _(
        "We could not read which days these are. Choose how often the group meets."
    ),
    Refusal.NO_DAYS: _("No meeting falls between these days. Choose a later last day."),
    Refusal.TOO_MANY_DAYS: _("That is more than 120 meetings. Plan one round now and the next one later."),
    Refusal.ENDS_BEFORE_IT_STARTS: _("It ends before it starts. Change one of the two times."),
}


LOOKS: dict[str, Promise] = {
    "groups.people_in": _("Looked at who is in a group, to receive them"),
    "groups.may_be_given": _("Looked at who would like a place in a group, to give one"),
    "groups.places_for": _("Opened your places in groups, to help you with one"),
}
"""Why an adviser looked, as the participant reads it."""
