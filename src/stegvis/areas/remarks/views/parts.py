"""Parts on the pages of lower areas: the desk, a round, a meeting, an offering, and the participant's place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.ui.answers import language

from .. import policy, queries


def on_the_desk(actor: Actor, organisation_id: UUID, now: datetime) -> Panel | None:
    """What is to be followed up; a reminder to managers while there is no guideline; where it is not seen (S1-16)."""
    if not policy.may_act(actor):
        return None
    number = queries.newest_number(actor)
    follow_ups = queries.my_follow_ups(actor, now)
    missing = not number and policy.may_write(actor)
    lacking = queries.number_lacking(actor, now) if number else 0
    if not (follow_ups or missing or lacking):
        return None
    shown = {"follow_ups": follow_ups, "missing": missing, "lacking": lacking}
    return Panel("remarks/on_desk.html", shown, first=bool(follow_ups))


def on_a_round(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """How this group sees the guideline, or how to mend it."""
    if not policy.may_act(actor):
        return None
    seen = queries.how_round_sees(actor, round_id, now, language())
    return Panel("remarks/on_round.html", {"seen": seen, "number": queries.newest_number(actor)})


def on_a_session(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """One tap to "something was said", and one to the guideline (S1-15, S1-34)."""
    return (
        Panel("remarks/on_session.html", {"session_id": session_id}, first=True)
        if policy.may_act(actor)
        else None
    )


def for_those_who_come(actor: Actor, about: UUID, now: datetime) -> Panel | None:
    """The way to the words that hang on the wall: from what is offered, and from a participant's own place."""
    if not queries.newest_number(actor):
        return None
    return Panel("remarks/for_those_who_come.html", {"slug": people.organisation(actor.organisation_id).slug})
