"""The forms of the editor, one a step. They are built from `rules.FIELDS`, so that there is one table.

Nothing is required while writing: a draft may have holes. Limits are checked by the action, so that a text that is
too long is refused with words instead of being cut off by the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stegvis.kernel.errors import Refused
from stegvis.ui import dates

from .. import texts
from ..queries.desk import DeskOffering
from ..rules import (
    FIELDS,
    NEEDED,
    SPOKEN,
    TEXT_FIELDS,
    Field,
    Shape,
    Step,
    Time,
)
from . import filters
from .questions import HINTS, QUESTIONS

YES_NO = [("", _("Not said")), ("yes", _("Yes")), ("no", _("No"))]
AS_YES_NO = {"": None, "yes": True, "no": False}
FROM_YES_NO = {value: code for code, value in AS_YES_NO.items()}
ROWS_TO_SPARE = 2
LONG = 250


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen among, as (id, name): services, people employed here, and other open offerings."""

    services: list[tuple[UUID, str]]
    staff: list[tuple[UUID, str]]
    offerings: list[tuple[UUID, str]]


def language_name(code: str) -> str:
    """The name of a language in the page's own language, as it stands alone."""
    return capfirst(filters.language_name(dates.locale(get_language() or "en"), code))


class DeskForm(forms.Form):
    """Words for a refusal land beside the question they are about; what was typed stays."""

    use_required_attribute = False

    def refuse(self, refused: Refused) -> None:
        """Say a refusal of the rules in the form: beside its question, or for the whole form."""
        name = str(refused.facts.get("field", ""))
        words = str(texts.REFUSALS[refused.reason]) % refused.facts  # type: ignore[index]
        self.add_error(name if name in self.fields else None, words)


