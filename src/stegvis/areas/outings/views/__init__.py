"""The pages of outings."""

from .needs import needs as needs
from .needs import needs_of as needs_of
from .own import mine as mine
from .plan import outing as outing
from .plan import plan as plan
from .sheet import sheet as sheet
