"""Ill or away: one's own sick call in one tap, taking it back, and a colleague's who phoned in two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import AwayForm
from ..queries import AwayShown
from ..rules import Refusal, moment, monday_of
from ..texts import REFUSALS
from .mine import AwayTime, mine_of, times_away

PAGE, COLLEAGUE = "staffing/duties.html", "staffing/colleague.html"
A_DAY = timedelta(days=1)
DAYS_TO_CHOOSE = 3
"""For today and so many days in all a colleague who phones is written down in two taps."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here, on one day. `away`: the time she is away that day; None when she comes."""

    seat_id: UUID
    name: str
    duties: tuple[tuple[time, time, str], ...]
    away: AwayTime | None


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def duties(request: StegvisRequest) -> HttpResponse:
    """What I am on and what I could take. POST `do`: `ill_today`, `ill_tomorrow`, `away` with days, `one_more` and
    `until_back` and `back` with the `away` they are about, `take` with `session`.
    """
    now, do = timezone.now(), request.POST.get("do", "") if request.method == "POST" else ""
    form = AwayForm(request.POST if do == "away" else None)
    fields.put_back(form, people.typed_before(request, now=now))
    if do == "away" and not form.is_valid():
        return refused(request, PAGE, _context(request, now, form))
    try:
        if do == "take":
            actions.take_over(
                request.actor,
                session_id=uuid_in(request, "session"),
                can_do_it=request.POST.get("can") == "yes",
                now=now,
            )
            messages.success(request, _("Thank you. You are on it."))
        elif do == "back":
            messages.success(request, _here_after_all(request, now))
        elif do:
            from_at, until_at = _when(request, do, form, now)
            actions.report_away(request.actor, from_at=from_at, until_at=until_at, now=now)
            messages.success(request, _("It is done. Nobody asks why."))
        else:
            return render(request, PAGE, _context(request, now, form))
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, PAGE, {**_context(request, now, form), "refusal": words})
    return SeeOther(reverse("staffing:duties"))


def _here_after_all(request: StegvisRequest, now: datetime) -> str:
    """Take it back, and say so; and that what was called off meanwhile does not come back by itself."""
    gone = any(line.shift.look == "off" for line in mine_of(request.actor, now, language()).covered)
    if mine := _my_times(request, now):
        _back(request.actor, _said(request, mine) or mine[0], now)
    if gone:
        return _("Taken back. What was called off stays so, unless you hold it after all, on its own page.")
    return _("Taken back. You are expected as before.")


def _when(
    request: StegvisRequest, do: str, form: AwayForm, now: datetime
) -> tuple[datetime, datetime | None]:
    """From which moment until which this tap says that she is away. Raises NotFound for a tap that does not exist."""
    zone = people.organisation(request.actor.organisation_id).time_zone
    today = timezone.localdate(now)
    if do == "ill_today":
        return now, _midnight(today + A_DAY, zone)
    if do == "ill_tomorrow":
        return _midnight(today + A_DAY, zone), _midnight(today + 2 * A_DAY, zone)
    if do == "away":
        first, last = form.cleaned_data["from_on"], form.cleaned_data["until_on"]
        return (
            max(_midnight(first, zone), now) if first == today else _midnight(first, zone),
            _midnight(last + A_DAY, zone) if last else None,
        )
    mine = _time_away(request, now)
    if do == "until_back":
        return max(mine.from_at, now), None
    if do == "one_more" and mine.until_at and mine.last_on:
        return mine.until_at, _midnight(mine.last_on + 2 * A_DAY, zone)
    raise NotFound


def _midnight(day: date, zone: str) -> datetime:
    return moment(day, time(), zone=zone)


def _time_away(request: StegvisRequest, now: datetime) -> AwayTime:
    """My time away that the form is about. Raises NotFound for anybody else's, and for what is over."""
    found = _said(request, _my_times(request, now))
    if found is None:
        raise NotFound
    return found


def _my_times(request: StegvisRequest, now: datetime) -> tuple[AwayTime, ...]:
    return times_away((one for one in queries.away_now(request.actor, now) if one.mine), now)


def _said(request: StegvisRequest, mine: tuple[AwayTime, ...]) -> AwayTime | None:
    """Of these the one the form is about; None on a page so old that its first days are over."""
    key = uuid_in(request, "away")
    return next((one for one in mine if key in one.ids), None)


def _back(actor: Actor, away: AwayTime, now: datetime, seat_id: UUID | None = None) -> None:
    """A slip of the thumb leaves no trace; later she is back from now on."""
    if not away.is_fresh(now):
        actions.back_again(actor, seat_id=seat_id, now=now)
        return
    for one in away.ids:
        actions.take_back_away(actor, away_id=one, now=now)


def _context(request: StegvisRequest, now: datetime, form: AwayForm) -> dict[str, Any]:
    return {"mine": mine_of(request.actor, now, language()), "today": timezone.localdate(now), "form": form}


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def colleague(request: StegvisRequest) -> HttpResponse:
    """Who phoned: all who work here, on the day `?day=` (today and the next days). POST `do`: `ill` or `back`."""
    now = timezone.now()
    today = timezone.localdate(now)
    days = [today + more * A_DAY for more in range(DAYS_TO_CHOOSE)]
    asked = _day(request.GET.get("day", ""))
    day = asked if asked in days else today
    colleagues = _colleagues(request.actor, day, now)
    context = {"colleagues": colleagues, "days": days, "day": day, "today": today}
    if request.method != "POST":
        return render(request, COLLEAGUE, context)
    seat_id = uuid_in(request, "seat")
    one = next((who for who in colleagues if who.seat_id == seat_id), None)
    if one is None:
        raise NotFound
    try:
        _say_for(request, one, day, now)
    except Refused as refusal:
        return refused(request, COLLEAGUE, {**context, "refusal": REFUSALS[Refusal(refusal.reason)]})
    return SeeOther(f"{request.path}?day={day.isoformat()}")


def _say_for(request: StegvisRequest, one: Colleague, day: date, now: datetime) -> None:
    if request.POST.get("do") == "back":
        if one.away:
            _back(request.actor, one.away, now, seat_id=one.seat_id)
        messages.success(request, _("%(name)s is expected as before.") % {"name": one.name})
        return
    zone = people.organisation(request.actor.organisation_id).time_zone
    actions.report_away(
        request.actor,
        seat_id=one.seat_id,
        from_at=max(_midnight(day, zone), now),
        until_at=_midnight(day + A_DAY, zone),
        now=now,
    )
    said = _("%(name)s is away that day. Whoever is free is asked, and nobody has to phone around.")
    messages.success(request, said % {"name": one.name})


def _colleagues(actor: Actor, day: date, now: datetime) -> list[Colleague]:
    """Everybody but oneself, first those who are on something that day."""
    week = queries.week(actor, monday_of(day), now, language())
    here = next(one for one in week.days if one.on == day)
    found = []
    for person in week.people:
        if person.seat_id == actor.seat_id:
            continue
        on = tuple(
            (duty.starts, duty.ends, meeting.title)
            for meeting in here.meetings
            for duty in meeting.duties
            if duty.seat_id == person.seat_id
        )
        away = _away_of(person.seat_id, here.away, now)
        found.append(Colleague(person.seat_id, person.name, on, away))
    return sorted(found, key=lambda one: (not one.duties, one.name.casefold()))


def _away_of(seat_id: UUID, away: tuple[AwayShown, ...], now: datetime) -> AwayTime | None:
    times = times_away((one for one in away if one.seat_id == seat_id), now)
    still = [one for one in times if one.until_at is None or one.until_at > now]
    return still[0] if still else None


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
