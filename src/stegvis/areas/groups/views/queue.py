"""The line of a round at the desk: what a person has said, recorded by an adviser (S3-19, X-09)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..rules import Refusal
from ..texts import REFUSALS
from .desk import round_context

TOLD: dict[str, tuple[Callable[..., object], Promise]] = {
    "reached": (actions.note_reached, _("Noted. The place is kept for two days from now.")),
    "accept": (actions.accept_offer, _("The place is given, and stands on the participant's page.")),
    "go_by": (actions.let_go_by, _("The place goes on to the next. The turn is kept.")),
    "leave": (actions.leave_place, _("Noted, as you were told.")),
}
"""What she can have said about her place in line, and what the adviser reads then."""


@needs(policy.GIVE_PLACE, page="groups:round")
@require_POST
def line(request: StegvisRequest, round_id: UUID) -> HttpResponse:
    """POST `do` about `place`: what she said; or `next`: this participant would like the next place.

    Leads back to the round, or to the participant's places when `participant` is sent.
    """
    here = queries.round_shown(request.actor, round_id, timezone.now(), language())
    try:
        if "next" in request.POST:
            actions.ask_for_next_place(
                request.actor, round_id=round_id, participant_id=uuid_in(request, "next"), now=timezone.now()
            )
            messages.success(request, _("Written down: the next place, as you were told."))
        else:
            _record(request)
    except Refused as refusal:
        context = {**round_context(request, here), "refusal": REFUSALS[Refusal(refusal.reason)]}
        return refused(request, "groups/round.html", context)
    if request.POST.get("participant"):
        return SeeOther(reverse("groups:places_for", args=[uuid_in(request, "participant")]))
    return SeeOther(reverse("groups:round", args=[round_id]))


def _record(request: StegvisRequest) -> None:
    told = TOLD.get(request.POST.get("do", ""))
    if told is None:
        raise NotFound
    record, words = told
    record(request.actor, place_id=uuid_in(request, "place"), now=timezone.now())
    messages.success(request, str(words))
