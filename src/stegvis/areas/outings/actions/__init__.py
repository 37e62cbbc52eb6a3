"""Every change of outings. Other rooms import them from here."""

from .planning import Plan as Plan
from .planning import no_outing as no_outing
from .planning import pass_planning_on as pass_planning_on
from .planning import plan_outing as plan_outing
from .planning import take_frame as take_frame
from .saying import note_needs as note_needs
from .saying import say_needs as say_needs
from .saying import take_back as take_back
from .settling import forget as forget
from .settling import settle as settle
