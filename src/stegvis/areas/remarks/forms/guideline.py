"""Writing the guideline: heading, lines and how we act, once for each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..rules import LONGEST_HEADING, MOST_NOTE_DAYS, NOTE_DAYS, Written

NAMES = dict(settings.LANGUAGES)


class GuidelineForm(forms.Form):
    """`based_on`: the number of the version that the writer had before her. Fields are called `words_nb` and so on."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)
    note_days = forms.IntegerField(
        label=_("For how many days is a note kept after something was said?"),
        help_text=_("Then it goes by itself. 30 days is common."),
        initial=NOTE_DAYS,
        error_messages={"required": _("Choose between 1 and 90 days."), "invalid": _("Write a number.")},
        widget=forms.NumberInput(attrs={"min": 1, "max": MOST_NOTE_DAYS}),
    )

    def __init__(self, own: str, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.languages: Sequence[str] = (own, *(code for code in NAMES if code != own))
        for code in self.languages:
            self._ask_in(code, required=code == own)

    def _ask_in(self, code: str, *, required: bool) -> None:
        self.fields[f"heading_{code}"] = forms.CharField(
            label=_("Heading"),
            max_length=LONGEST_HEADING,
            required=required,
            error_messages={"required": _("Write a heading."), "max_length": _("Write at most 60 letters.")},
        )
        self.fields[f"words_{code}"] = forms.CharField(
            label=_("What hangs on the wall"),
            help_text=_(
                "One point a line, at most six lines. Short, so that it is read from across the room."
            ),
            required=required,
            widget=forms.Textarea(attrs={"rows": 7}),
            error_messages={"required": _("Write at least one line.")},
        )
        self.fields[f"acting_{code}"] = forms.CharField(
            label=_("How we who work here act"),
            help_text=_("For those who work here. It does not hang on the wall."),
            max_length=3000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 9}),
        )

    def by_language(self) -> list[dict[str, Any]]:
        """The questions of each language, its name, and whether it has anything or is the house's own."""
        return [
            {
                "code": code,
                "name": NAMES[code],
                "own": number == 0,
                "open": number == 0 or self._has_errors(code),
                "heading": self[f"heading_{code}"],
                "words": self[f"words_{code}"],
                "acting": self[f"acting_{code}"],
            }
            for number, code in enumerate(self.languages)
        ]

    def written(self) -> dict[str, Written]:
        said = self.cleaned_data
        return {
            code: Written(said[f"heading_{code}"], said[f"words_{code}"], said[f"acting_{code}"])
            for code in self.languages
        }

    def _has_errors(self, code: str) -> bool:
        return any(f"{name}_{code}" in self.errors for name in ("heading", "words", "acting"))


def answers_of(written: Mapping[str, Written]) -> dict[str, str]:
    """What stands already, as the form's first answers."""
    return {
        f"{name}_{code}": getattr(one, name)
        for code, one in written.items()
        for name in ("heading", "words", "acting")
    }
