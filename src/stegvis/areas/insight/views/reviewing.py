"""Looking at one offering: what it is, what was decided before, and what happens now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused

from .. import actions, policy, queries
from ..forms import ReviewForm
from ..rules import POSSIBLE, Outcome, Standing
from ..texts import DONE, ENDED_IN, MEANS, MEANS_WHEN_PAUSED, OUTCOMES, OUTCOMES_WHEN_PAUSED, WHYS

CHOOSE, PAGE = "insight/review_choose.html", "insight/review.html"
CONFLICT = 409


@needs(policy.REVIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """The review of one offering (S2-15): first what it ends in, then (`?outcome=`) what that needs."""
    offering = directory.desk_offering(request.actor, listing_id, today=timezone.localdate())
    outcome = _outcome(request, Standing(offering.state))
    if outcome is None:
        return render(request, CHOOSE, _context(request, offering))
    if request.method == "POST":
        return _save(request, offering, outcome)
    form = _form(request, offering, outcome)
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return render(request, PAGE, _context(request, offering, form))


def _outcome(request: StegvisRequest, standing: Standing) -> Outcome | None:
    """What was chosen, if it can be chosen now; the only thing there is where there is one."""
    possible = POSSIBLE[standing]
    if len(possible) == 1:
        return possible[0]
    wanted = request.GET.get("outcome", "")
    return Outcome(wanted) if wanted in possible else None


def _save(request: StegvisRequest, offering: directory.DeskOffering, outcome: Outcome) -> HttpResponse:
    form = _form(request, offering, outcome, request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, offering, form))
    try:
        actions.review(
            request.actor,
            listing_id=offering.listing_id,
            decision=form.decision(),
            alternatives=form.cleaned_data.get("alternatives", ()),
            call_off=form.cleaned_data.get("call_off", False),
            seen=form.cleaned_data["seen"],
            wanted_id=form.cleaned_data["key"],
            now=timezone.now(),
        )
    except Refused as refusal:
        form.refuse(refusal)
        return refused(request, PAGE, _context(request, offering, form))
    except Changed:
        return _meanwhile(request, offering, outcome)
    messages.success(request, str(DONE[outcome]))
    if outcome in {Outcome.ADJUST, Outcome.LESS}:
        return SeeOther(reverse("directory:desk_offering", args=[offering.listing_id]))
    return SeeOther(reverse("insight:portfolio"))


def _meanwhile(request: StegvisRequest, offering: directory.DeskOffering, outcome: Outcome) -> HttpResponse:
    """Somebody else reviewed it while this form was open: theirs is shown, what was typed stays, and she chooses."""
    offering = directory.desk_offering(request.actor, offering.listing_id, today=timezone.localdate())
    data = request.POST.copy()
    data["seen"] = str(len(queries.history(request.actor, offering.listing_id)))
    form = _form(request, offering, outcome, data)
    context = _context(request, offering, form) | {"meanwhile": True}
    return render(request, PAGE, context, status=CONFLICT)


def _form(
    request: StegvisRequest, offering: directory.DeskOffering, outcome: Outcome, data: Any = None
) -> ReviewForm:
    others = [
        line
        for line in directory.portfolio(request.actor)
        if line.state is directory.State.PUBLISHED and line.listing_id != offering.listing_id
    ]
    seen = len(queries.history(request.actor, offering.listing_id))
    meetings = queries.meetings_to_come(request.actor, offering.listing_id, timezone.now())
    return ReviewForm(outcome, offering, others, seen, timezone.localdate(), meetings, data)


def _context(
    request: StegvisRequest, offering: directory.DeskOffering, form: ReviewForm | None = None
) -> dict[str, Any]:
    standing = Standing(offering.state)
    words = OUTCOMES_WHEN_PAUSED if standing is Standing.PAUSED else OUTCOMES
    means = MEANS_WHEN_PAUSED if standing is Standing.PAUSED else MEANS
    return {
        "offering": offering,
        "state": directory.STATES[offering.state],
        "form": form,
        "choices": [{"code": one, "text": words[one], "means": means[one]} for one in POSSIBLE[standing]],
        "chosen": words.get(form.outcome, "") if form else "",
        "history": [
            {
                "decided": one,
                "ended_in": ENDED_IN[one.outcome],
                "why": WHYS[one.why] if one.why else "",
            }
            for one in queries.history(request.actor, offering.listing_id)
        ],
        "is_draft": standing is Standing.DRAFT,
        "takes_away": form is not None and "told" in form.fields,
        "grounds": offering.written[directory.Step.GROUND],
    }
