"""The contact log: one tap counts. What more there is to say comes after, and can be left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.kernel.errors import NotFound, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NicknameForm
from ..rules import Kind, Refusal, Source, Way
from ..texts import REFUSALS, SOURCES, WAYS

TEMPLATE = "counting/contacts.html"


@needs(policy.COUNT)
@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: StegvisRequest) -> HttpResponse:
    """Count one contact (POST `way`). Then, each as one more tap that can be left, POST `do` about the kind just
    counted: `more` (`now_source` or `now_service`), `again`, `known` (`nickname`), `back`.
    """
    if request.method != "POST":
        return render(request, TEMPLATE, _context(request, _just_now(request.GET)))
    kind = _kind_in(request.POST)
    try:
        return _done(request, kind)
    except Refused as refusal:
        words = REFUSALS[Refusal(refusal.reason)]
        return refused(request, TEMPLATE, _context(request, kind) | {"refusal": words})


def _done(request: StegvisRequest, kind: Kind) -> HttpResponse:
    do = request.POST.get("do", "")
    about: dict[str, Any] = {"key": _key(request), "now": timezone.now()}
    if do == "more":
        instead = _said(request, kind)
        actions.say_more(request.actor, kind=kind, instead=instead, **about)
        return _with(instead)
    if do == "known":
        return _known(request, kind, about)
    if do == "again":
        actions.same_again(request.actor, kind=kind, **about)
        messages.success(request, _("The same person counts once today."))
    elif do == "back":
        actions.take_back(request.actor, kind=kind, **about)
        messages.success(request, _("Taken back."))
    elif do == "":
        actions.count(request.actor, kind=kind, **about)
        return _with(kind)
    else:
        raise NotFound
    return SeeOther(reverse("counting:contacts"))


def _known(request: StegvisRequest, kind: Kind, about: dict[str, Any]) -> HttpResponse:
    form = NicknameForm(request.POST)
    if not form.is_valid():
        return refused(request, TEMPLATE, _context(request, kind, form))
    if actions.known_by(request.actor, kind=kind, nickname=form.cleaned_data["nickname"], **about):
        messages.success(request, _("Counted before today. The same person counts once."))
    else:
        messages.success(request, _("The first time today. Tonight nothing is left of the name."))
    return SeeOther(reverse("counting:contacts"))


def _said(request: StegvisRequest, kind: Kind) -> Kind:
    """The kind with what was said now: whom it came from, or what it was about."""
    source, service = request.POST.get("now_source", ""), request.POST.get("now_service", "")
    if source:
        return replace(kind, source=_source(source))
    return replace(kind, service=_service(service))


def _kind_in(sent: QueryDict) -> Kind:
    """Raises NotFound for a kind that there is not."""
    try:
        way = Way(sent.get("way", ""))
    except ValueError:
        raise NotFound from None
    return Kind(way, _source(sent.get("source", "")), _service(sent.get("service", "")))


def _source(code: str) -> Source:
    try:
        return Source(code) if code else Source.NOT_SAID
    except ValueError:
        raise NotFound from None


def _service(code: str) -> str:
    if code and code not in set(directory.ServiceKind):
        raise NotFound
    return code


def _just_now(asked: QueryDict) -> Kind | None:
    try:
        return _kind_in(asked)
    except NotFound:
        return None


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return None


def _with(kind: Kind) -> HttpResponse:
    said = {"way": kind.way, "source": kind.source, "service": kind.service}
    return SeeOther(f"{reverse('counting:contacts')}?{urlencode({k: v for k, v in said.items() if v})}")


def buttons(today: Mapping[Way, int] | None = None) -> dict[str, Any]:
    """What the four buttons need, on this page and on the desk. `today`: how many there are, by way."""
    return {
        "key": uuid4(),
        "ways": [(code, words, (today or {}).get(code, 0)) for code, words in WAYS.items()],
    }


def _context(request: StegvisRequest, kind: Kind | None, form: NicknameForm | None = None) -> dict[str, Any]:
    today = timezone.localtime(timezone.now()).date()
    context = buttons(queries.today_by_way(request.actor, today)) | {
        "kind": kind,
        "day": queries.day(request.actor, today, language()),
    }
    if kind is None:
        return context
    services = [(one, directory.SERVICE_KINDS[one]) for one in directory.service_kinds(request.actor)]
    return context | {
        "way": WAYS[kind.way],
        "source": SOURCES[kind.source] if kind.source is not Source.NOT_SAID else "",
        "service": dict(services).get(directory.ServiceKind(kind.service), "") if kind.service else "",
        "sources": [(code, words) for code, words in SOURCES.items() if code is not Source.NOT_SAID],
        "services": services,
        "form": form or NicknameForm(),
        "by_nickname": kind.once_a_day and actions.may_know_by_nickname(request.actor),
    }
