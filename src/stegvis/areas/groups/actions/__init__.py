"""Every change of rounds, meetings and places."""

from .company import come_together as come_together
from .company import go_alone as go_alone
from .company import make_company_word as make_company_word
from .kinds import KINDS as KINDS
from .offering_changes import follow_offering as follow_offering
from .places import confirm_place as confirm_place
from .places import give_place as give_place
from .places import leave_place as leave_place
from .places import take_place as take_place
from .queue import accept_offer as accept_offer
from .queue import ask_for_next_place as ask_for_next_place
from .queue import let_go_by as let_go_by
from .queue import let_lapse as let_lapse
from .queue import note_reached as note_reached
from .queue import offer_free_places as offer_free_places
from .rounds import open_round as open_round
from .rounds import plan_round as plan_round
from .sessions import attend as attend
from .sessions import count_came as count_came
from .sessions import undo_attendance as undo_attendance
from .this_time import come_after_all as come_after_all
from .this_time import forget_not_today as forget_not_today
from .this_time import say_not_today as say_not_today
from .this_time import write_aim as write_aim
