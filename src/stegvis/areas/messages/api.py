"""What other areas, the faces, the house and the worker may use."""

from .actions import Outgoing as Outgoing
from .actions import answer as answer
from .actions import complain as complain
from .actions import doubt_old as doubt_old
from .actions import forget_reader as forget_reader
from .actions import name_reader as name_reader
from .actions import note_outcome as note_outcome
from .actions import record_reach as record_reach
from .actions import send as send
from .actions import take_next as take_next
from .actions import withdraw as withdraw
from .actions import write as write
from .queries import Call as Call
from .queries import WrittenToUs as WrittenToUs
from .queries import calls_waiting as calls_waiting
from .queries import has_news as has_news
from .queries import written_to_us as written_to_us
from .rules import AnswerBy as AnswerBy
from .rules import Hours as Hours
from .rules import Kind as Kind
from .rules import Named as Named
from .rules import Outcome as Outcome
from .rules import Wanted as Wanted
from .rules import Way as Way
from .rules import Words as Words
from .rules import declare_kind as declare_kind
from .rules import is_quiet as is_quiet
from .rules import telling_words as telling_words
from .texts import outside as outside

__all__ = [
    "AnswerBy",
    "Call",
    "Hours",
    "Kind",
    "Named",
    "Outcome",
    "Outgoing",
    "Wanted",
    "Way",
    "Words",
    "WrittenToUs",
    "answer",
    "calls_waiting",
    "complain",
    "declare_kind",
    "doubt_old",
    "forget_reader",
    "has_news",
    "is_quiet",
    "name_reader",
    "note_outcome",
    "outside",
    "record_reach",
    "send",
    "take_next",
    "telling_words",
    "withdraw",
    "write",
    "written_to_us",
]
