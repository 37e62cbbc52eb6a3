"""The desk's working groups: starting one, taking part in it, and writing down a participant's yes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import DecidedForm, GroupForm, ReplyForm
from ..rules import Refusal
from ..texts import KINDS_IN_SHORT, REFUSALS
from .matters import context_of, said

TEMPLATE = "participation/group.html"


@needs(policy.RUN)
@require_http_methods(["GET", "HEAD", "POST"])
def groups(request: StegvisRequest) -> HttpResponse:
    """All working groups, and starting one (POST)."""
    offerings = directory.joinable(request.actor, language())
    if request.method != "POST":
        form = GroupForm(offerings)
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, "participation/groups.html", _groups_context(request, form))
    form = GroupForm(offerings, request.POST)
    if not form.is_valid():
        return refused(request, "participation/groups.html", _groups_context(request, form))
    said_so = form.cleaned_data
    group_id = actions.start_group(
        request.actor,
        name=said_so["name"],
        purpose=said_so["purpose"],
        listing_id=UUID(said_so["listing"]) if said_so["listing"] else None,
        wanted_id=said_so["key"],
        now=timezone.now(),
    )
    messages.success(
        request, _("The working group is there. Now bring something up, and ask people to join.")
    )
    return SeeOther(reverse("participation:group", args=[group_id]))


def _groups_context(request: StegvisRequest, form: GroupForm) -> dict[str, Any]:
    rows = queries.groups(request.actor, language())
    is_open = not rows or form.is_bound or bool(form.initial.get("typed_before"))
    return {"groups": rows, "form": form, "start_open": is_open}


@needs(policy.RUN)
@require_http_methods(["GET", "HEAD", "POST"])
def group(request: StegvisRequest, group_id: UUID) -> HttpResponse:
    """One group. POST `do`: sit, leave, end, decided, reply (to all notes), or what every member can say."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "reply":
        return _replied(request, group_id)
    if do == "decided":
        return _decided(request, group_id)
    if do in STEPS:
        step, words = STEPS[do]
        step(request.actor, group_id=group_id, now=timezone.now())
        messages.success(request, words())
        return SeeOther(request.path)
    if do and (answer := said(request, group_id, TEMPLATE)):
        return answer
    return render(request, TEMPLATE, context_of(request, group_id))


STEPS: dict[str, tuple[Any, Any]] = {
    "sit": (actions.take_seat, lambda: _("You sit in the working group now.")),
    "leave": (actions.leave_group, lambda: _("You have left the working group.")),
    "end": (actions.end_group, lambda: _("The working group has ended. What it decided can still be read.")),
}


def _decided(request: StegvisRequest, group_id: UUID) -> HttpResponse:
    matter_id = uuid_in(request, "matter")
    form = DecidedForm(request.POST)
    if form.is_valid():
        try:
            actions.note_decided(
                request.actor, matter_id=matter_id, on=form.cleaned_data["on"], now=timezone.now()
            )
        except Refused as refusal:
            form.add_error("on", str(REFUSALS[Refusal(refusal.reason)]))
        else:
            messages.success(request, _("It stands in the log of decisions."))
            return SeeOther(request.path)
    more = {"decided_form": form, "deciding": matter_id}
    return refused(request, TEMPLATE, context_of(request, group_id, **more))


def _replied(request: StegvisRequest, group_id: UUID) -> HttpResponse:
    form = ReplyForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.reply(
                request.actor,
                group_id=group_id,
                said=said["said"],
                answer=said["answer"],
                wanted_id=said["key"],
                now=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(None, str(REFUSALS[Refusal(refusal.reason)]))
        else:
            messages.success(request, _("Everybody who comes here can read the answer."))
            return SeeOther(request.path)
    return refused(request, TEMPLATE, context_of(request, group_id, reply_form=form))


@needs(policy.RUN)
@require_safe
def overview(request: StegvisRequest) -> HttpResponse:
    """How people take part in each offering, those that lack a way first (S2-18)."""
    rows = queries.taking_part(request.actor)
    context = {
        "lacking": [row for row in rows if row.lacks],
        "lacks_group": [row for row in rows if row.lacks_group],
        "others": sorted((row for row in rows if not row.lacks), key=lambda row: row.title.casefold()),
        "columns": list(KINDS_IN_SHORT.items()),
    }
    return render(request, "participation/overview.html", context)


@needs(policy.ADD_PARTICIPANT)
@require_http_methods(["GET", "HEAD", "POST"])
def for_person(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """An adviser writes down that this person would like to sit in a group. POST `group`."""
    if request.method == "POST":
        actions.add_participant(
            request.actor,
            group_id=uuid_in(request, "group"),
            participant_id=participant_id,
            now=timezone.now(),
        )
        messages.success(
            request, _("Written down. It shows on the participant's page as written down by you.")
        )
        return SeeOther(request.path)
    rows, sits = queries.groups_for(
        request.actor, participant_id=participant_id, language=language(), now=timezone.now()
    )
    return render(
        request,
        "participation/for_person.html",
        {
            "person": people.participant_shown(request.actor, participant_id),
            "groups": [row for row in rows if row.group_id not in sits],
            "sits": [row for row in rows if row.group_id in sits],
        },
    )
