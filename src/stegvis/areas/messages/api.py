"""What other areas and the faces may use."""

from .actions import send as send
from .actions import withdraw as withdraw
from .queries import Call as Call
from .queries import Unread as Unread
from .queries import WrittenToUs as WrittenToUs
from .queries import calls_waiting as calls_waiting
from .queries import unread as unread
from .queries import written_to_us as written_to_us
from .rules import Kind as Kind
from .rules import Words as Words
from .rules import declare_kind as declare_kind

__all__ = [
    "Call",
    "Kind",
    "Unread",
    "Words",
    "WrittenToUs",
    "calls_waiting",
    "declare_kind",
    "send",
    "unread",
    "withdraw",
    "written_to_us",
]