class StepForm(DeskForm):
    """One step of the editor, with what stands there now."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        offering: DeskOffering,
        step: Step,
        choices: Choices,
        data: Mapping[str, Any] | None = None,
        *,
        rows: object = "",
    ) -> None:
        """`rows`: for how many usual times there was room when this was typed; empty for a fresh page."""
        self.step, self.choices = step, choices
        self.before = offering.written[step]
        super().__init__(data, auto_id=f"{step}-%s", initial=self._initial(offering.versions[step]))
        for name, field in FIELDS[step].items():
            if field.shape is Shape.TIMES:
                self._add_times(len(self.before[name]), str(rows))
            else:
                self.fields[name] = _question(name, field, choices)

    def values(self) -> dict[str, Any]:
        """What was written, in the shapes of `rules.FIELDS`."""
        found: dict[str, Any] = {}
        for name, field in FIELDS[self.step].items():
            if field.shape is Shape.TIMES:
                found[name] = self._times()
                continue
            value = self.cleaned_data[name]
            found[name] = AS_YES_NO[value] if field.shape is Shape.YES_NO else value
        return found

    def questions(self) -> list[forms.BoundField]:
        """All questions but those of the usual times."""
        return [self[name] for name in FIELDS[self.step] if name in self.fields]

    def times(self) -> list[list[forms.BoundField]]:
        """The questions of each usual time: day, from, to."""
        names = ("weekday", "starts", "ends")
        return [[self[f"{name}_{row}"] for name in names] for row in range(self._rows())]

    def clean(self) -> dict[str, Any] | None:
        for row in range(self._rows()):
            parts = [self.cleaned_data.get(f"{name}_{row}") for name in ("weekday", "starts", "ends")]
            if any(part not in (None, "") for part in parts) and any(part in (None, "") for part in parts):
                self.add_error(
                    f"weekday_{row}", _("Fill in the day and both times, or leave all three empty.")
                )
        return super().clean()

    def _initial(self, version: int) -> dict[str, Any]:
        initial: dict[str, Any] = {"version": version}
        for name, field in FIELDS[self.step].items():
            value = self.before[name]
            if field.shape is Shape.YES_NO:
                initial[name] = FROM_YES_NO[value]
            elif field.shape is Shape.TIMES:
                for row, time in enumerate(value):
                    initial |= {
                        f"weekday_{row}": time.weekday,
                        f"starts_{row}": time.starts,
                        f"ends_{row}": time.ends,
                    }
            else:
                initial[name] = list(value) if field.shape is Shape.KEYS else value
        return initial

    def _add_times(self, there: int, asked: str) -> None:
        rows = int(asked) if asked.isdecimal() and len(asked) < 3 else there + ROWS_TO_SPARE
        self.fields["rows"] = forms.IntegerField(required=False, widget=forms.HiddenInput, initial=rows)
        for row in range(min(rows, 30)):
            self.fields[f"weekday_{row}"] = forms.TypedChoiceField(
                label=_("Day"), choices=_weekdays, coerce=int, empty_value=None
            )
            self.fields[f"starts_{row}"] = forms.TimeField(label=_("From"))
            self.fields[f"ends_{row}"] = forms.TimeField(label=_("To"))

    def _rows(self) -> int:
        return sum(name.startswith("weekday_") for name in self.fields)

    def _times(self) -> list[Time]:
        found = []
        for row in range(self._rows()):
            weekday, starts, ends = (self.cleaned_data[f"{n}_{row}"] for n in ("weekday", "starts", "ends"))
            if weekday is not None and starts and ends:
                found.append(Time(weekday, starts, ends))
        return found

    def _clean_fields(self) -> None:
        """A part that is needed before people see the offering may still be empty while it is being written."""
        needed = [field for name, field in self.fields.items() if field.required and name != "version"]
        for field in needed:
            field.required = False
        super()._clean_fields()  # type: ignore[misc]
        for field in needed:
            field.required = True


def _weekdays() -> list[tuple[Any, str]]:
    names = dates.weekdays(get_language() or "en")
    return [("", "–"), *((number, capfirst(name)) for number, name in enumerate(names))]


def _question(name: str, field: Field, choices: Choices) -> forms.Field:
    """The form's question for one field of the table."""
    asked: dict[str, Any] = {
        "label": QUESTIONS[name],
        "help_text": HINTS.get(name, ""),
        "required": name in NEEDED,
    }
    if field.shape is Shape.WORDS:
        return _words(field, asked)
    if field.shape is Shape.CODE:
        return forms.ChoiceField(widget=forms.RadioSelect, choices=CODES[name].items(), **asked)
    if field.shape is Shape.CODES:
        options = (
            [(code, language_name(code)) for code in SPOKEN]
            if name == "languages_spoken"
            else CODES[name].items()
        )
        return forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, choices=options, **asked)
    if field.shape is Shape.YES_NO:
        return forms.ChoiceField(choices=YES_NO, **asked)
    if field.shape is Shape.NUMBER:
        return forms.IntegerField(min_value=0, max_value=99, **asked)
    if field.shape is Shape.DAY:
        return forms.DateField(**asked)
    if field.shape is Shape.KEYS:
        return forms.TypedMultipleChoiceField(
            widget=forms.CheckboxSelectMultiple, choices=choices.offerings, coerce=UUID, **asked
        )
    people_or_services = choices.services if name == "service" else choices.staff
    return forms.TypedChoiceField(
        choices=[("", _("Choose")), *people_or_services], coerce=UUID, empty_value=None, **asked
    )


def _words(field: Field, asked: dict[str, Any]) -> forms.Field:
    rows = 2 if field.limit <= LONG else 3 if field.limit <= 2_000 else 5
    widget = forms.TextInput() if field.limit <= LONG else forms.Textarea(attrs={"rows": rows})
    return forms.CharField(strip=False, widget=widget, **asked)


CODES: dict[str, Mapping[Any, Any]] = {
    "category": texts.CATEGORIES,
    "joining": texts.JOINING_RULES,
    "aims": texts.AIMS,
    "participation_kinds": texts.PARTICIPATION_KINDS,
}


class LanguageForm(DeskForm):
    """The words of an offering in one more language."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, offering: DeskOffering, language: str, data: Mapping[str, Any] | None = None) -> None:
        initial = {**offering.words[language], "version": offering.versions[language]}
        super().__init__(data, auto_id=f"{language}-%s", initial=initial)
        self.language = language
        self.before = offering.words[language]
        for name, field in TEXT_FIELDS.items():
            self.fields[name] = _words(field, {"label": QUESTIONS[name], "required": False})
            self.fields[name].widget.attrs["lang"] = language

    def questions(self) -> list[forms.BoundField]:
        """One for each text of the original."""
        return [self[name] for name in TEXT_FIELDS]

    def values(self) -> dict[str, str]:
        """The words by field."""
        return {name: self.cleaned_data[name] for name in TEXT_FIELDS}
