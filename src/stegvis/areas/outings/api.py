"""What the faces and the demo may use."""

from .actions import Plan as Plan
from .actions import forget as forget
from .actions import note_needs as note_needs
from .actions import pass_planning_on as pass_planning_on
from .actions import plan_outing as plan_outing
from .actions import say_needs as say_needs
from .actions import settle as settle
from .rules import Frame as Frame
from .rules import Needs as Needs
from .rules import Pace as Pace
from .rules import Safety as Safety
from .rules import Terrain as Terrain

__all__ = [
    "Frame",
    "Needs",
    "Pace",
    "Plan",
    "Safety",
    "Terrain",
    "forget",
    "note_needs",
    "pass_planning_on",
    "plan_outing",
    "say_needs",
    "settle",
]
