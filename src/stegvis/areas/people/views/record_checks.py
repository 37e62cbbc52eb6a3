"""For which roles a record check is shown here (X-08)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..forms import ChecksForm


@needs("people.note_record_check")
@require_http_methods(["GET", "HEAD", "POST"])
def checks(request: StegvisRequest) -> HttpResponse:
    """What the law says here, and in which roles somebody has such a task. Without a law there is nothing to choose."""
    here = queries.checks_here(request.actor)
    form = ChecksForm(here, request.POST if request.method == "POST" and here.tasks else None)
    if form.is_bound and form.is_valid():
        actions.choose_checked_roles(request.actor, tasks=form.tasks(), now=timezone.now())
        messages.success(request, _("Saved."))
        return SeeOther(reverse("people:checks"))
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "people/checks.html", {"here": here, "form": form}, status=status)
