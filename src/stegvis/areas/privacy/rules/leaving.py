"""What can stand in the way of leaving: nothing but that it must be she who wants it. Pure."""

from enum import StrEnum


class LeavingRefusal(StrEnum):
    HERS_TO_CONFIRM = "hers_to_confirm"
    NOT_NOTED = "not_noted"
    NOT_TICKED = "not_ticked"
