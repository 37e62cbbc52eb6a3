"""Which ways of reaching somebody are good enough to be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .codes import Refusal, Way
from .hours import ANY_TIME, Hours, House, leave_a_moment

LONGEST_ADDRESS = 254
FEWEST_DIGITS, MOST_DIGITS = 5, 15
LONGEST_CODE_WORD = 40
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_PHONE = re.compile(r"\+?[0-9 ()/.-]+")
GOING_OUT = frozenset({Way.EMAIL, Way.CALL})
"""The ways on which something reaches her outside her page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How somebody wants to be reached. Only what its way needs is kept: no number beside an address.

    `hours`: when it is safe. `code_word`: what a caller says first, so that she knows who calls.
    """

    way: Way
    address: str = ""
    phone: str = ""
    others_may_see: bool = False
    hours: Hours = ANY_TIME
    code_word: str = ""


def is_one_address(text: str) -> bool:
    """Whether this is one plain e-mail address: no name, no second one, no line break, nothing that ends a header."""
    return len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text) is not None


def is_phone(text: str) -> bool:
    """Whether a person could call this: 5 to 15 digits, written as people write them."""
    digits = sum(letter.isdigit() for letter in text)
    return FEWEST_DIGITS <= digits <= MOST_DIGITS and _PHONE.fullmatch(text) is not None


def is_code_word(text: str) -> bool:
    """Whether a caller could say this first: one short line that can be printed."""
    return len(text) <= LONGEST_CODE_WORD and text.isprintable()


def what_is_wrong(wanted: Wanted, *, has_login: bool, house: House) -> Refusal | None:
    """Why this way cannot be kept; None when it can.

    An e-mail says that there is a message, and the message is on a page that needs a login. It goes only where others
    may see that it comes. Hours in which the house never reaches anybody would be a never without saying so.
    """
    if wanted.way is Way.EMAIL:
        if not has_login:
            return Refusal.EMAIL_NEEDS_LOGIN
        if not is_one_address(wanted.address):
            return Refusal.ADDRESS_NOT_VALID
        if not wanted.others_may_see:
            return Refusal.OTHERS_MAY_NOT_SEE
    if wanted.way is Way.CALL and not is_phone(wanted.phone):
        return Refusal.PHONE_NOT_VALID
    if wanted.way in GOING_OUT and not leave_a_moment(wanted.hours, house):
        return Refusal.HOURS_ARE_NONE
    if wanted.way is Way.CALL and not is_code_word(wanted.code_word):
        return Refusal.CODE_WORD_NOT_VALID
    return None


def kept(wanted: Wanted) -> Wanted:
    """What is stored of it."""
    return Wanted(
        way=wanted.way,
        address=wanted.address if wanted.way is Way.EMAIL else "",
        phone=wanted.phone if wanted.way is Way.CALL else "",
        others_may_see=wanted.others_may_see and wanted.way is Way.EMAIL,
        hours=wanted.hours if wanted.way in GOING_OUT else ANY_TIME,
        code_word=wanted.code_word.strip() if wanted.way is Way.CALL else "",
    )
