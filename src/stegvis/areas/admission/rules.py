"""Codes of admission. Pure: no Django, no clock."""

from enum import StrEnum


class RequestState(StrEnum):
    """Where a wish for a talk stands. There is no "refused": the centre's door has no such answer."""

    ASKED = "asked"
    TALK_HELD = "talk_held"
    TAKEN_BACK = "taken_back"


class Choice(StrEnum):
    """S1-13: what the person says about an offering in the talk."""

    NOW = "now"
    MAYBE_LATER = "maybe_later"
    NOT_FOR_ME = "not_for_me"


class Greeting(StrEnum):
    """What to do when we meet by chance outside (outline D1, 7). Empty means: not talked about."""

    GREET = "greet"
    ONLY_IF_I_DO = "only_if_i_do"
    DO_NOT = "do_not"
