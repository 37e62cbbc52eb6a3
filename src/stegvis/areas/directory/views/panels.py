"""What this area adds to the desk's first page."""

from datetime import datetime
from uuid import UUID

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.kernel.roles import Role

from .. import policy
from ..queries.handing import answered_meanwhile
from ..rules import Step


def on_the_desk(actor: Actor, about: UUID, now: datetime) -> Panel | None:
    """What a manager answers for since somebody left, until somebody is chosen (S2-01, S2-04). For others: nothing."""
    if actor.role is not Role.MANAGER or not policy.may_publish(actor):
        return None
    offerings = answered_meanwhile(actor)
    the_young = people.answers_for_the_young_meanwhile(actor)
    if not offerings and not the_young:
        return None
    context = {"offerings": offerings, "step": Step.GROUND.value, "the_young": the_young}
    return Panel("directory/desk_answered_meanwhile.html", context)
