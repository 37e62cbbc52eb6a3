"""What other areas and the faces may use."""

from .actions import SharedRead as SharedRead
from .actions import Wish as Wish
from .actions import answer_noted as answer_noted
from .actions import ask_for_copy as ask_for_copy
from .actions import ask_why as ask_why
from .actions import confirm_on_paper as confirm_on_paper
from .actions import forget_aged_journal as forget_aged_journal
from .actions import forget_old_copies as forget_old_copies
from .actions import forget_unused as forget_unused
from .actions import make_next_step as make_next_step
from .actions import note_share as note_share
from .actions import read_shared as read_shared
from .actions import share as share
from .actions import take_back as take_back
from .actions import unused as unused
from .models import Item as Item
from .models import Part as Part
from .models import Released as Released
from .models import declare_item as declare_item
from .models.telling import before_erasing as before_erasing
from .models.telling import declare_codes as declare_codes
from .models.telling import declare_empty as declare_empty
from .models.telling import declare_saying as declare_saying
from .models.telling import declare_seats as declare_seats
from .models.telling import declare_stays as declare_stays
from .models.telling import declare_things as declare_things
from .models.telling import declare_use as declare_use
from .queries import Looked as Looked
from .queries import LooksOfDay as LooksOfDay
from .queries import copies_to_make as copies_to_make
from .queries import my_looks as my_looks
from .queries import my_sharing as my_sharing
from .queries import shared_with_me as shared_with_me
from .rules.grounds import KeptFor as KeptFor
from .rules.grounds import declare_kept_for as declare_kept_for
from .rules.grounds import kept_for_of as kept_for_of
from .rules.sharing import ShareFor as ShareFor
from .texts import Section as Section
from .texts import declare_reasons as declare_reasons
from .texts import declare_sections as declare_sections

__all__ = [
    "Item",
    "KeptFor",
    "Looked",
    "LooksOfDay",
    "Part",
    "Released",
    "Section",
    "ShareFor",
    "SharedRead",
    "Wish",
    "answer_noted",
    "ask_for_copy",
    "ask_why",
    "before_erasing",
    "confirm_on_paper",
    "copies_to_make",
    "declare_codes",
    "declare_empty",
    "declare_item",
    "declare_kept_for",
    "declare_reasons",
    "declare_saying",
    "declare_seats",
    "declare_sections",
    "declare_stays",
    "declare_things",
    "declare_use",
    "forget_aged_journal",
    "forget_old_copies",
    "forget_unused",
    "kept_for_of",
    "make_next_step",
    "my_looks",
    "my_sharing",
    "note_share",
    "read_shared",
    "share",
    "shared_with_me",
    "take_back",
    "unused",
]
