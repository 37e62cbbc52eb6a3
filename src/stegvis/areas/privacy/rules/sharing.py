"""What a share opens, to whom and until when (X-04). Pure: no Django, no clock; days are the house's local days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from dateutil.relativedelta import relativedelta

from stegvis.kernel.roles import Role

MONTHS = (1, 3, 6, 12)
"""For how many months something may be shared at a time."""

USUAL_MONTHS = 3
MOST_MONTHS = max(MONTHS)

RECIPIENTS = frozenset(Role) - {Role.VISITOR, Role.PARTICIPANT, Role.ASSOCIATION_CONTACT, Role.HOUSEKEEPER}
"""With whom something can be shared: somebody in a seat of the same organisation. An association gets the words that
she has approved for it, and nothing else (catalogue A.7)."""

AUTHORITY = frozenset({Role.FRONT_LINE, Role.AMBASSADOR})
"""Seats of somebody who decides over others. In a municipal office, every seat is one."""


class ShareFor(StrEnum):
    """What a share is for."""

    WELCOME = "welcome"
    HELP = "help"
    PLAN = "plan"
    NOT_AGAIN = "not_again"


class ShareState(StrEnum):
    """How a share stands. Only a running one opens anything."""

    NOTED = "noted"  # written down by staff; counts only when she has said that it is right
    RUNNING = "running"
    RUN_OUT = "run_out"
    TAKEN_BACK = "taken_back"


class ShareRefusal(StrEnum):
    """Why something cannot be shared this way."""

    NOTHING_CHOSEN = "privacy.nothing_chosen"
    SEEN_ALREADY = "privacy.seen_already"
    SHARED_ALREADY = "privacy.shared_already"
    LONGER_THAN_A_YEAR = "privacy.longer_than_a_year"
    DAY_HAS_PASSED = "privacy.day_has_passed"
    HERS_ALONE = "privacy.hers_alone"
    NOT_TO_ONESELF = "privacy.not_to_oneself"
    IS_OVER = "privacy.is_over"


@dataclass(frozen=True, slots=True)
class Share:
    """One consent: these items, to this seat, until the end of this day. `confirmed`: she has said so herself."""

    recipient_id: UUID
    items: frozenset[str]
    until_on: date
    confirmed: bool = True
    ended_at: datetime | None = None


def state_of(share: Share, *, today: date) -> ShareState:
    if share.ended_at is not None:
        return ShareState.TAKEN_BACK
    if share.until_on < today:
        return ShareState.RUN_OUT
    return ShareState.RUNNING if share.confirmed else ShareState.NOTED


def opens(share: Share, *, item: str, seat_id: UUID | None, today: date) -> bool:
    """Whether this seat may read this item today because of this share (X-04): there is no other way to yes."""
    return (
        seat_id is not None
        and share.recipient_id == seat_id
        and item in share.items
        and state_of(share, today=today) is ShareState.RUNNING
    )


def until_after(months: int, *, today: date) -> date:
    """The last day of a share that is given today for so many months."""
    return today + relativedelta(months=months)


def what_is_wrong(
    *,
    items: Collection[str],
    seen_already: Collection[str],
    shared_already: Collection[str],
    until_on: date,
    today: date,
) -> ShareRefusal | None:
    """Why these items cannot be shared until this day; None when they can.

    `seen_already`: those that the recipient's role shows in any case; `shared_already`: those that a running share
    opens to the same seat.
    """
    if not items:
        return ShareRefusal.NOTHING_CHOSEN
    if set(items) & set(seen_already):
        return ShareRefusal.SEEN_ALREADY
    if set(items) & set(shared_already):
        return ShareRefusal.SHARED_ALREADY
    return wrong_day(until_on, today=today)


def wrong_day(until_on: date, *, today: date) -> ShareRefusal | None:
    """Why a share cannot go on until this day; None when it can."""
    if until_on < today:
        return ShareRefusal.DAY_HAS_PASSED
    if until_on > until_after(MOST_MONTHS, today=today):
        return ShareRefusal.LONGER_THAN_A_YEAR
    return None


def may_be_noted(
    *, in_office: bool, recipient: Role, recipient_id: UUID, by_seat_id: UUID | None
) -> ShareRefusal | None:
    """Why staff cannot write down a share for somebody; None when they can, to count once she has confirmed.

    `in_office`: the organisation is a municipal office, where whoever writes has power over her (X-05).
    """
    if in_office or recipient in AUTHORITY:
        return ShareRefusal.HERS_ALONE
    if recipient_id == by_seat_id:
        return ShareRefusal.NOT_TO_ONESELF
    return None
