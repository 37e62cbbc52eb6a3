"""Every change of the roster."""

from .away import back_again as back_again
from .away import report_away as report_away
from .away import take_back_away as take_back_away
from .checking import check_due as check_due
from .copying import Copied as Copied
from .copying import copy_week as copy_week
from .duties import change_duty as change_duty
from .duties import end_duty as end_duty
from .duties import pass_duties_on as pass_duties_on
from .duties import plan_duty as plan_duty
from .duties import take_over as take_over
from .forgetting import forget_old_aways as forget_old_aways
from .forgetting import forget_old_duties as forget_old_duties
from .needs import set_needs as set_needs
