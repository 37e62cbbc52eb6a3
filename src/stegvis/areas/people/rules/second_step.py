"""The second step of logging in: something only this person has, beside the password.

A code of an authenticator app (RFC 6238), a passkey, or one of the recovery codes on paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from hmac import compare_digest

import pyotp

from stegvis.kernel.roles import Role

from .codes import DIGITS, LETTERS

SEES_PEOPLE = frozenset(
    {Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.FACILITATOR, Role.FRONT_LINE, Role.MANAGER}
)
"""Seats whose pages show who comes here, or decide who may see it. They open after a second step only.

The others (volunteer, host, ambassador, association contact) meet people themselves and see of each only what she has
shared; a phone of one's own is not asked of them. Whoever has set up a second step is always asked for it.
"""

PROVED = "proved"
"""Where a session says when the second step was taken."""

STEP = 30
"""Seconds for which a code of an authenticator app stands."""

STEPS_OFF = 1
"""How many steps the clock of a phone may be off, to either side."""

RECOVERY_CODES = 8
GROUPS, GROUP_LENGTH = 4, 4
GOOD_FOR = timedelta(minutes=15)
"""For how long after the second step somebody may change how she logs in, and how long a set-up may take."""


def is_asked_for(roles: frozenset[Role], *, has_one: bool) -> bool:
    """Whether somebody with these seats is asked for a second step after her password."""
    return has_one or bool(roles & SEES_PEOPLE)


def new_secret() -> str:
    """What the app and we share, in base 32: 160 bits."""
    return pyotp.random_base32()


def address_for_app(secret: str, *, name: str, issuer: str) -> str:
    """The `otpauth:` address that an app reads from the QR code. `name` tells this login from others in the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer)


def fitting_step(secret: str, typed: str, *, now: float, last_step: int) -> int | None:
    """The step whose code this is, or None. `now` in seconds since 1970.

    A step that is not later than `last_step`, the last one used, fits no more: a code that somebody read over the
    shoulder, and one from before a clock was set back, opens nothing.
    """
    digits = re.sub("[^0-9]", "", typed)  # other scripts' digits can be no code of ours, nor be compared
    here = int(now // STEP)
    found = None
    for step in range(here - STEPS_OFF, here + STEPS_OFF + 1):
        if step > last_step and compare_digest(pyotp.HOTP(secret).at(step), digits):
            found = step
    return found


def make_recovery_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Letter and digit in turn, without look-alikes: `K4M7-R3A5-F2H6-L8X9`, 50 bits. `choose` picks one at random."""
    groups = (
        "".join(choose(DIGITS if place % 2 else LETTERS) for place in range(GROUP_LENGTH))
        for _ in range(GROUPS)
    )
    return "-".join(groups)


def read_recovery_code(typed: str) -> str:
    """The same code however it is typed; an empty text when it cannot be one."""
    plain = re.sub(r"[^A-Z0-9]", "", typed.upper())
    return plain if len(plain) == GROUPS * GROUP_LENGTH else ""
