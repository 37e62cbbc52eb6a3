"""The library of base rules: read by all who work here, written by some, in each language."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.errors import Changed, Refused
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, refused

from .. import actions, policy, queries
from ..forms import BaseRulesForm
from ..rules import Refusal, written_anew
from ..texts import LANGUAGES, REFUSALS

PAGE = "agreements/base_rules.html"


@needs(policy.WRITE_BASE_RULES)
@require_http_methods(["GET", "HEAD", "POST"])
def base_rules(request: StegvisRequest) -> HttpResponse:
    """The base rules in one language (`?in=`), the house's own first. POST writes them anew."""
    shown = queries.base_rules(request.actor)
    wanted = request.GET.get("in", "")
    language = wanted if wanted in LANGUAGES else shown.language
    if request.method != "POST":
        form = BaseRulesForm(shown, language)
        fields.put_back(form, people.typed_before(request, now=timezone.now()))
        return render(request, PAGE, _context(request, shown, form))
    form = BaseRulesForm(shown, language, request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(request, shown, form))
    return _write(request, shown, form)


def _write(request: StegvisRequest, shown: queries.BaseRulesShown, form: BaseRulesForm) -> HttpResponse:
    rules = written_anew(
        shown.rules,
        form.said(),
        form.new(),
        language=form.language,
        main=shown.language,
        same_meaning=form.cleaned_data["same"],
    )
    try:
        actions.write_base_rules(
            request.actor, after=form.cleaned_data["after"], rules=rules, now=timezone.now()
        )
    except Changed:
        now_it_is = queries.base_rules(request.actor)
        form.with_after(now_it_is.number)
        return refused(
            request,
            PAGE,
            _context(request, now_it_is, form)
            | {"others": True, "stands": _stands(now_it_is, form.language)},
        )
    except Refused as refusal:
        form.add_error(None, str(REFUSALS[Refusal(refusal.reason)]))
        return refused(request, PAGE, _context(request, shown, form))
    messages.success(request, _("Saved. Groups that begin from now on begin with these."))
    return SeeOther(f"{reverse('agreements:base_rules')}?in={form.language}")


def _context(request: StegvisRequest, shown: queries.BaseRulesShown, form: BaseRulesForm) -> dict[str, Any]:
    return {
        "shown": shown,
        "guides": directory.guides(request.actor),
        "form": form,
        "language": form.language,
        "languages": [
            {"code": code, "name": name, "current": code == form.language} for code, name in LANGUAGES.items()
        ],
    }


def _stands(shown: queries.BaseRulesShown, language: str) -> list[str]:
    return [rule.said_in(language, shown.language)[0] for rule in shown.rules]
