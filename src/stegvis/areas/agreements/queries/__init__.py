"""Reads of base rules and agreements."""

from .agreed import Agreed as Agreed
from .agreed import PartShown as PartShown
from .agreed import RuleShown as RuleShown
from .agreed import agreed as agreed
from .agreed import agreed_at as agreed_at
from .agreed import leaving_out_what_happened as leaving_out_what_happened
from .base_rules import BaseRulesShown as BaseRulesShown
from .base_rules import base_rules as base_rules
from .history import VersionShown as VersionShown
from .history import history as history
from .introducing import read_before_the_first_time as read_before_the_first_time
from .table import OnTheTable as OnTheTable
from .table import PartOnTable as PartOnTable
from .table import on_the_table as on_the_table
from .wishes import my_wish as my_wish
from .wishes import somebody_wishes_no_greeting as somebody_wishes_no_greeting
