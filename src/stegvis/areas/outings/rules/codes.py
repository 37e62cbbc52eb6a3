"""Why the house says no about an outing. Pure."""

from enum import StrEnum


class Refusal(StrEnum):
    IS_OVER = "outings.is_over"
    CALLED_OFF = "outings.called_off"
    NOT_A_PLANNER = "outings.not_a_planner"
    NO_NAMES_HERE = "outings.no_names_here"
