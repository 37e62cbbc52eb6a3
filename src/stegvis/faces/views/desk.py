"""The desk: today, who waits for us, what is not finished; each part only for seats that may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
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


@needs(DESK)
def desk(request: StegvisRequest) -> HttpResponse:
    """Today for this seat. People are for advisers alone; others see the house, never who comes to it."""
    actor, now = request.actor, timezone.now()
    language = dates.known(translation.get_language() or "en")
    described = _unless_closed(lambda: directory.desk_offerings(actor))
    context = {
        "today": timezone.localdate(now),
        "waiting": _unless_closed(lambda: _waiting(actor, now, language)),
        "sessions": _unless_closed(lambda: groups.today(actor, now, language)),
        "to_fill": _unless_closed(lambda: groups.places_to_fill(actor, now, language)),
        "unfinished": _not_shown_to_people(described or []),
        "nothing_described": described == [],
    }
    return render(request, "faces/desk.html", context)


def _unless_closed(read: Callable[[], T]) -> T | None:
    """A part of the desk, or None when this seat has no such part: the area's own query says so."""
    try:
        return read()
    except NotAllowed:
        return None


def _waiting(actor: Actor, now: datetime, language: str) -> list[WaitsForUs]:
    """Everybody who waits for an adviser, who has waited longest first. One look at each, for the whole page (X-06)."""
    talks = admission.waiting_for_talk(actor, now, language)
    looked_at = {one.participant_id for one in talks}
    written = messages.written_to_us(actor, now, looked_at=looked_at)
    looked_at |= {one.participant_id for one in written}
    calls = messages.calls_waiting(actor, now, looked_at=looked_at)
    rows = [_for_a_talk(one) for one in talks]
    for letter in written:
        thread = reverse("messages:thread", args=[letter.participant_id])
        rows.append(WaitsForUs(letter.nickname, HAS_WRITTEN, "", letter.since, thread))
    rows += [WaitsForUs(one.nickname, SHOULD_BE_CALLED, "", one.since, reverse("messages:calls")) for one in calls]
    return sorted(rows, key=lambda row: row.since)


def _for_a_talk(one: admission.Waiting) -> WaitsForUs:
    if one.talk_id:
        href = reverse("admission:talk", args=[one.talk_id])
        return WaitsForUs(one.nickname, TALK_IS_BEGUN, one.listing_title, one.since, href)
    return WaitsForUs(
        one.nickname, WOULD_LIKE_A_TALK, one.listing_title, one.since, reverse("admission:waiting")
    )


def _not_shown_to_people(lines: list[directory.OfferingLine]) -> list[directory.OfferingLine]:
    """Drafts and paused offerings."""
    return [line for line in lines if line.state in (directory.State.DRAFT, directory.State.PAUSED)]
