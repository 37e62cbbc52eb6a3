"""A tick under each text that is read before the first time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise

from ..queries import IntroductionPart, Introductions
from ..rules import Subject
from ..texts import TICKS


class IntroductionForm(forms.Form):
    """The tick under one text, with the mark of the words above it."""

    read = forms.BooleanField(required=False)
    mark = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, part: IntroductionPart, words: Promise, data: Mapping[str, Any] | None) -> None:
        super().__init__(data, initial={"mark": part.mark}, prefix=part.subject.value)
        self.part = part
        self.fields["read"].label = str(words)

    @property
    def is_ticked(self) -> bool:
        return self.is_valid() and bool(self.cleaned_data["read"])


class IntroductionForms:
    """A tick under each text that is still to be read. Each can be left for another day."""

    def __init__(
        self,
        shown: Introductions,
        words: Mapping[Subject, Promise],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self._shown, self._words = shown, words
        self.forms = {
            part.subject: IntroductionForm(part, words[part.subject], data)
            for part in shown.parts
            if part.subject in shown.open and (shown.staff_may_note or words is TICKS)
        }

    def read(self) -> dict[Subject, str]:
        """Each subject that is ticked, with the mark of the words that stood above the tick."""
        return {subject: form.cleaned_data["mark"] for subject, form in self.forms.items() if form.is_ticked}

    def with_parts(self) -> list[tuple[IntroductionPart, IntroductionForm | None]]:
        return [(part, self.forms.get(part.subject)) for part in self._shown.parts]

    def afresh(self) -> list[tuple[IntroductionPart, IntroductionForm | None]]:
        """The texts as they are now, with no tick: what was read was something else."""
        return IntroductionForms(self._shown, self._words).with_parts()
