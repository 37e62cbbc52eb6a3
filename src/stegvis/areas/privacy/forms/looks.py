"""Asking why somebody looked, and the answer; and what is to be closed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.doors import Door, DoorRefusal, QuestionRefusal, door_named
from ..texts import DOOR_REFUSALS, QUESTION_REFUSALS

LONGEST = 2000
NOT_KEPT = {"autocomplete": "off"}
NOTHING_WRITTEN: dict[str, Any] = {"required": QUESTION_REFUSALS[QuestionRefusal.NOTHING_WRITTEN]}
NOTHING_CHOSEN: dict[str, Any] = {"required": DOOR_REFUSALS[DoorRefusal.NOTHING_CHOSEN]}


class AskForm(forms.Form):
    """Asking takes no words."""

    words = forms.CharField(
        label=_("What would you like to know?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 3}),
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Why it was opened"),
        help_text=_("In plain words. The answer stands on the participant's page."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 4}),
        error_messages=NOTHING_WRITTEN,
    )


class CloseForm(forms.Form):
    """What she said she wants closed: one worker, or one section."""

    door = forms.ChoiceField(
        label=_("What is to be closed?"),
        widget=forms.RadioSelect,
        error_messages=NOTHING_CHOSEN,
    )

    def __init__(self, *given: Any, choices: list[tuple[str, Any]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["door"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Door:
        """For a form that is valid: the choices are ours."""
        door = door_named(self.cleaned_data["door"])
        assert door is not None  # noqa: S101
        return door
