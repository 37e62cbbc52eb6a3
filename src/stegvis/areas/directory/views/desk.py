"""The offerings and services of one's own centre, at the desk."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields

from .. import actions, policy, texts
from ..forms.desk import CopyForm, NewOfferingForm, NewServiceForm
from ..queries.about import guides
from ..queries.desk import desk_offering, desk_offerings, desk_services
from ..rules import State, Step
from .editor import editor_address

A_PAGE = 50


@needs(policy.DESCRIBE)
@require_safe
def offerings(request: StegvisRequest) -> HttpResponse:
    """All offerings of the centre with their state, by title."""
    lines = desk_offerings(request.actor)
    wanted = request.GET.get("state", "")
    chosen = [line for line in lines if line.state == wanted] if wanted in set(State) else lines
    page = Paginator(chosen, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [
            {
                "offering": line,
                "state": texts.STATES[line.state],
                "category": texts.CATEGORIES[line.category] if line.category else "",
            }
            for line in page
        ],
        "states": [
            {"text": texts.STATES[state], "href": f"?state={state}", "current": wanted == state}
            for state in State
            if any(line.state is state for line in lines)
        ],
        "wanted": wanted if wanted in set(State) else "",
        "has_services": bool(lines) or bool(desk_services(request.actor)),
        "any": bool(lines),
    }
    return render(request, "directory/desk_offerings.html", context)


@needs(policy.DESCRIBE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StegvisRequest) -> HttpResponse:
    """Start an offering: a title is enough to begin with."""
    services = [(service.service_id, service.name) for service in desk_services(request.actor)]
    language = people.organisation(request.actor.organisation_id).language
    form = NewOfferingForm(services, language, request.POST if request.method == "POST" else None)
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    if form.is_bound and form.is_valid():
        try:
            listing_id = actions.describe(
                request.actor,
                service_id=form.cleaned_data["service"],
                language=form.cleaned_data["language"],
                title=form.cleaned_data["title"],
                wanted_id=form.cleaned_data["key"],
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return HttpResponseRedirect(editor_address(listing_id))
    context = {"form": form, "has_services": bool(services), "guides": guides(request.actor)}
    return render(request, "directory/desk_new.html", context, status=422 if form.errors else 200)


@needs(policy.DESCRIBE)
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """Start a new offering from this one (S2-11)."""
    offering = desk_offering(request.actor, listing_id, today=timezone.localdate())
    form = CopyForm(request.POST if request.method == "POST" else None, initial={"title": offering.title})
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    if form.is_bound and form.is_valid():
        try:
            copied = actions.copy(
                request.actor,
                listing_id=listing_id,
                title=form.cleaned_data["title"],
                wanted_id=form.cleaned_data["key"],
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return HttpResponseRedirect(f"{editor_address(copied)}?step={Step.WHEN}#{Step.WHEN}")
    context = {"form": form, "offering": offering, "guides": guides(request.actor)}
    return render(request, "directory/desk_copy.html", context, status=422 if form.errors else 200)


@needs(policy.DESCRIBE)
@require_safe
def services(request: StegvisRequest) -> HttpResponse:
    """The kinds of work that the centre runs (S2-02)."""
    context = {
        "services": [
            {
                "service": service,
                "kind": texts.SERVICE_KINDS[service.kind],
                "documentation": texts.DOCUMENTATION_MODES[service.documentation],
                "means": texts.DOCUMENTATION_MEANS[service.documentation],
            }
            for service in desk_services(request.actor)
        ],
        "may_add": policy.may_shape_services(request.actor),
    }
    return render(request, "directory/desk_services.html", context)


@needs(policy.SHAPE_SERVICES)
@require_http_methods(["GET", "HEAD", "POST"])
def new_service(request: StegvisRequest) -> HttpResponse:
    """Add a kind of work. Whether a talk comes first follows from the kind."""
    form = NewServiceForm(request.POST if request.method == "POST" else None)
    fields.put_back(form, people.typed_before(request, now=timezone.now()))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            actions.add_service(
                request.actor,
                kind=said["kind"],
                name=said["name"],
                documentation=said["documentation"],
                wanted_id=said["key"],
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return HttpResponseRedirect(reverse("directory:desk_services"))
    context = {"form": form}
    return render(request, "directory/desk_new_service.html", context, status=422 if form.errors else 200)
