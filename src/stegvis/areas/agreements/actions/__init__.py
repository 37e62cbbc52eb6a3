"""Every change of base rules and agreements."""

from .base_rules import write_base_rules as write_base_rules
from .planning import begin_with_base_rules as begin_with_base_rules
from .talks import agree as agree
from .talks import begin_talk as begin_talk
from .talks import put_away as put_away
from .talks import say_part as say_part
from .wishes import forget_wishes as forget_wishes
from .wishes import wish_no_greeting as wish_no_greeting
