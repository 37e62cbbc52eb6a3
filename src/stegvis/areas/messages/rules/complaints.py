"""To whom people complain, and what can be kept of it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from stegvis.kernel.roles import Role

from .channels import is_phone
from .codes import Refusal

MAY_READ = frozenset({Role.EMPLOYEE, Role.COORDINATOR, Role.FACILITATOR, Role.MANAGER})
"""Who can be named to read complaints. No adviser: it is mostly advisers whom people meet, and complain about."""


class AnswerBy(StrEnum):
    """How she wants the answer."""

    HERE = "here"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Named:
    """Whom an organisation names, and how to reach them without a login."""

    name: str
    phone: str = ""
    address: str = ""


def wrong_with_named(named: Named, *, seat_role: Role | None) -> Refusal | None:
    """Why this person cannot be named; None when they can. There is always a way without a login (X-09)."""
    if not named.name.strip():
        return Refusal.NO_NAME
    if named.phone.strip() and not is_phone(named.phone.strip()):
        return Refusal.PHONE_NOT_VALID
    if not named.phone.strip() and not named.address.strip():
        return Refusal.NO_WAY_WITHOUT_LOGIN
    if seat_role is not None and seat_role not in MAY_READ:
        return Refusal.IN_THE_LINE
    return None


def wrong_with_complaint(
    words: str, *, answer_by: AnswerBy, phone: str, about_reader: bool
) -> Refusal | None:
    """Why it cannot be sent; None when it can. Nothing about the one who reads it is sent to that one."""
    if about_reader:
        return Refusal.ABOUT_THE_READER
    if not words.strip():
        return Refusal.NOTHING_WRITTEN
    if answer_by is AnswerBy.CALL and not is_phone(phone.strip()):
        return Refusal.PHONE_NOT_VALID
    return None
