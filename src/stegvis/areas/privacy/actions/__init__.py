"""Changes; the only writers."""

from .copies import ask_for_copy as ask_for_copy
from .copies import forget_old_copies as forget_old_copies
from .copies import make_next_step as make_next_step
from .doors import close_door as close_door
from .doors import note_closing as note_closing
from .doors import open_door as open_door
from .giving import Wish as Wish
from .giving import extend as extend
from .giving import share as share
from .giving import take_back as take_back
from .giving import take_back_told as take_back_told
from .leaving import drop_leaving as drop_leaving
from .leaving import forget_unused as forget_unused
from .leaving import leave_on_paper as leave_on_paper
from .leaving import leave_us as leave_us
from .leaving import note_leaving as note_leaving
from .leaving import unused as unused
from .noting import answer_noted as answer_noted
from .noting import confirm_on_paper as confirm_on_paper
from .noting import drop_noted as drop_noted
from .noting import note_share as note_share
from .questions import answer_question as answer_question
from .questions import ask_why as ask_why
from .reading import ItemRead as ItemRead
from .reading import SharedRead as SharedRead
from .reading import read_shared as read_shared
