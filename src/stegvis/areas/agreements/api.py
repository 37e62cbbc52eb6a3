"""What other areas, the faces and the demo may use."""

from .actions import agree as agree
from .actions import begin_talk as begin_talk
from .actions import begin_with_base_rules as begin_with_base_rules
from .actions import forget_wishes as forget_wishes
from .actions import say_part as say_part
from .queries import Agreed as Agreed
from .queries import PartShown as PartShown
from .queries import RuleShown as RuleShown
from .queries import agreed as agreed
from .queries import base_rules as base_rules
from .queries import leaving_out_what_happened as leaving_out_what_happened
from .queries import read_before_the_first_time as read_before_the_first_time
from .rules import Part as Part
from .rules import Rule as Rule

__all__ = [
    "Agreed",
    "Part",
    "PartShown",
    "Rule",
    "RuleShown",
    "agree",
    "agreed",
    "base_rules",
    "begin_talk",
    "begin_with_base_rules",
    "forget_wishes",
    "leaving_out_what_happened",
    "read_before_the_first_time",
    "say_part",
]
