"""The pages of the roster, and the sign in the door."""

from .away import colleague as colleague
from .away import duties as duties
from .meeting import meeting as meeting
from .needs import round_needs as round_needs
from .roster import roster as roster
from .sign import sign as sign
