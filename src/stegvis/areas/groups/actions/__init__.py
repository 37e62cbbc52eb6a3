"""Every change of rounds, meetings and places."""

from .places import confirm_place as confirm_place
from .places import give_place as give_place
from .places import leave_place as leave_place
from .places import take_place as take_place
from .rounds import open_round as open_round
from .rounds import plan_round as plan_round
