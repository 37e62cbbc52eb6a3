"""What the faces and the demo may use."""

from .actions import add_participant as add_participant
from .actions import agree as agree
from .actions import choose_name as choose_name
from .actions import raise_matter as raise_matter
from .actions import start_group as start_group
from .queries import GroupBrief as GroupBrief
from .queries import groups as groups
from .rules import Wish as Wish

__all__ = [
    "GroupBrief",
    "Wish",
    "add_participant",
    "agree",
    "choose_name",
    "groups",
    "raise_matter",
    "start_group",
]
