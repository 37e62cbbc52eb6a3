"""Where somebody is logged in, for her own eyes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from .. import policy
from ..models import Kept, User, kept_of


@dataclass(frozen=True, slots=True)
class OpenSession:
    """`name`: what a form calls it by. `browser` and `system`: empty for those we do not know."""

    name: str
    browser: str
    system: str
    since: datetime
    is_here: bool


@query
def my_open_sessions(actor: Actor, *, here: str | None, now: datetime) -> list[OpenSession]:
    """The actor's own, the one she sits in first, then the newest. `here`: the key of that one."""
    policy.require(policy.may_see_own_login(actor))
    if actor.user_id is None:
        return []
    mark = User.objects.select_related("code").get(pk=actor.user_id).mark()
    running = [
        kept
        for kept in kept_of(actor.user_id, now=now)
        if "seat" in kept.content and kept.content["mark"] == mark and not kept.is_idle(now=now)
    ]
    shown = [_shown(kept, here) for kept in running]
    return sorted(shown, key=lambda one: (not one.is_here, -one.since.timestamp()))


def _shown(kept: Kept, here: str | None) -> OpenSession:
    browser, system = kept.content.get("device", ("", ""))
    since = datetime.fromtimestamp(kept.content["since"], tz=UTC)
    return OpenSession(kept.name(), browser, system, since, is_here=kept.key == here)
