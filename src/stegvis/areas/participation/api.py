"""What the faces and the demo may use."""

from .actions import add_participant as add_participant
from .actions import agree as agree
from .actions import choose_name as choose_name
from .actions import raise_matter as raise_matter
from .actions import start_group as start_group
from .queries import GroupName as GroupName
from .queries import where_i_sit as where_i_sit
from .rules import Wish as Wish

__all__ = [
    "GroupName",
    "Wish",
    "add_participant",
    "agree",
    "choose_name",
    "raise_matter",
    "start_group",
    "where_i_sit",
]
