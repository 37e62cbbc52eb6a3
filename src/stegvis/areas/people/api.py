"""What other areas may use."""

from .queries import SeatShown as SeatShown
from .queries import actor_in_session as actor_in_session
from .queries import seat_shown as seat_shown

__all__ = ["SeatShown", "actor_in_session", "seat_shown"]
