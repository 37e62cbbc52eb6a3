"""What this area adds to the desk's first page."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel.actor import Actor
from stegvis.kernel.panels import Panel
from stegvis.kernel.roles import Role

from .. import policy
from ..queries.handing import answered_meanwhile
from ..rules import Step


def on_the_desk(actor: Actor, about: UUID, now: datetime) -> Panel | None:
    """What a manager answers for since somebody left, until somebody is chosen (S2-04). Asks nothing for others."""
    if actor.role is not Role.MANAGER or not policy.may_publish(actor):
        return None
    offerings = answered_meanwhile(actor)
    context = {"offerings": offerings, "step": Step.GROUND.value}
    return Panel("directory/desk_answered_meanwhile.html", context) if offerings else None
