"""What the base templates need on every page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people import api as people
from stegvis.kernel import menus
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role

UNDER = {
    menus.Under.DAY: _("The day"),
    menus.Under.PEOPLE: _("Those who come"),
    menus.Under.OFFER: _("What there is here"),
    menus.Under.HOUSE: _("For the whole house"),
    menus.Under.SELF: _("About you"),
}
"""What the folded part of the desk's menu is called, by what somebody wants to do."""


def face(request: HttpRequest) -> dict[str, Any]:
    """`seat` (who acts, for whom) and `menu` for signed-in pages; `leave_to` and `demo` for all."""
    context: dict[str, Any] = {"leave_to": settings.LEAVE_TO, "demo": settings.DEMO}
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None or actor.role is Role.VISITOR:
        return context
    shown = menus.Face.ME if actor.role is Role.PARTICIPANT else menus.Face.DESK
    context["seat"] = people.seat_shown(actor, now=timezone.now())
    context["menu"] = [_line(item, request.path) for item in menus.of(actor, shown)]
    return context


def _line(item: menus.MenuItem, here: str) -> dict[str, Any]:
    href = reverse(item.url_name)
    return {"text": item.text, "href": href, "current": href == here, "under": UNDER[item.under]}
