"""The pages of the groups area: taking a place, one's own place, and the desk's rounds."""

from .changing import change_round as change_round
from .counts import counts as counts
from .desk import places_for as places_for
from .desk import round_page as round_page
from .desk import rounds as rounds
from .own import choose as choose
from .own import my_place as my_place
from .queue import line as line
from .sessions import session as session
from .sessions import session_list as session_list
from .sessions import wall as wall
from .this_time import this_time as this_time
