"""What the guideline says, where it is seen, and what is to be followed up."""

from .following import FollowUp as FollowUp
from .following import FollowUpShown as FollowUpShown
from .following import follow_up as follow_up
from .following import has_follow_ups as has_follow_ups
from .following import my_follow_ups as my_follow_ups
from .guideline import Guideline as Guideline
from .guideline import OnTheWall as OnTheWall
from .guideline import guideline as guideline
from .guideline import newest_number as newest_number
from .guideline import on_the_wall as on_the_wall
from .guideline import to_begin_with as to_begin_with
from .showing import Room as Room
from .showing import RoundSees as RoundSees
from .showing import how_round_sees as how_round_sees
from .showing import number_lacking as number_lacking
from .showing import rooms as rooms
from .showing import rooms_met_in as rooms_met_in
from .showing import seen_by_rounds as seen_by_rounds
