"""The desk's drafts: putting a text before readers, what they suggest, and letting it go out (S1-08)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import UNPROCESSABLE, SeeOther, language, refused, uuid_in

from .. import actions, policy, queries
from ..forms import DraftForm, VersionForm
from ..rules import DraftKind, Refusal, SuggestionState
from ..texts import DRAFT_KINDS, REFUSALS, SUGGESTION_STATES

LIST, TEMPLATE = "participation/drafts.html", "participation/draft.html"


@needs(policy.RUN)
@require_http_methods(["GET", "HEAD", "POST"])
def drafts(request: StegvisRequest) -> HttpResponse:
    """All drafts, and putting a new text before readers (POST)."""
    if request.method != "POST":
        form = DraftForm(initial={"language": language()})
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, LIST, _list_context(request, form))
    form = DraftForm(request.POST)
    if not form.is_valid():
        return refused(request, LIST, _list_context(request, form))
    said = form.cleaned_data
    draft_id = actions.start_draft(
        request.actor,
        title=said["title"],
        kind=DraftKind(said["kind"]),
        language=said["language"],
        words=said["words"],
        wanted_id=said["key"],
        now=timezone.now(),
    )
    messages.success(request, _("The draft is there. Those who gladly read are told of it."))
    return SeeOther(reverse("participation:draft", args=[draft_id]))


def _list_context(request: StegvisRequest, form: DraftForm) -> dict[str, Any]:
    rows = queries.drafts(request.actor)
    is_open = not rows or form.is_bound or bool(form.initial.get("typed_before"))
    return {
        "drafts": [(row, DRAFT_KINDS[row.kind]) for row in rows],
        "form": form,
        "start_open": is_open,
    }


@needs(policy.RUN)
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: StegvisRequest, draft_id: UUID) -> HttpResponse:
    """One draft. POST `do`: `take` or `leave` a suggestion, `write` it anew, `out` or `out_as_read`."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do in ANSWERS:
        actions.answer_suggestion(
            request.actor, suggestion_id=uuid_in(request, "suggestion"), state=ANSWERS[do], now=timezone.now()
        )
        messages.success(request, _("Whoever suggested it sees that."))
        return SeeOther(request.path)
    if do == "write":
        return _written(request, draft_id)
    if do in {"out", "out_as_read"}:
        return _out(request, draft_id, as_read=do == "out_as_read")
    return render(request, TEMPLATE, _context(request, draft_id))


ANSWERS = {"take": SuggestionState.TAKEN, "leave": SuggestionState.LEFT}


def _written(request: StegvisRequest, draft_id: UUID) -> HttpResponse:
    form = VersionForm(request.POST)
    if not form.is_valid():
        return refused(request, TEMPLATE, _context(request, draft_id, form))
    try:
        actions.write_version(request.actor, draft_id=draft_id, now=timezone.now(), **form.cleaned_data)
    except Changed:
        return _changed(request, draft_id, request.POST)
    except Refused as refusal:
        form.add_error("words", str(REFUSALS[Refusal(refusal.reason)]))
        return refused(request, TEMPLATE, _context(request, draft_id, form))
    messages.success(request, _("The new words are kept. Those who gladly read are told of them."))
    return SeeOther(request.path)


def _out(request: StegvisRequest, draft_id: UUID, *, as_read: bool) -> HttpResponse:
    try:
        actions.publish(
            request.actor,
            draft_id=draft_id,
            version=version_in(request),
            as_read=as_read,
            now=timezone.now(),
        )
    except Changed:
        return _changed(request, draft_id)
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, TEMPLATE, _context(request, draft_id) | {"refusal": words})
    messages.success(request, _("It is out. Print it, or copy the words to where they belong."))
    return SeeOther(request.path)


def version_in(request: StegvisRequest) -> int:
    """The number of the version that the page showed. Raises NotFound for what is none."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        raise NotFound from None


def _changed(request: StegvisRequest, draft_id: UUID, typed: QueryDict | None = None) -> HttpResponse:
    """Somebody else wrote first: theirs stands there, what was typed stays in the form, and she chooses."""
    form = None
    if typed is not None:
        newest = queries.draft_page(request.actor, draft_id, now=timezone.now()).newest
        data = typed.copy()
        data["version"] = str(newest.number)
        form = VersionForm(data)
    context = _context(request, draft_id, form) | {"changed": True}
    return render(request, TEMPLATE, context, status=UNPROCESSABLE)


def _context(request: StegvisRequest, draft_id: UUID, form: VersionForm | None = None) -> dict[str, Any]:
    shown = queries.draft_page(request.actor, draft_id, now=timezone.now())
    if form is None:
        form = VersionForm(initial={"version": shown.newest.number, "words": shown.newest.words})
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
    return {
        "draft": shown,
        "kind": DRAFT_KINDS[shown.kind],
        "form": form,
        "suggestions": [(one, SUGGESTION_STATES[one.state]) for one in shown.suggestions],
        "lacks": REFUSALS[shown.claim] if shown.claim else "",
        "write_open": form.is_bound or bool(form.initial.get("typed_before")),
    }


@needs(policy.RUN)
@require_safe
def paper(request: StegvisRequest, draft_id: UUID) -> HttpResponse:
    """The newest words on a sheet of paper: with the mark when they are out as read by users, else as a draft."""
    shown = queries.draft_on_paper(request.actor, draft_id)
    return render(request, "participation/paper.html", {"draft": shown})
