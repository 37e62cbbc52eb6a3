"""Every change of the guideline, of where it is seen, and of what stays after a remark."""

from .following import done_after_all_not as done_after_all_not
from .following import follow_up_done as follow_up_done
from .following import hand_on as hand_on
from .following import pass_follow_ups_on as pass_follow_ups_on
from .guideline import write_guideline as write_guideline
from .noting import forget_remarks as forget_remarks
from .noting import note_remark as note_remark
from .showing import hang_up as hang_up
from .showing import not_written_down as not_written_down
from .showing import take_down as take_down
from .showing import write_down as write_down
