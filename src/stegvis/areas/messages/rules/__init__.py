"""The rules of messages: plain Python, no clock."""

from .channels import LONGEST_CODE_WORD as LONGEST_CODE_WORD
from .channels import Wanted as Wanted
from .channels import kept as kept
from .channels import what_is_wrong as what_is_wrong
from .codes import DeliveryState as DeliveryState
from .codes import Outcome as Outcome
from .codes import Refusal as Refusal
from .codes import Way as Way
from .codes import Why as Why
from .deliveries import FOLLOWS as FOLLOWS
from .deliveries import UNCERTAIN_AFTER as UNCERTAIN_AFTER
from .deliveries import UNDER_WAY as UNDER_WAY
from .deliveries import after_sending as after_sending
from .deliveries import first_delivery as first_delivery
from .hours import ANY_TIME as ANY_TIME
from .hours import Hours as Hours
from .hours import House as House
from .hours import hours_to_choose as hours_to_choose
from .hours import is_safe_now as is_safe_now
from .kinds import Kind as Kind
from .kinds import Words as Words
from .kinds import declare_kind as declare_kind
from .kinds import kind_of as kind_of
from .kinds import known_kind as known_kind
from .quiet import is_quiet as is_quiet
from .telling import telling_words as telling_words
