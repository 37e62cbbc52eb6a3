"""One offering in the editor: small steps on one page, each saved by itself, with or without a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods, require_POST

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.kernel.panels import Page, of
from stegvis.ui import fields

from .. import actions, policy, texts
from ..forms.steps import Choices, DeskForm, LanguageForm, StepForm, language_name
from ..queries.about import guides
from ..queries.desk import DeskOffering, desk_offering, desk_offerings, desk_services
from ..rules import WRITTEN, Missing, Move, State, Step
from .theirs import Theirs, what_differs

STEPS = [step for step in Step if step is not Step.LANGUAGES]


@dataclass(slots=True)
class Panel:
    """One part of the editor as the page shows it. `changed`: somebody else wrote here too, and `theirs` is what."""

    part: str
    heading: Promise | str
    form: DeskForm
    lacks: list[Promise] = field(default_factory=list)
    open: bool = False
    saved: bool = False
    changed: bool = False
    theirs: list[Theirs] = field(default_factory=list)


def editor_address(listing_id: UUID, *, saved: str = "") -> str:
    """The editor's address; after saving a part, at that part."""
    address = reverse("directory:desk_offering", kwargs={"listing_id": listing_id})
    return f"{address}?saved={saved}#{saved}" if saved else address


@needs(policy.DESCRIBE)
@require_http_methods(["GET", "HEAD", "POST"])
def offering(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """Show the editor, or save the part that `part` names: a step, or one of the other languages."""
    shown = desk_offering(request.actor, listing_id, today=timezone.localdate())
    choices = _choices(request, shown)
    if request.method == "POST":
        return _save(request, shown, choices)
    return _page(request, shown, choices, at=_typed_before(request, shown, choices))


@needs(policy.PUBLISH, page="directory:desk_offering")
@require_POST
def publish(request: StegvisRequest, listing_id: UUID) -> HttpResponse:
    """Show it to people, and say what came of it."""
    try:
        actions.publish(request.actor, listing_id=listing_id, now=timezone.now())
    except Refused as refused:
        shown = desk_offering(request.actor, listing_id, today=timezone.localdate())
        words = texts.REFUSALS[refused.reason]  # type: ignore[index]
        return _page(request, shown, _choices(request, shown), refusal=words, status=422)
    return HttpResponseRedirect(f"{editor_address(listing_id)}?moved={Move.PUBLISH}")


def _typed_before(
    request: StegvisRequest, shown: DeskOffering, choices: Choices
) -> tuple[str, DeskForm] | None:
    """The part that was being written when the session ended, on top of the version that was read then."""
    typed = people.typed_before(request, now=timezone.now())
    part = typed.get("part", "")
    if part not in (*STEPS, *shown.words):
        return None
    form = _form(part, shown, choices, typed=typed)
    fields.put_back(form, typed)
    return part, form


def _save(request: StegvisRequest, shown: DeskOffering, choices: Choices) -> HttpResponse:
    part = request.POST.get("part", "")
    form = _form(part, shown, choices, request.POST)
    theirs: list[Theirs] | None = None
    if form.is_valid():
        try:
            _keep(request, shown, part, form)
        except Refused as refused:
            form.refuse(refused)
        except Changed:
            shown = desk_offering(request.actor, shown.listing_id, today=timezone.localdate())
            theirs = what_differs(_form(part, shown, choices), form)
            form = _form(part, shown, choices, _with_version(request.POST, shown.versions[part]))
        else:
            if request.htmx:
                return _fragment(request, shown.listing_id, choices, part)
            return HttpResponseRedirect(editor_address(shown.listing_id, saved=part))
    if request.htmx:
        context = {"form": form, "changed": theirs is not None}
        return render(request, "directory/desk_offering_not_saved.html", context, status=422)
    status = 422 if theirs is None else 409
    return _page(request, shown, choices, at=(part, form), theirs=theirs, status=status)


def _keep(request: StegvisRequest, shown: DeskOffering, part: str, form: StepForm | LanguageForm) -> None:
    listing_id, version, now = shown.listing_id, form.cleaned_data["version"], timezone.now()
    if isinstance(form, LanguageForm):
        actions.translate(
            request.actor,
            listing_id=listing_id,
            language=form.language,
            words=form.values(),
            version=version,
            now=now,
        )
    else:
        actions.save_step(
            request.actor,
            listing_id=listing_id,
            step=Step(part),
            values=form.values(),
            version=version,
            now=now,
        )


def _with_version(typed: Mapping[str, Any], version: int) -> Any:
    """What was typed, now answering to what stands there: sending it again is a choice, not an accident."""
    data = typed.copy()  # type: ignore[attr-defined]
    data["version"] = str(version)
    return data


def _form(
    part: str,
    shown: DeskOffering,
    choices: Choices,
    data: Mapping[str, Any] | None = None,
    *,
    typed: Mapping[str, Any] | None = None,
) -> StepForm | LanguageForm:
    if part in STEPS:
        return StepForm(shown, Step(part), choices, data, rows=(typed or data or {}).get("rows", ""))
    if part in shown.words:
        return LanguageForm(shown, part, data)
    raise Http404


def _choices(request: StegvisRequest, shown: DeskOffering) -> Choices:
    actor = request.actor
    ground = shown.written[Step.GROUND]
    staff = {person.seat_id: person.name for person in people.staff(actor, now=timezone.now())}
    before = {ground["responsible"], ground["knowledge_by"]} - {None, *staff}
    if before:
        staff |= people.seat_names(actor, before)
    others = [line for line in desk_offerings(actor) if line.listing_id != shown.listing_id]
    linked = shown.written[Step.OTHERWISE]["alternatives"]
    return Choices(
        services=[(service.service_id, service.name) for service in desk_services(actor)],
        staff=list(staff.items()),
        offerings=[
            (line.listing_id, f"{line.title} ({texts.STATES[line.state]})")
            for line in others
            if line.state is not State.CLOSED or line.listing_id in linked
        ],
    )


def _fragment(request: StegvisRequest, listing_id: UUID, choices: Choices, part: str) -> HttpResponse:
    """What changes on the page when a part was saved by itself: never the fields somebody is typing in."""
    shown = desk_offering(request.actor, listing_id, today=timezone.localdate())
    context = _context(request, shown) | {
        "panel": _panel(shown, part, _form(part, shown, choices)),
        "version": shown.versions[part],
    }
    return render(request, "directory/desk_offering_saved.html", context)


def _page(
    request: StegvisRequest,
    shown: DeskOffering,
    choices: Choices,
    *,
    at: tuple[str, DeskForm] | None = None,
    theirs: list[Theirs] | None = None,
    refusal: Promise | str = "",
    status: int = 200,
) -> HttpResponse:
    """The whole editor. `at`: the part that is being worked on, with its form as it was sent."""
    panels = [_panel(shown, part, _form(part, shown, choices)) for part in (*STEPS, *shown.words)]
    saved = request.GET.get("saved", "")
    wanted = at[0] if at else request.GET.get("step", saved) or _first_to_write(shown)
    for panel in panels:
        panel.open = panel.part == wanted
        panel.saved = panel.part == saved
        if at and panel.part == at[0]:
            panel.form, panel.changed, panel.theirs = at[1], theirs is not None, theirs or []
    context = _context(request, shown) | {
        "steps": panels[: len(STEPS)],
        "languages": panels[len(STEPS) :],
        "languages_open": wanted in WRITTEN,
        "moved": texts.NOW_SHOWN if request.GET.get("moved") == Move.PUBLISH else "",
        "refusal": refusal,
        "parts": of(Page.DESCRIBED, request.actor, shown.listing_id, timezone.now()),
        "troubled": at[1] if at and at[1].is_bound else None,
    }
    return render(request, "directory/desk_offering.html", context, status=status)


def _first_to_write(shown: DeskOffering) -> str:
    return shown.missing[0].step if shown.missing else ""


def _context(request: StegvisRequest, shown: DeskOffering) -> dict[str, Any]:
    return {
        "offering": shown,
        "state": texts.STATES[shown.state],
        "lacking": _by_step(shown.missing),
        "may_publish": policy.may_publish(request.actor),
        "original": language_name(shown.language),
        "review_href": f"/desk/offerings/{shown.listing_id}/review/",
        "print_href": f"/desk/offerings/{shown.listing_id}/on-paper/",
        "guides": guides(request.actor),
        "saves_by_itself": shown.state is not State.PUBLISHED,
    }


def _panel(shown: DeskOffering, part: str, form: DeskForm) -> Panel:
    if part in shown.words:
        return Panel(part, language_name(part), form)
    return Panel(
        part,
        texts.STEPS[Step(part)],
        form,
        lacks=[texts.PARTS[lack.code] for lack in shown.missing if lack.step == part],
    )


def _by_step(lacking: list[Missing]) -> list[dict[str, Any]]:
    """What is missing, gathered under the steps in which it can be written."""
    return [
        {"step": step, "heading": texts.STEPS[step], "parts": [texts.PARTS[lack.code] for lack in group]}
        for step, group in groupby(lacking, key=lambda lack: lack.step)
    ]
