"""The participant's pages: the working groups she sits in, and one of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui.answers import SeeOther, language, refused

from .. import actions, policy, queries
from ..forms import NameForm
from .matters import context_of, said

TEMPLATE = "participation/my_group.html"


@needs(policy.TAKE_PART)
@require_safe
def mine(request: StegvisRequest) -> HttpResponse:
    """How she has a say: telling a working group something, the groups where she sits, reading drafts, and what the
    groups have answered.
    """
    sits_in = queries.groups(request.actor, language())
    context = {
        "groups": sits_in,
        "to_tell": queries.groups_to_tell(request.actor),
        "replies": queries.replies(request.actor),
    }
    return render(request, "participation/mine.html", context)


@needs(policy.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
def my_group(request: StegvisRequest, group_id: UUID) -> HttpResponse:
    """Agenda, decisions and who sits there. POST `do`: raise, agree, not_agree, put_away, name or leave."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "leave":
        actions.leave_group(request.actor, group_id=group_id, now=timezone.now())
        messages.success(request, _("You have left the working group. You can come again whenever you like."))
        return SeeOther("/me/")
    if do == "name":
        form = NameForm(request.POST)
        if not form.is_valid():
            return refused(request, TEMPLATE, context_of(request, group_id, name_form=form, name_open=True))
        actions.choose_name(
            request.actor, group_id=group_id, shown_as=form.cleaned_data["shown_as"], now=timezone.now()
        )
        messages.success(request, _("Saved."))
        return SeeOther(request.path)
    if do and (answer := said(request, group_id, TEMPLATE, name_form=NameForm())):
        return answer
    context = context_of(request, group_id)
    me = context["group"].me
    name_form = NameForm(initial={"shown_as": me.chosen_name if me else ""})
    return render(request, TEMPLATE, context | {"name_form": name_form, "name_open": bool(me and me.told_by)})
