"""Every reason for which the directory says no. `texts.REFUSALS` has the words. Pure: no Django, no clock."""

from enum import StrEnum


class Refusal(StrEnum):
    NOT_COMPLETE = "not_complete"
    SHOWN_AND_LEFT_EMPTY = "shown_and_left_empty"
    NOT_SHOWN_YET = "not_shown_yet"
    CLOSED_STAYS_CLOSED = "closed_stays_closed"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    SAME_TIME_TWICE = "same_time_twice"
    TOO_MANY_TIMES = "too_many_times"
    START_HAS_PASSED = "start_has_passed"
    WRITTEN_IN_THE_FUTURE = "written_in_the_future"
    NOT_EMPLOYED_HERE = "not_employed_here"
    LEADS_NOWHERE = "leads_nowhere"
    ALREADY_THE_ORIGINAL = "already_the_original"
    NEEDS_A_TITLE = "needs_a_title"
    NEEDS_A_NAME = "needs_a_name"
    NOT_A_SAFE_ADDRESS = "not_a_safe_address"
    GUIDE_IS_THERE = "guide_is_there"
    TOO_MANY_GUIDES = "too_many_guides"
    NOTHING_TOLD = "nothing_told"
    NOWHERE_TO_GO = "nowhere_to_go"
