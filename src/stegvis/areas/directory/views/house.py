"""The house's own limits, hours, texts and guides on one page (S1-35, S2-01, S2-17)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stegvis.areas.people import api as people
from stegvis.kernel import menus
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused, uuid_in

from .. import actions, policy
from ..forms.house import GuideForm, HouseForm
from ..queries.about import guides
from .theirs import what_differs

PAGE = "directory/desk_house.html"
CONFLICT = 409


@needs(policy.DESCRIBE)
@require_http_methods(["GET", "HEAD", "POST"])
def house(request: StegvisRequest) -> HttpResponse:
    """What holds here; whoever decides it changes it on the same page."""
    if request.method == "POST":
        policy.require_may_shape_house(request.actor)
        return _save(request)
    return render(request, PAGE, _context(request))


def _save(request: StegvisRequest) -> HttpResponse:
    form = HouseForm(None, _staff(request), request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, form=form))
    try:
        people.set_house(
            request.actor, house=form.house(), mark=form.cleaned_data["mark"], now=timezone.now()
        )
    except Refused as refusal:
        form.refuse(refusal)
        return refused(request, PAGE, _context(request, form=form))
    except Changed:
        stands = people.house(request.actor)
        theirs = what_differs(HouseForm(stands, _staff(request)), form)
        data = request.POST.copy()
        data["mark"] = people.mark_of(stands)
        again = HouseForm(None, _staff(request), data)
        return render(request, PAGE, _context(request, form=again, theirs=theirs), status=CONFLICT)
    messages.success(request, _("Saved. It holds from now on, here and nowhere else."))
    return SeeOther(reverse("directory:house"))


@needs(policy.SHAPE_HOUSE, page="directory:house")
@require_POST
def add_guide(request: StegvisRequest) -> HttpResponse:
    """A new guide. POST `title`, `address`."""
    form = GuideForm(request.POST)
    if form.is_valid():
        try:
            actions.add_guide(
                request.actor,
                title=form.cleaned_data["title"],
                address=form.cleaned_data["address"],
                wanted_id=form.cleaned_data["key"],
                now=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                _("The guide is in the list, and beside the forms of offerings."),
            )
            return SeeOther(reverse("directory:house") + "#guides")
    return refused(request, PAGE, _context(request, guide_form=form))


@needs(policy.SHAPE_HOUSE, page="directory:house")
@require_POST
def remove_guide(request: StegvisRequest) -> HttpResponse:
    """Take one off the list. POST `guide`."""
    actions.remove_guide(request.actor, guide_id=uuid_in(request, "guide"), now=timezone.now())
    messages.success(request, _("The guide is off the list."))
    return SeeOther(reverse("directory:house") + "#guides")


def _staff(request: StegvisRequest) -> list[people.StaffShown]:
    return people.staff(request.actor, now=timezone.now())


def _context(
    request: StegvisRequest,
    *,
    form: HouseForm | None = None,
    guide_form: GuideForm | None = None,
    theirs: Any = None,
) -> dict[str, Any]:
    actor, staff = request.actor, _staff(request)
    stands = people.house(actor)
    may_change = policy.may_shape_house(actor)
    if form is None:
        form = HouseForm(stands, staff)
        if guide_form is None:
            fields.put_back(form, people.typed_before(request, now=timezone.now()))
    names = {one.seat_id: one.name for one in staff}
    return {
        "house": people.organisation(actor.organisation_id),
        "stands": stands,
        "responsible": names.get(stands.age_responsible) if stands.age_responsible else None,
        "nobody_responsible": stands.age_responsible is not None and stands.age_responsible not in names,
        "may_change": may_change,
        "form": form,
        "theirs": theirs,
        "younger_open": bool(stands.age_policy or theirs or form.errors),
        "guides": guides(actor),
        "guide_form": guide_form or GuideForm(),
        "more": [
            {"text": item.text, "href": reverse(item.url_name), "lead": item.lead}
            for item in menus.of(actor, menus.Face.HOUSE)
        ],
    }
