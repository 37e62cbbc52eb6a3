"""Delete me: what goes, what stays and why, asked once; and the adviser's hand for those who say it or sign it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.http import StegvisRequest, needs, public
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, policy, queries
from ..forms.leaving import LeaveForm, SignedForm

CLEARED = '"cache", "storage"'


@needs(policy.LEAVE)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_us(request: StegvisRequest) -> HttpResponse:
    """What would go and stay. POST lets it go, or says no to what an adviser wrote down."""
    if request.method != "POST":
        return _mine(request, LeaveForm())
    if request.POST.get("part") == "stay":
        actions.drop_leaving(request.actor, now=timezone.now())
        messages.success(request, _("Good. Nothing has been deleted."))
        return SeeOther(reverse("privacy:mine"))
    form = LeaveForm(request.POST)
    if not form.is_valid():
        return _mine(request, form, status=UNPROCESSABLE)
    actions.leave_us(request.actor, now=timezone.now())
    request.session.flush()
    answer = SeeOther(reverse("privacy:left"))
    answer.headers["Clear-Site-Data"] = CLEARED
    return answer


@public
@require_safe
def left(request: StegvisRequest) -> HttpResponse:
    """The page after everything has gone. It knows nobody."""
    return render(request, "privacy/left.html")


@needs(policy.NOTE_LEAVING)
@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: StegvisRequest, participant_id: UUID) -> HttpResponse:
    """An adviser writes down that she wants to be deleted; without a login she signs a print of it."""
    if request.method != "POST":
        return _hers(request, participant_id, SignedForm())
    here, now = SeeOther(reverse("privacy:leaving", args=[participant_id])), timezone.now()
    part = request.POST.get("part")
    if part == "drop":
        actions.drop_leaving(request.actor, participant_id=participant_id, now=now)
        return here
    if part != "signed":
        actions.note_leaving(request.actor, participant_id=participant_id, now=now)
        return here
    form = SignedForm(request.POST)
    if not form.is_valid():
        return _hers(request, participant_id, form, status=UNPROCESSABLE)
    actions.leave_on_paper(request.actor, participant_id=participant_id, now=now)
    messages.success(request, _("Everything about the participant has gone."))
    return SeeOther(reverse("faces:desk"))


def _mine(request: StegvisRequest, form: LeaveForm, *, status: int = 200) -> HttpResponse:
    context = {"leaving": queries.my_leaving(request.actor), "form": form}
    return render(request, "privacy/leave_us.html", context, status=status)


def _hers(
    request: StegvisRequest, participant_id: UUID, form: SignedForm, *, status: int = 200
) -> HttpResponse:
    shown = queries.leaving_of(request.actor, participant_id, now=timezone.now())
    context = {"leaving": shown, "form": form, "participant_id": participant_id}
    return render(request, "privacy/leaving.html", context, status=status)
