"""The tables of staffing, and the facts that the rules read out of them."""

from .roster import employees_of as employees_of
from .roster import facts_of as facts_of
from .roster import needs_in as needs_in
from .tables import LONGEST_COMPETENCE as LONGEST_COMPETENCE
from .tables import LONGEST_INSTEAD as LONGEST_INSTEAD
from .tables import Away as Away
from .tables import Duty as Duty
from .tables import RosterWeek as RosterWeek
from .tables import RoundStaffing as RoundStaffing
