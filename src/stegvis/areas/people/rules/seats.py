"""Which seats there are and how long one may stay untouched."""

from datetime import date, timedelta

from stegvis.kernel.roles import Role

BY_INVITATION = frozenset(Role) - {Role.VISITOR, Role.HOUSEKEEPER, Role.PARTICIPANT}
"""Seats somebody is given. A participant's seat comes with her code, the other two are nobody's."""

LONGEST_NICKNAME = 40
DRAFT_KEPT_FOR = timedelta(minutes=30)
INVITATION_GOOD_FOR = timedelta(days=7)
NEW_CODE_GOOD_FOR = timedelta(minutes=30)
CLOCKS_DIFFER_BY = 60
"""Seconds by which the clocks of two machines that serve may differ."""

SENT_AGAIN_WITHIN = timedelta(minutes=30)
"""How long the form that made a code leads back to it."""


def is_running(*, from_on: date, until_on: date | None, day: date) -> bool:
    """A seat counts from its first to its last day, both included."""
    return from_on <= day and (until_on is None or day <= until_on)


def has_been_idle(*, last_seen: float, now: float, minutes: int) -> bool:
    """Whether a seat was untouched for so long that whoever is there now may be somebody else (X-17).

    One that was last seen at a time that has not come yet is none to trust: the clock was set back.
    """
    return not -CLOCKS_DIFFER_BY <= now - last_seen <= minutes * 60
