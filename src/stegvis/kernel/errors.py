"""The three ways the house says no. Views and middleware turn them into pages that someone wrote."""

from enum import StrEnum


class Refused(Exception):
    """The rules say no, for a reason the person can be told. `facts` fill the words for that reason."""

    def __init__(self, reason: StrEnum, **facts: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.facts = facts


class NotAllowed(Exception):
    """This seat lacks the right. Answered by 403, or by the way to sign in when nobody is signed in."""


class NotFound(Exception):
    """Unknown, or somebody else's: the two look the same. Answered by 404."""


class Changed(Exception):
    """Somebody else saved first. Nothing was overwritten; the page shows both texts and lets the person choose."""


class NotNoted(Exception):
    """The log of looks takes no rows, so nothing about anybody is shown. Answered by 503 and a page that says so."""
