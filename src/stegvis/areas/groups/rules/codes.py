"""Codes of the groups area, and what its rules say no to."""

from enum import StrEnum


class PlaceState(StrEnum):
    """waiting -> offered -> held -> left; who asks has a place or waits. No state says absent (S2-06, S3-47)."""

    WAITING = "waiting"
    OFFERED = "offered"
    HELD = "held"
    LEFT = "left"


class SessionState(StrEnum):
    """planned -> held or called_off. Held: somebody has noted that people came."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"


LONGEST_INSTEAD = 200
"""Letters of what happens instead of a meeting that is called off."""


class CallOffWhy(StrEnum):
    """Why a meeting is called off: as a code, since counts tell it and nobody's illness stands anywhere (S1-32)."""

    STAFF = "staff"  # too few employees at the check time: no override, so it is not held after all
    FEW = "few"
    OTHER = "other"


class Often(StrEnum):
    """How often a round meets, as people say it."""

    EVERY_WEEK = "every_week"
    EVERY_OTHER_WEEK = "every_other_week"
    ONCE = "once"
    DAYS = "days"


class Told(StrEnum):
    """Kinds of message to those in line, and to those who have a place."""

    PLACE_OFFERED = "groups.place_offered"
    OFFERING_RESTS = "groups.offering_rests"
    OFFERING_HAS_ENDED = "groups.offering_has_ended"
    DATES_CHANGED = "groups.dates_changed"
    CALLED_OFF = "groups.called_off"
    GOES_ON = "groups.goes_on"


class Refusal(StrEnum):
    """What the rules say no to. Each has words that say what is possible instead."""

    TALK_COMES_FIRST = "talk_comes_first"
    NOT_NOW = "not_now"
    OFFERING_RESTS = "offering_rests"
    ROUND_IS_CLOSED = "round_is_closed"
    ROUND_IS_OVER = "round_is_over"
    ROUND_HAS_STARTED = "round_has_started"
    ROUND_IS_FULL = "round_is_full"
    OTHERS_WAIT = "others_wait"
    OFFER_WENT_ON = "offer_went_on"
    HERS_TO_TAKE = "hers_to_take"
    HAS_A_NAME_HERE = "has_a_name_here"
    WORD_NOT_KNOWN = "word_not_known"
    DAYS_NOT_UNDERSTOOD = "days_not_understood"
    NO_DAYS = "no_days"
    TOO_MANY_DAYS = "too_many_days"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    NOTHING_IS_WRITTEN = "nothing_is_written"
    NOT_YET = "not_yet"
    CALLED_OFF = "called_off"
    MEETING_IS_OVER = "meeting_is_over"
    TOO_FEW_STAFF = "too_few_staff"
    DATE_IS_TAKEN = "date_is_taken"
    DATE_HAS_PASSED = "date_has_passed"
    OUTSIDE_THE_ROUND = "outside_the_round"
    FOLLOWS_NEEDS_ROOM = "follows_needs_room"
