"""What holds for the guideline against discriminating remarks, where it is seen, and what is kept of one. Pure."""

from .codes import MOST_NOTE_DAYS as MOST_NOTE_DAYS
from .codes import NOTE_DAYS as NOTE_DAYS
from .codes import Refusal as Refusal
from .codes import Size as Size
from .guideline import LONGEST_HEADING as LONGEST_HEADING
from .guideline import LONGEST_LINE as LONGEST_LINE
from .guideline import MOST_LINES as MOST_LINES
from .guideline import Written as Written
from .guideline import lines_of as lines_of
from .guideline import why_not as why_not
from .notes import Trace as Trace
from .notes import traces as traces
from .poster import Letters as Letters
from .poster import letters_for as letters_for
from .remarks import LATEST_FOLLOW_UP as LATEST_FOLLOW_UP
from .remarks import expires_on as expires_on
from .remarks import may_follow_up_by as may_follow_up_by
from .showing import Group as Group
from .showing import Hanging as Hanging
from .showing import Shown as Shown
from .showing import Way as Way
from .showing import how_shown as how_shown
from .showing import is_running as is_running
from .showing import lacking as lacking
from .showing import room_key as room_key
