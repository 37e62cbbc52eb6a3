"""The parts that outings put on the pages of meetings, places and the desk."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.groups import api as groups
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.ui.answers import language

from .. import policy, queries
from ..texts import MISSING, lines_of

DAYS_AHEAD = 8


def of_my_meeting(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """What this outing has become, on her page of the meeting."""
    return _mine(queries.my_frame(actor, session_id)) if policy.may_say(actor) else None


def of_my_place(actor: Actor, round_id: UUID, now: datetime) -> Panel | None:
    """What the group's next outing has become, on the page of her place."""
    return _mine(queries.my_next_frame(actor, round_id, now)) if policy.may_say(actor) else None


def of_session(actor: Actor, session_id: UUID, now: datetime) -> Panel | None:
    """Whether this meeting is an outing, what is missing, and the way to its plan and sheet."""
    if not policy.may_plan(actor):
        return None
    found = queries.brief(actor, session_id, now)
    if found is None and all(one.ends_at <= now for one in groups.meeting_times_of(actor, [session_id])):
        return None
    return Panel("outings/of_session.html", {"session_id": session_id, **_in_words(found)})


def of_desk(actor: Actor, about: UUID, now: datetime) -> Panel | None:
    """The outings of the coming days that this seat plans, and what each lacks."""
    if not policy.may_plan(actor):
        return None
    found = queries.briefs_to_come(actor, now, DAYS_AHEAD, language())
    return Panel("outings/of_desk.html", {"outings": [_in_words(one) for one in found]}) if found else None


def _mine(shown: queries.FrameShown | None) -> Panel | None:
    if shown is None:
        return None
    return Panel("outings/of_meeting.html", {"outing": shown, "lines": lines_of(shown.frame)})


def _in_words(found: queries.OutingBrief | None) -> dict[str, object]:
    if found is None:
        return {"outing": None}
    return {
        "outing": found,
        "lines": lines_of(found.frame),
        "missing": [MISSING[one] for one in found.missing],
    }
