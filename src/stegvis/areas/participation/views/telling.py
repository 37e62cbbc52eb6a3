"""What anybody who comes here can say: a note to a working group, and being willing to tell something."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, policy, queries
from ..forms import NoteForm
from ..rules import Refusal
from ..texts import REFUSALS

NOTE = "participation/note.html"


@needs(policy.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: StegvisRequest, group_id: UUID) -> HttpResponse:
    """A note to one working group (POST), or taking one's own back (POST `do=back`, `note`)."""
    group = queries.group_to_tell(request.actor, group_id)
    if request.method == "POST" and request.POST.get("do") == "back":
        actions.take_note_back(request.actor, note_id=uuid_in(request, "note"), now=timezone.now())
        messages.success(request, _("It is gone."))
        return SeeOther(request.path)
    if request.method != "POST":
        form = NoteForm()
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, NOTE, _note_context(request, group, form))
    form = NoteForm(request.POST)
    if not form.is_valid():
        return refused(request, NOTE, _note_context(request, group, form))
    said = form.cleaned_data
    actions.tell(
        request.actor,
        group_id=group_id,
        words=said["words"],
        signed=said["signed"],
        wanted_id=said["key"],
        now=timezone.now(),
    )
    messages.success(request, _("Thank you. The group reads it. What comes of it, everybody can read here."))
    return SeeOther(reverse("participation:mine"))


def _note_context(request: StegvisRequest, group: Any, form: NoteForm) -> dict[str, Any]:
    return {
        "group": group,
        "form": form,
        "notes": queries.my_notes(request.actor, group.group_id),
        "replies": queries.replies(request.actor, group.group_id),
    }


@needs(policy.TAKE_PART, page="groups:this_time")
@require_POST
def willing(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """One tap on her page of a meeting: she is willing to tell something, or (POST `do=back`) would rather not."""
    if request.POST.get("do") == "back":
        actions.take_willing_back(request.actor, session_id=session_id, now=timezone.now())
        messages.success(request, _("That is fine. Nobody asks you, and nothing is left of it."))
    else:
        try:
            actions.say_willing(request.actor, session_id=session_id, now=timezone.now())
        except Refused as refusal:
            messages.info(request, str(REFUSALS[Refusal(refusal.reason)]))
        else:
            messages.success(request, _("Thank you. You can take it back right up to the meeting."))
    return SeeOther(reverse("groups:this_time", args=[session_id]))
