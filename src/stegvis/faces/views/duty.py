"""What to do when somebody may come to harm: two clicks from every page of the desk (X-13)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs

from ..duty import GUIDES, WRITTEN_ON
from ..rights import DESK


@needs(DESK)
@require_safe
def duty(request: StegvisRequest) -> HttpResponse:
    """The guide of the organisation's country. Opening it is noted nowhere."""
    organisation = people.organisation(request.actor.organisation_id)
    return render(
        request,
        "faces/duty.html",
        {
            "guide": GUIDES[people.Country(organisation.country)],
            "written_on": WRITTEN_ON,
            "organisation": organisation,
        },
    )
