"""The participant's page of an outing: what it has become, and what she can, for the planner's eyes alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.areas.people import api as people
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import fields
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NeedsForm, as_said
from ..rules import NOTHING_SAID
from ..texts import lines_of, needs_in_words

PAGE = "outings/mine.html"


@needs(policy.SAY)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: StegvisRequest, session_id: UUID) -> HttpResponse:
    """One outing to come. POST `do`: `say` what she can, or `take_back` all of it."""
    now = timezone.now()
    shown = queries.my_outing(request.actor, session_id, now, language())
    if request.method != "POST":
        form = NeedsForm(initial=as_said(shown.needs))
        fields.put_back(form, people.typed_before(request, now=now))
        return render(request, PAGE, _context(shown, form))
    if request.POST.get("do") == "take_back":
        actions.take_back(request.actor, session_id=session_id, now=now)
        messages.success(request, _("It is gone. Nobody reads it any more."))
        return SeeOther(request.path)
    form = NeedsForm(request.POST)
    if not form.is_valid():
        return refused(request, PAGE, _context(shown, form))
    actions.say_needs(request.actor, session_id=session_id, needs=form.needs(), now=now)
    if form.needs() == NOTHING_SAID:
        messages.success(request, _("You have no wish for this outing. That is fine."))
    else:
        words = _("Thank you. %(name)s makes the outing fit you.")
        messages.success(request, words % {"name": shown.planner or _("The one who plans it")})
    return SeeOther(request.path)


def _context(shown: queries.MyOuting, form: NeedsForm) -> dict[str, Any]:
    return {
        "outing": shown,
        "lines": lines_of(shown.shown.frame),
        "said": needs_in_words(shown.needs),
        "form": form,
    }
