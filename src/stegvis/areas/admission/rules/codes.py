"""The codes of admission. Their words are in texts.py."""

from enum import StrEnum


class RequestState(StrEnum):
    """Where a wish for a talk stands. There is no "refused": the centre's door has no such answer."""

    ASKED = "asked"
    TALK_HELD = "talk_held"
    TAKEN_BACK = "taken_back"


class Way(StrEnum):
    """How the person would like the talk to come about. Empty means: she has not said."""

    COME_BY = "come_by"
    CALL = "call"
    WRITE = "write"


class Choice(StrEnum):
    """S1-13: what the person says about an offering in the talk. Neither of the last two is for ever."""

    NOW = "now"
    MAYBE_LATER = "maybe_later"
    NOT_FOR_ME = "not_for_me"


class Greeting(StrEnum):
    """What to do when we meet by chance outside (outline D1, 7). Empty means: not talked about."""

    GREET = "greet"
    ONLY_IF_I_DO = "only_if_i_do"
    DO_NOT = "do_not"


class Refusal(StrEnum):
    """What the rules of the talk say no to. Each has words that say what is possible instead."""

    EXPECTATIONS_OPEN = "expectations_open"
    REVIEW_HAS_PASSED = "review_has_passed"
    NOT_HELD_YET = "not_held_yet"
    CANNOT_BE_JOINED = "cannot_be_joined"
    COPY_IS_HERS = "copy_is_hers"
    INTRODUCTION_IS_HERS = "introduction_is_hers"
    NOTHING_IS_WRITTEN_HERE = "nothing_is_written_here"
    TIME_TAKEN = "time_taken"
    TIME_HAS_PASSED = "time_has_passed"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    TALK_IS_LONGER = "talk_is_longer"
    TOO_MANY_TIMES = "too_many_times"


class Subject(StrEnum):
    """What somebody is introduced to before the first time, in the order of reading (S1-17, S1-19).

    `GROUP`: what the group itself has agreed on, for whoever has a place in one.
    """

    OFFERING = "offering"
    GROUP = "group"
    CENTRE = "centre"
    PROMISE = "promise"
