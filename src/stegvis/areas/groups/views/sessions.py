"""One meeting at the desk: who is here, how many came; its list on paper, the wall, and the day's counting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel import panels
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import CallOffForm, CameForm, MeetingForm
from ..rules import Refusal
from ..texts import REFUSALS

PAGE = "groups/session.html"
DAYS_ON_THE_WALL = 28


@needs(policy.PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def session(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """One meeting. POST `do`: `here` or `not_here` with `participant`, `count` with `came`; or, with the `version` of
    the round, `call_off`, `hold` after all, or `move` to another time.
    """
    shown = queries.session_page(request.actor, session_id, timezone.now(), language())
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in {"here", "not_here"}:
        return _note(request, shown, here=do == "here")
    if do == "count":
        return _count(request, shown)
    if do == "call_off":
        return _call_off(request, shown)
    if do in {"hold", "move"}:
        return _change(request, shown, do)
    return render(request, PAGE, _context(request, shown))


def _note(request: StegvisRequest, shown: queries.SessionPage, *, here: bool) -> HttpResponse:
    """One tap. With htmx the answer is that one row; without, the page again at that row."""
    policy.require_may_note_who_came(request.actor)
    one, now = uuid_in(request, "participant"), timezone.now()
    try:
        if here:
            actions.attend(request.actor, session_id=shown.session_id, participant_ids=[one], now=now)
        else:
            actions.undo_attendance(request.actor, session_id=shown.session_id, participant_id=one, now=now)
    except Refused as refusal:
        return _refused(request, shown, refusal)
    if not request.htmx:
        return SeeOther(f"{request.path}#p-{one}")
    people = queries.people_at(request.actor, shown.session_id, now, only=[one])
    return render(request, "groups/session_person.html", {"meeting": shown, "person": people[0]})


def _count(request: StegvisRequest, shown: queries.SessionPage) -> HttpResponse:
    form = CameForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, shown, form))
    try:
        actions.count_came(
            request.actor,
            session_id=shown.session_id,
            came=form.cleaned_data["came"],
            now=timezone.now(),
        )
    except Refused as refusal:
        return _refused(request, shown, refusal)
    messages.success(request, _("The number is kept."))
    return SeeOther(request.path)


def _change(request: StegvisRequest, shown: queries.SessionPage, do: str) -> HttpResponse:
    """Move the meeting, or hold it after all. What another has changed meanwhile is never overwritten."""
    form = MeetingForm(request.POST if do == "move" else {**_when(shown), **request.POST.dict()})
    if not form.is_valid():
        return refused(request, PAGE, _context(request, shown, move=form))
    said, now = form.cleaned_data, timezone.now()

    def change() -> None:
        if do == "move":
            actions.move_meeting(request.actor, session_id=shown.session_id, now=now, **said)
        else:
            actions.hold_after_all(
                request.actor, session_id=shown.session_id, version=said["version"], now=now
            )

    return _done(request, shown, form, change) or refused(request, PAGE, _context(request, shown, move=form))


def _call_off(request: StegvisRequest, shown: queries.SessionPage) -> HttpResponse:
    """Call the meeting off: why, and what people can come to instead (S1-32)."""
    form = CallOffForm(request.POST)

    def change() -> None:
        said, now = form.cleaned_data, timezone.now()
        actions.call_off_meeting(request.actor, session_id=shown.session_id, now=now, **said)

    if form.is_valid() and (done := _done(request, shown, form, change)):
        return done
    return refused(request, PAGE, _context(request, shown, off=form))


def _done(
    request: StegvisRequest,
    shown: queries.SessionPage,
    form: MeetingForm | CallOffForm,
    change: Callable[[], None],
) -> HttpResponse | None:
    """Back to the page when it is done; None, with words in the form, when it is not."""
    try:
        change()
    except Changed:
        form.add_error(None, _("Somebody else has changed this round meanwhile. Look at it once more."))
        fields.with_answers(form, version=str(shown.version))
        return None
    except Refused as refusal:
        form.add_error(None, str(REFUSALS[Refusal(refusal.reason)]))
        return None
    messages.success(request, _("Done. Everybody who has a place is told."))
    return SeeOther(request.path)


def _when(shown: queries.SessionPage) -> dict[str, Any]:
    return {"version": shown.version, "on": shown.on, "starts": shown.starts, "ends": shown.ends}


def _refused(request: StegvisRequest, shown: queries.SessionPage, refusal: Refused) -> HttpResponse:
    context = _context(request, shown)
    return refused(request, PAGE, {**context, "refusal": REFUSALS[Refusal(refusal.reason)]})


def _context(
    request: StegvisRequest,
    shown: queries.SessionPage,
    form: CameForm | None = None,
    move: MeetingForm | None = None,
    off: CallOffForm | None = None,
) -> dict[str, Any]:
    """Numbers for all who plan; first names for advisers alone (A.7)."""
    parts = panels.of(panels.Page.SESSION, request.actor, shown.session_id, timezone.now())
    context: dict[str, Any] = {
        "meeting": shown,
        "first_panels": [part for part in parts if part.first],
        "panels": [part for part in parts if not part.first],
        "form": form or CameForm(initial={"came": shown.came}),
        "move_form": move or MeetingForm(initial=_when(shown)),
        "off_form": off or CallOffForm(initial={"version": shown.version}),
    }
    if policy.may_note_who_came(request.actor):
        context["people"] = queries.people_at(request.actor, shown.session_id, timezone.now())
    return context


@needs(policy.NOTE_WHO_CAME)
@require_safe
def session_list(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """The list of first names on paper, for the staff who receive. Each name on it is a look."""
    shown = queries.session_page(request.actor, session_id, timezone.now(), language())
    people = queries.people_at(request.actor, session_id, timezone.now())
    return render(request, "groups/session_list.html", {"meeting": shown, "people": people})


@needs(policy.PLAN)
@require_safe
def wall(request: StegvisRequest) -> HttpResponse:
    """What meets in the next four weeks, for the wall: what, when, where, who receives. Nobody's name who comes."""
    meetings = queries.on_the_wall(request.actor, timezone.now(), DAYS_ON_THE_WALL, language())
    return render(request, "groups/wall.html", {"meetings": meetings})
