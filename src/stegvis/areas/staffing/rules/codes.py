"""Codes of the staffing area, and what its rules say no to."""

from enum import StrEnum


class Carries(StrEnum):
    """What somebody on duty takes on, beside being there."""

    LEADS = "leads"
    SECOND_ADULT = "second_adult"
    DROP_IN = "drop_in"  # receives whoever looks in while the door is open (S1-26)
    COMPETENCE = "competence"  # brings what the group needs somebody to be able to do


class Missing(StrEnum):
    """What a meeting, or a part of it, lacks to be held."""

    EMPLOYEES = "employees"
    SECOND_ADULT = "second_adult"
    COMPETENCE = "competence"
    DROP_IN = "drop_in"


class Refusal(StrEnum):
    """What the rules say no to. None of them can be set aside by anyone (S1-31)."""

    NOT_EMPLOYED_THEN = "not_employed_then"
    AWAY_THEN = "away_then"
    ELSEWHERE_THEN = "elsewhere_then"
    ON_DUTY_ALREADY = "on_duty_already"
    OUTSIDE_THE_MEETING = "outside_the_meeting"
    CALLED_OFF = "called_off"
    MEETING_IS_OVER = "meeting_is_over"
    CHECK_HAS_PASSED = "check_has_passed"
    ENOUGH_ALREADY = "enough_already"
    BELOW_ASSESSMENT = "below_assessment"
    NOT_A_CHECK_TIME = "not_a_check_time"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    TOO_LONG_AGO = "too_long_ago"
    NOTHING_TO_COPY = "nothing_to_copy"
    NOT_A_MONDAY = "not_a_monday"
