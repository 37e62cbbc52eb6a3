"""What other areas and the faces may use."""

from .actions import SharedRead as SharedRead
from .actions import Wish as Wish
from .actions import answer_noted as answer_noted
from .actions import confirm_on_paper as confirm_on_paper
from .actions import note_share as note_share
from .actions import read_shared as read_shared
from .actions import share as share
from .actions import take_back as take_back
from .models import Item as Item
from .models import Part as Part
from .models import Released as Released
from .models import declare_item as declare_item
from .queries import Looked as Looked
from .queries import LooksOfDay as LooksOfDay
from .queries import my_looks as my_looks
from .queries import my_sharing as my_sharing
from .queries import shared_with_me as shared_with_me
from .rules.sharing import ShareFor as ShareFor
from .texts import declare_reasons as declare_reasons

__all__ = [
    "Item",
    "Looked",
    "LooksOfDay",
    "Part",
    "Released",
    "ShareFor",
    "SharedRead",
    "Wish",
    "answer_noted",
    "confirm_on_paper",
    "declare_item",
    "declare_reasons",
    "my_looks",
    "my_sharing",
    "note_share",
    "read_shared",
    "share",
    "shared_with_me",
    "take_back",
]
