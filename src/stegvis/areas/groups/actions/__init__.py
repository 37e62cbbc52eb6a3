"""Every change of rounds, meetings and places."""

from .places import confirm_place as confirm_place
from .places import give_place as give_place
from .places import leave_place as leave_place
from .places import take_place as take_place
from .rounds import open_round as open_round
from .rounds import plan_round as plan_round
from .sessions import attend as attend
from .sessions import count_came as count_came
from .sessions import undo_attendance as undo_attendance
from .this_time import come_after_all as come_after_all
from .this_time import forget_not_today as forget_not_today
from .this_time import say_not_today as say_not_today
from .this_time import write_aim as write_aim
