"""The pages of agreements: the guided talk on the table, the desk's, the participant's, and the base rules."""

from .base_rules import base_rules as base_rules
from .desk import agreement as agreement
from .desk import poster as poster
from .own import mine as mine
from .table import part as part
from .table import talk as talk
