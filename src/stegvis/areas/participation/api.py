"""What the faces, the clock and the demo may use."""

from .actions import add_participant as add_participant
from .actions import agree as agree
from .actions import become_reader as become_reader
from .actions import choose_name as choose_name
from .actions import forget_old_notes as forget_old_notes
from .actions import forget_who_was_willing as forget_who_was_willing
from .actions import publish as publish
from .actions import raise_matter as raise_matter
from .actions import reply as reply
from .actions import say_read as say_read
from .actions import say_willing as say_willing
from .actions import start_draft as start_draft
from .actions import start_group as start_group
from .actions import suggest as suggest
from .actions import tell as tell
from .queries import GroupName as GroupName
from .queries import where_i_sit as where_i_sit
from .rules import DraftKind as DraftKind
from .rules import Wish as Wish

__all__ = [
    "DraftKind",
    "GroupName",
    "Wish",
    "add_participant",
    "agree",
    "become_reader",
    "choose_name",
    "forget_old_notes",
    "forget_who_was_willing",
    "publish",
    "raise_matter",
    "reply",
    "say_read",
    "say_willing",
    "start_draft",
    "start_group",
    "suggest",
    "tell",
    "where_i_sit",
]
