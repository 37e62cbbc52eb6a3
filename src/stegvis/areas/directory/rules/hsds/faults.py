"""What can be wrong with a file of services, and where. Codes; the command line finds the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    CUT_SHORT = "cut_short"
    ITEM_TOO_LONG = "item_too_long"
    TOO_DEEP = "too_deep"
    NUMBER_TOO_BIG = "number_too_big"
    NOT_AN_OBJECT = "not_an_object"
    MISSING = "missing"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_STATUS = "unknown_status"
    NOT_A_UUID = "not_a_uuid"
    NOT_A_DATE = "not_a_date"
    TEXT_TOO_LONG = "text_too_long"
    NUL = "nul"
    HALF_CHARACTER = "half_character"
    SAME_ID = "same_id"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the line it begins on (from 1), the number of the item there (from 1, 0 when unknown), the field's
    path inside the item, and a detail such as what was expected.
    """

    fault: Fault
    line: int
    item: int = 0
    field: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One value of the file: its number and first line (from 1), its JSON text on one line, and what it holds."""

    number: int
    line: int
    text: str
    value: object


class Broken(Exception):
    """The text cannot be read on from here."""

    def __init__(self, fault: Fault, *, line: int, detail: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.line = line
        self.detail = detail
