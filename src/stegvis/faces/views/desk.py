"""The desk: today. What meets, who waits, what is not finished; each part only for seats that may see it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import api as directory
from stegvis.areas.groups import api as groups
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.http import StegvisRequest, needs
from stegvis.ui import dates

from ..rights import DESK


@needs(DESK)
def desk(request: StegvisRequest) -> HttpResponse:
    """Today for this seat. Who waits for a talk is for advisers alone; others see the house, never the people."""
    actor, now = request.actor, timezone.now()
    language = dates.known(translation.get_language() or "en")
    context: dict[str, Any] = {"today": timezone.localdate(now)}
    for name, read in (
        ("waiting", lambda: admission.waiting_for_talk(actor, now, language)),
        ("sessions", lambda: groups.today(actor, now, language)),
        ("unfinished", lambda: _unfinished(actor)),
    ):
        try:
            context[name] = read()
        except NotAllowed:  # this seat has no such part
            context[name] = None
    return render(request, "faces/desk.html", context)


def _unfinished(actor: Any) -> list[directory.OfferingLine]:
    """Drafts and paused offerings: begun, and not shown to people."""
    begun = (directory.State.DRAFT, directory.State.PAUSED)
    return [line for line in directory.desk_offerings(actor) if line.state in begun]
