"""What stands in the tables of the kernel and of `people`, which know nothing of copies, and in our own."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import translation

from stegvis.areas.people import api as people
from stegvis.kernel.roles import Role

from ..models import telling
from ..texts import DONE_WITH, KEPT_UNREADABLE, reason
from .telling import seats_told

UNREADABLE = ("people.User.password", "people.LoginCode.secret_hash")
WITHOUT_TEXT = ("kernel.JournalEntry.outcome",)
ROLE_COLUMNS = ("kernel.Look.role", "kernel.JournalEntry.role", "privacy.Question.role")
LANGUAGE_COLUMNS = ("people.Participant.language", "privacy.Copy.language")
SEAT_COLUMNS = (
    "kernel.Look.seat_id",
    "kernel.JournalEntry.seat_id",
    "kernel.ClosedDoor.seat_id",
    "kernel.ClosedDoor.by_seat",
)


def declare() -> None:
    telling.declare_things("people.Seat", seats_told)
    telling.declare_seats(*SEAT_COLUMNS)
    for column in ROLE_COLUMNS:
        telling.declare_saying(column, _role)
    for column in WITHOUT_TEXT:
        telling.declare_codes(column, {})
    for column in UNREADABLE:
        telling.declare_saying(column, _unreadable)
    for column in LANGUAGE_COLUMNS:
        telling.declare_saying(column, _language)
    telling.declare_saying("kernel.Look.why", _why)
    telling.declare_saying("privacy.Question.why", _why)
    telling.declare_saying("kernel.JournalEntry.what", _done_with)
    telling.declare_saying("privacy.Copy.content", _itself)


def _role(row: Any, language: str) -> str:
    """Where a seat is told by name and role, the role need not stand once more."""
    if getattr(row, "seat_id", None) is not None:
        return ""
    with translation.override(language):
        return str(people.ROLES[Role(row.role)])


def _unreadable(row: Any, language: str) -> str:
    with translation.override(language):
        return str(KEPT_UNREADABLE)


def _language(row: Any, language: str) -> str:
    return dict(settings.LANGUAGES).get(row.language, "")


def _why(row: Any, language: str) -> str:
    with translation.override(language):
        return str(reason(row.why))


def _done_with(row: Any, language: str) -> str:
    with translation.override(language):
        return str(DONE_WITH.get(row.what.split(".")[0], ""))


def _itself(row: Any, language: str) -> str:
    """The copy does not hold a copy of itself."""
    return ""
