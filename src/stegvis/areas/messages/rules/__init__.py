"""The rules of messages: plain Python, no clock."""

from .codes import DeliveryState as DeliveryState
from .codes import Way as Way
from .codes import Why as Why
from .deliveries import first_delivery as first_delivery
from .kinds import Kind as Kind
from .kinds import Words as Words
from .kinds import declare_kind as declare_kind
from .kinds import kind_of as kind_of
from .kinds import known_kinds as known_kinds
