"""Reads of messages."""

from .calls import Call as Call
from .calls import calls_waiting as calls_waiting
from .threads import Unread as Unread
from .threads import WrittenToUs as WrittenToUs
from .threads import unread as unread
from .threads import written_to_us as written_to_us
