"""What a group's page takes on both faces: raising a matter, agreeing, putting away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, queries
from ..forms import MatterForm, ReplyForm
from ..rules import Refusal, Wish
from ..texts import REFUSALS


def context_of(request: StegvisRequest, group_id: UUID, **more: Any) -> dict[str, Any]:
    """The group as it stands, with what it has answered, and its forms with what was typed before."""
    group = queries.group(request.actor, group_id, language=language(), now=timezone.now())
    form = MatterForm()
    reply = ReplyForm()
    typed = people.typed_before(request, now=timezone.now())
    fields.put_back(reply if typed and "answer" in typed else form, typed)
    replies = queries.replies(request.actor, group_id)
    return {"group": group, "replies": replies, "matter_form": form, "reply_form": reply, **more}


def said(request: StegvisRequest, group_id: UUID, template: str, **more: Any) -> HttpResponse | None:
    """The answer to what every member can say; None when the form said something else."""
    do = request.POST.get("do", "")
    try:
        if do == "raise":
            return _raised(request, group_id, template, more)
        if do == "agree":
            if actions.agree(request.actor, matter_id=uuid_in(request, "matter"), now=timezone.now()):
                messages.success(request, _("Everybody agrees. It is decided."))
        elif do == "not_agree":
            actions.take_agreement_back(
                request.actor, matter_id=uuid_in(request, "matter"), now=timezone.now()
            )
        elif do == "put_away":
            actions.put_away(request.actor, matter_id=uuid_in(request, "matter"), now=timezone.now())
            messages.success(request, _("It is off the agenda."))
        else:
            return None
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, template, context_of(request, group_id, refusal=words, **more))
    return SeeOther(request.path)


def _raised(request: StegvisRequest, group_id: UUID, template: str, more: dict[str, Any]) -> HttpResponse:
    form = MatterForm(request.POST)
    if not form.is_valid():
        return refused(request, template, context_of(request, group_id, **more) | {"matter_form": form})
    actions.raise_matter(
        request.actor,
        group_id=group_id,
        words=form.cleaned_data["words"],
        wish=Wish(form.cleaned_data["wish"]),
        wanted_id=form.cleaned_data["key"],
        now=timezone.now(),
    )
    messages.success(request, _("It is on the agenda."))
    return SeeOther(request.path)
