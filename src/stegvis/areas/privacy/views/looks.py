"""The participant's own pages about who has looked, and asking why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import UNPROCESSABLE, SeeOther

from .. import actions, queries
from ..forms.looks import AskForm
from ..policy import SEE_OWN_LOOKS


@needs(SEE_OWN_LOOKS)
@require_safe
def looks(request: StegvisRequest) -> HttpResponse:
    """Who has looked, by day. Opening it is no look: it is hers."""
    page = queries.my_looks(request.actor, request.GET.get("page", ""))
    return render(request, "privacy/looks.html", {"page": page})


@needs(SEE_OWN_LOOKS)
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: StegvisRequest, look_id: UUID) -> HttpResponse:
    """One look, to ask why, or to close the door to whoever it was."""
    if request.method != "POST":
        return _page(request, look_id, AskForm())
    form = AskForm(request.POST)
    if not form.is_valid():
        return _page(request, look_id, form, status=UNPROCESSABLE)
    actions.ask_why(request.actor, look_id, words=form.cleaned_data["words"], now=timezone.now())
    messages.success(request, _("Your question is sent. The answer comes here."))
    return SeeOther(reverse("privacy:looks"))


def _page(request: StegvisRequest, look_id: UUID, form: AskForm, *, status: int = 200) -> HttpResponse:
    day = queries.my_look(request.actor, look_id)
    context = {"on": day.on, "one": day.looked[0], "form": form}
    return render(request, "privacy/look.html", context, status=status)
