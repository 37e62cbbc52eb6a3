"""An adviser writes down what somebody in a group has said she would like to do."""

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
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NoteForm, first_talk
from ..rules import Refusal

PAGE = "responsibilities/note.html"


@needs(policy.NOTE)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """Who, what, who goes along, what for, until when. Not offered while the next meeting has too few staff (S1-28)."""
    now = timezone.now()
    here = queries.to_note(request.actor, round_id, now, language())
    staff = queries.staff_to_choose(request.actor, now)
    context: dict[str, Any] = {"here": here}
    if request.method != "POST":
        initial = {"guide": str(request.actor.seat_id), "review_on": first_talk(now)}
        form = NoteForm(here.people, here.tasks, staff, initial=initial)
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, PAGE, context | {"form": form})
    form = NoteForm(here.people, here.tasks, staff, request.POST)
    if form.is_valid():
        who, what = UUID(form.cleaned_data["person"]), UUID(form.cleaned_data["task"])
        try:
            made = actions.note_wish(
                request.actor, task_id=what, participant_id=who, terms=form.terms(), now=now
            )
        except Refused as refusal:
            form.say(Refusal(refusal.reason))
        else:
            messages.success(request, _("Written down. Nothing begins before the person has said yes."))
            return SeeOther(reverse("responsibilities:task", args=[made]))
    return refused(request, PAGE, context | {"form": form})
