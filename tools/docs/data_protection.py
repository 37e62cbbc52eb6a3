"""docs/data-protection.md: the record of processing, from what the areas declare (GDPR article 30)."""

from itertools import groupby

from django.apps import apps

from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.personal_data import Erase, Ground, KeepFor, PersonalField, register

GROUNDS = {
    Ground.SERVICE: "to give the service asked for",
    Ground.EMPLOYMENT: "to run the place",
    Ground.CONSENT: "the person's own yes",
    Ground.LAW: "a law demands it",
}
KEPT = {
    KeepFor.WHILE_IN_TOUCH: "until the person leaves, or 12 months after the last use",
    KeepFor.WHILE_IN_SEAT: "until the seat has ended and its journal has aged out",
    KeepFor.FIVE_YEARS: "five years",
    KeepFor.A_YEAR: "a year",
    KeepFor.SEVEN_DAYS: "seven days",
    KeepFor.THE_DAY: "until the night",
    KeepFor.HALF_AN_HOUR: "half an hour",
    KeepFor.AS_SET: "as many days as the organisation has set",
    KeepFor.UNTIL_IT_IS_OVER: "until the meeting it was said for is over",
}
ERASED = {
    Erase.DELETE_ROW: "the row goes",
    Erase.BLANK_FIELD: "the field is emptied",
    Erase.KEEP_UNTIL_AGED: "stays until it has aged out: holds no name and no word",
}
INTRODUCTION = """# Personal data

What Stegvis keeps about people, field by field: what for, on which ground, for how long, and how it goes. An
organisation that uses Stegvis is the controller and sets the ground for its own purposes; these are the ones the
software is built for. Everything that is not in this list says nothing about a person, or is not kept.

Never asked for and never kept: diagnosis, legal name, national identity number, absence, score, ranking, notes that
only staff may read.
"""


def text() -> str:
    lines = [INTRODUCTION]
    for model, fields in groupby(register(), key=lambda field: field.model):
        lines += [f"## {model}", "", _first_line(model), ""]
        lines += ["| field | purpose | ground | kept | erased | encrypted |", "|---|---|---|---|---|---|"]
        lines += [_row(field) for field in fields]
        lines.append("")
    return "\n".join(lines)


def _first_line(model: str) -> str:
    return " ".join((apps.get_model(model).__doc__ or "").split("\n\n")[0].split())


def _row(field: PersonalField) -> str:
    column = apps.get_model(field.model)._meta.get_field(field.field)
    encrypted = "yes" if isinstance(column, EncryptedText) else "no"
    return (
        f"| `{field.field}` | {field.purpose} | {GROUNDS[field.ground]} | {KEPT[field.keep_for]} "
        f"| {ERASED[field.erase]} | {encrypted} |"
    )
