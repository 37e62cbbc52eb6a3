"""The desk: today, who waits for us, what is not finished; each part only for seats that may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.areas.messages import api as messages
from stegvis.kernel import panels
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates

from ..rights import DESK

T = TypeVar("T")

WOULD_LIKE_A_TALK = _("Would like a talk")
TALK_IS_BEGUN = _("The talk is begun")
HAS_WRITTEN = _("Has written to us")
SHOULD_BE_CALLED = _("Should be called")


@dataclass(frozen=True, slots=True)
class WaitsForUs:
    """Somebody who waits for an adviser: what for, since when, and the page where it is answered."""

    nickname: str
    what: Promise
    about: str
    since: datetime
    href: str


@dataclass(frozen=True, slots=True)
class OnToday:
    """Something that happens today, in local time: a meeting with who receives, or a talk with whom."""

    starts: time
    ends: time
    title: str
    place: str
    receives: str
    href: str
    is_talk: bool = False


@needs(DESK)
def desk(request: StegvisRequest) -> HttpResponse:
    """Today for this seat. People are for advisers alone; others see the house, never who comes to it."""
    actor, now = request.actor, timezone.now()
    language = dates.known(translation.get_language() or "en")
    described = _unless_closed(lambda: directory.desk_offerings(actor))
    people = _unless_closed(lambda: _people(actor, now, language))
    meetings = _unless_closed(lambda: _meetings(actor, now, language))
    to_fill = _unless_closed(lambda: groups.places_to_fill(actor, now, language))
    unfinished = _not_shown_to_people(described or [])
    parts = panels.of(panels.Page.DESK, actor, actor.organisation_id, now)
    context = {
        "today": timezone.localdate(now),
        "waiting": people.waiting if people else None,
        "day": _by_time([*(meetings or []), *(people.talks if people else [])]),
        "plans": meetings is not None,
        "panels": parts,
        "to_fill": to_fill,
        "unfinished": unfinished,
        "when_it_suits": bool(to_fill or unfinished or not all(part.first for part in parts)),
        "nothing_described": described == [],
    }
    return render(request, "faces/desk.html", context)


def _unless_closed(read: Callable[[], T]) -> T | None:
    """A part of the desk, or None when this seat has no such part: the area's own query says so."""
    try:
        return read()
    except NotAllowed:
        return None


@dataclass(frozen=True, slots=True)
class _People:
    """What the desk tells an adviser of participants: who waits, who has waited longest first, and today's talks."""

    waiting: list[WaitsForUs]
    talks: list[OnToday]


def _people(actor: Actor, now: datetime, language: str) -> _People:
    """One look at each, for the whole page (X-06). Raises NotAllowed for anybody but an adviser."""
    wishes = admission.waiting_for_talk(actor, now, language, without_a_time=True)
    looked_at = {one.participant_id for one in wishes}
    written = messages.written_to_us(actor, now, looked_at=looked_at)
    looked_at |= {one.participant_id for one in written}
    calls = messages.calls_waiting(actor, now, looked_at=looked_at)
    looked_at |= {one.participant_id for one in calls}
    talks = admission.booked_today(actor, now, looked_at=looked_at)
    rows = [_for_a_talk(one) for one in wishes]
    for letter in written:
        thread = reverse("messages:thread", args=[letter.participant_id])
        rows.append(WaitsForUs(letter.nickname, HAS_WRITTEN, "", letter.since, thread))
    rows += [
        WaitsForUs(one.nickname, SHOULD_BE_CALLED, "", one.since, reverse("messages:calls")) for one in calls
    ]
    return _People(sorted(rows, key=lambda row: row.since), [_talk_today(one) for one in talks])


def _meetings(actor: Actor, now: datetime, language: str) -> list[OnToday]:
    return [
        OnToday(
            one.starts,
            one.ends,
            one.title,
            one.meeting_place,
            one.welcomed_by,
            reverse("groups:session", args=[one.session_id]),
        )
        for one in groups.today(actor, now, language)
    ]


def _talk_today(one: admission.BookedToday) -> OnToday:
    at = one.time
    return OnToday(
        at.starts, at.ends, one.nickname, at.place, at.adviser, reverse("admission:waiting"), is_talk=True
    )


def _by_time(day: list[OnToday]) -> list[OnToday]:
    return sorted(day, key=lambda one: (one.starts, one.ends, one.title))


def _for_a_talk(one: admission.Waiting) -> WaitsForUs:
    if one.talk_id:
        href = reverse("admission:talk", args=[one.talk_id])
        return WaitsForUs(one.nickname, TALK_IS_BEGUN, one.listing_title, one.since, href)
    return WaitsForUs(
        one.nickname, WOULD_LIKE_A_TALK, one.listing_title, one.since, reverse("admission:waiting")
    )


def _not_shown_to_people(lines: list[directory.OfferingLine]) -> list[directory.OfferingLine]:
    """Drafts. What rests was decided, and comes back by its next look."""
    return [line for line in lines if line.state is directory.State.DRAFT]
