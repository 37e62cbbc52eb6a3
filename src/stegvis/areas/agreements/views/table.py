"""The guided talk, made for a tablet that lies on the table: one part at a time, and the group's yes at the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import PartForm, WhyForm
from ..rules import Part, Refusal
from ..texts import HELP, PARTS, QUESTIONS, REFUSALS

PART, TALK = "agreements/part.html", "agreements/talk.html"


@needs(policy.LEAD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: StegvisRequest, round_id: UUID, part: str) -> HttpResponse:
    """One part. POST saves it and goes on to the next; nothing is agreed before the group says yes at the end."""
    table = queries.on_the_table(request.actor, round_id, language())
    if table is None:
        return _nothing_there(request, round_id)
    here = _known(part)
    if request.method != "POST":
        form = PartForm(table, here, language())
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, PART, _part_context(table, here, form))
    form = PartForm(table, here, language(), request.POST)
    if not form.is_valid():
        return refused(request, PART, _part_context(table, here, form))
    return _save(request, table, here, form)


def _save(request: StegvisRequest, table: queries.OnTheTable, here: Part, form: PartForm) -> HttpResponse:
    try:
        actions.say_part(
            request.actor,
            round_id=table.round_id,
            part=here,
            after=form.cleaned_data["saved"],
            rules=form.rules(),
            reasons=form.reasons(),
            now=timezone.now(),
        )
    except Changed:
        context = _part_context(table, here, fields.with_answers(form, saved=str(table.part(here).saved)))
        return refused(request, PART, context | {"others": _shown(table, here)})
    except Refused as refusal:
        form.add_error(None, str(REFUSALS[Refusal(refusal.reason)]))
        return refused(request, PART, _part_context(table, here, form))
    following = _next(here)
    keys = [table.round_id, following.value] if following else [table.round_id]
    return SeeOther(reverse("agreements:part" if following else "agreements:talk", args=keys))


@needs(policy.LEAD_TALK)
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """Everything on the table, to be read aloud. POST `do`: `agree` with `times` and `why`, or `put_away`."""
    table = queries.on_the_table(request.actor, round_id, language())
    if table is None:
        return _nothing_there(request, round_id)
    if request.POST.get("do") == "put_away":
        actions.put_away(request.actor, round_id=round_id, now=timezone.now())
        messages.success(request, _("It is off the table. What was agreed before goes on."))
        return SeeOther(reverse("agreements:agreement", args=[round_id]))
    if request.POST.get("do") == "agree":
        return _agree(request, table)
    return render(request, TALK, _talk_context(table, WhyForm(initial={"times": table.times_saved})))


def _agree(request: StegvisRequest, table: queries.OnTheTable) -> HttpResponse:
    form = WhyForm(request.POST)
    if not form.is_valid():
        return refused(request, TALK, _talk_context(table, form))
    said = form.cleaned_data
    try:
        number = actions.agree(
            request.actor, round_id=table.round_id, after=said["times"], why=said["why"], now=timezone.now()
        )
    except Changed:
        form = WhyForm({**request.POST.dict(), "times": str(table.times_saved)})
        form.add_error(None, _("Somebody has changed a part meanwhile. Read it once more, as it stands now."))
        return refused(request, TALK, _talk_context(table, form))
    except Refused as refusal:
        reason = Refusal(refusal.reason)
        form.add_error("why" if reason is Refusal.WHY_NEEDED else None, str(REFUSALS[reason]))
        return refused(request, TALK, _talk_context(table, form))
    messages.success(request, _("The group has agreed. This is version %(number)s.") % {"number": number})
    return SeeOther(reverse("agreements:agreement", args=[table.round_id]))


def _nothing_there(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """Somebody has ended the talk, or it was never begun: the page that tells what holds, and begins it."""
    if queries.agreed(request.actor, round_id) is None:
        raise NotFound
    return SeeOther(reverse("agreements:agreement", args=[round_id]))


def _known(part: str) -> Part:
    try:
        return Part(part)
    except ValueError:
        raise NotFound from None


def _next(part: Part) -> Part | None:
    order = list(Part)
    after = order.index(part) + 1
    return order[after] if after < len(order) else None


def _shown(table: queries.OnTheTable, part: Part) -> queries.PartShown:
    return next(shown for shown in table.shown if shown.part is part)


def _part_context(table: queries.OnTheTable, part: Part, form: PartForm) -> dict[str, Any]:
    order = list(Part)
    return {
        "table": table,
        "steps": _steps(table, part),
        "part": table.part(part),
        "name": PARTS[part],
        "question": QUESTIONS[part],
        "help": HELP[part],
        "number": order.index(part) + 1,
        "of": len(order),
        "before": order[order.index(part) - 1].value if part is not order[0] else "",
        "form": form,
    }


def _talk_context(table: queries.OnTheTable, form: WhyForm) -> dict[str, Any]:
    parts = [(PARTS[shown.part], shown, table.part(shown.part)) for shown in table.shown]
    return {"table": table, "steps": _steps(table, None), "parts": parts, "form": form}


def _steps(table: queries.OnTheTable, now: Part | None) -> list[dict[str, Any]]:
    """The way through the talk. What has been talked about has a mark and a word, never a colour alone."""
    return [
        {"part": one.part.value, "name": PARTS[one.part], "now": one.part is now, "done": bool(one.saved)}
        for one in table.parts
    ]
