"""Who a house is, for anybody to read (the why), and for those who write it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs, public
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, texts
from ..forms.house import AboutForm
from ..forms.steps import language_name
from ..queries.about import about, about_written, houses_that_tell
from ..rules import WRITTEN, AboutPart
from .theirs import what_differs

EDITOR = "directory/desk_about.html"
CONFLICT = 409


@public
def houses(request: StegvisRequest) -> HttpResponse:
    """Every house that one can read about; where there is one, its page."""
    found = houses_that_tell()
    if len(found) == 1:
        return SeeOther(reverse("directory:about", args=[found[0].slug]))
    return render(request, "directory/about_houses.html", {"houses": found})


@public
def about_house(request: StegvisRequest, slug: str) -> HttpResponse:
    """Who this house is: help to self-help, a say, no pressure, somebody to be with, and an easy way in."""
    house = people.organisation(people.organisation_id_of(slug))
    said = about(Actor.visitor(house.id), house, language())
    context = {
        "house": house,
        "opening": next((_shown(one) for one in said if one.part is AboutPart.OPENING), None),
        "parts": [_shown(one) for one in said if one.part is not AboutPart.OPENING],
    }
    return render(request, "directory/about.html", context)


def _shown(one: Any) -> dict[str, Any]:
    return {
        "heading": texts.ABOUT_HEADINGS.get(one.part, ""),
        "term": texts.ABOUT_TERMS.get(one.part, ""),
        "text": one.text or texts.ABOUT_OURS[one.part],
        "language": one.language,
    }


@needs(policy.SHAPE_HOUSE)
@require_http_methods(["GET", "HEAD", "POST"])
def desk_about(request: StegvisRequest) -> HttpResponse:
    """Write who we are, one language at a time: `?language=`."""
    written = about_written(request.actor)
    house = people.organisation(request.actor.organisation_id)
    code = request.POST.get("language") or request.GET.get("language") or house.language
    if code not in written:
        raise Http404
    if request.method == "POST":
        return _save(request, house, code)
    form = AboutForm(written[code])
    typed = people.typed_before(request, now=timezone.now())
    if typed.get("language") == code:
        fields.put_back(form, typed)
    return render(request, EDITOR, _context(house, code, form))


def _save(request: StegvisRequest, house: people.OrganisationShown, code: str) -> HttpResponse:
    form = AboutForm(None, request.POST)
    if not form.is_valid():
        return refused(request, EDITOR, _context(house, code, form))
    try:
        actions.write_about(
            request.actor,
            language=code,
            words=form.words(),
            version=form.cleaned_data["version"],
            now=timezone.now(),
        )
    except Refused as refusal:
        form.refuse(refusal)
        return refused(request, EDITOR, _context(house, code, form))
    except Changed:
        stands = about_written(request.actor)[code]
        theirs = what_differs(AboutForm(stands), form)
        again = AboutForm(None, _with(request.POST, version=str(stands.version)))
        context = _context(house, code, again) | {"theirs": theirs}
        return render(request, EDITOR, context, status=CONFLICT)
    messages.success(request, _("Saved. This is how people read it now."))
    return SeeOther(f"{reverse('directory:desk_about')}?language={code}")


def _with(typed: Any, **values: str) -> Any:
    """What was typed, answering to what stands there now: sending it again is a choice, not an accident."""
    data = typed.copy()
    for name, value in values.items():
        data[name] = value
    return data


def _context(house: people.OrganisationShown, code: str, form: AboutForm) -> dict[str, Any]:
    return {
        "form": form,
        "house": house,
        "code": code,
        "languages": [{"code": one, "name": language_name(one), "current": one == code} for one in WRITTEN],
    }
