"""Choosing a seat: one at a time, by an own decision, never by accident (S3-22)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, public
from stegvis.ui.answers import SeeOther

from .. import queries
from ..actions import sessions
from .arriving import DUE, enter, is_open, safe_path, to_second_step, with_next


@public
@require_http_methods(["GET", "HEAD", "POST"])
def seats(request: StegvisRequest) -> HttpResponse:
    """The seats of whoever is signed in; POST sits down in one of them."""
    now = timezone.now()
    user_id = request.actor.user_id or queries.user_in_session(request.session, now=now)
    if user_id is None:
        return SeeOther(reverse("people:sign_in"))
    onwards = safe_path(request, request.POST.get("next") or request.GET.get("next") or "")
    if DUE in request.session:
        return to_second_step(onwards)
    open_seats = queries.seats_of(user_id, now=now)
    if request.method == "POST":
        chosen = [seat for seat in open_seats if str(seat.seat_id) == request.POST.get("seat")]
        if not chosen:
            raise NotFound
        proved_at = sessions.proved_at(request.session)
        if not is_open(chosen[0], proved_at):
            return to_second_step(with_next(reverse("people:seats"), onwards))
        return enter(request, user_id, chosen[0].seat_id, now=now, onwards=onwards, proved_at=proved_at)
    context = {"seats": open_seats, "current": request.actor.seat_id, "onwards": onwards}
    return render(request, "people/seats.html", context)
