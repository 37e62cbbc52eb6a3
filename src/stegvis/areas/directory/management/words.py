"""What the command line says about problems in a file. English: it speaks to whoever runs the machine."""

from __future__ import annotations

from ..rules.hsds import ITEM_LIMIT, Fault, Problem

_SENTENCES = {
    Fault.EMPTY: "there is no service in the file",
    Fault.NOT_UTF8: "not UTF-8 text; save the file as UTF-8",
    Fault.NOT_JSON: "not JSON",
    Fault.CUT_SHORT: "the file ends in the middle of a service",
    Fault.ITEM_TOO_LONG: f"longer than {ITEM_LIMIT // 1_000_000} MB, or a quotation mark is missing",
    Fault.TOO_DEEP: "lists and objects inside each other too deep",
    Fault.NUMBER_TOO_BIG: "a number too big to be one",
    Fault.NOT_AN_OBJECT: "not a service: an object is expected",
    Fault.MISSING: "is missing",
    Fault.WRONG_TYPE: "has the wrong type, expected",
    Fault.UNKNOWN_STATUS: "is not one of",
    Fault.NOT_A_UUID: "is not a UUID",
    Fault.NOT_A_DATE: "is not a date such as 2026-11-30",
    Fault.TEXT_TOO_LONG: "is longer than this many characters",
    Fault.NUL: "holds a NUL character",
    Fault.HALF_CHARACTER: "holds half of a character (a lone surrogate)",
    Fault.SAME_ID: "is the same as that of another service",
}


def sentence(problem: Problem) -> str:
    """`line 7, item 7: phones[0].number has the wrong type, expected: text`, on one line and safe to print."""
    item = f", item {problem.item}" if problem.item else ""
    detail = f": {problem.detail}" if problem.detail else ""
    field = f"{problem.field} " if problem.field else ""
    whole = f"line {problem.line}{item}: {field}{_SENTENCES[problem.fault]}{detail}"
    return "".join(letter if letter.isprintable() else "?" for letter in whole)
