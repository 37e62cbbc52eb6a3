"""Changes; the only writers."""

from .giving import Wish as Wish
from .giving import extend as extend
from .giving import share as share
from .giving import take_back as take_back
from .giving import take_back_told as take_back_told
from .noting import answer_noted as answer_noted
from .noting import confirm_on_paper as confirm_on_paper
from .noting import drop_noted as drop_noted
from .noting import note_share as note_share
from .reading import ItemRead as ItemRead
from .reading import SharedRead as SharedRead
from .reading import read_shared as read_shared
