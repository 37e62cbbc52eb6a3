"""Being somebody from Korsby. Exists in the demo only."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from stegvis.areas.people import api as people
from stegvis.kernel.errors import NotFound
from stegvis.kernel.http import StegvisRequest, public

from .models import DemoPerson
from .texts import WHO


@public
def everybody(request: StegvisRequest) -> HttpResponse:
    persons = [
        {"key": person.key, "name": person.name, "about": WHO[person.key]}
        for person in DemoPerson.objects.order_by("order")
    ]
    return render(request, "demo/people.html", {"persons": persons})


@public
@require_POST
def become(request: StegvisRequest, key: str) -> HttpResponse:
    """Sign in as an invented person, without a password or a second step: one button."""
    person = DemoPerson.objects.filter(key=key).first()
    if person is None:
        raise NotFound
    now = timezone.now()
    people.sign_in_to(request, person.user_id, person.seat_id, now=now, proved_at=now)
    return redirect("faces:me" if person.is_participant else "faces:desk")
