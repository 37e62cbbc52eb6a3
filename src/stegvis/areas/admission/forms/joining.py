"""How the talk may come about, and what the participant says about her copy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules import Way
from ..texts import WAYS
from .controls import A_FEW_LINES, LONGEST_ANSWER, NOT_KEPT


class ReachForm(forms.Form):
    """How the talk may come about. Saying nothing is as good as saying something."""

    way = forms.ChoiceField(
        label=_("How shall we meet for the talk?"),
        choices=[("", _("I do not know yet")), *((way.value, words) for way, words in WAYS.items())],
        widget=forms.RadioSelect,
        required=False,
    )
    phone = forms.CharField(
        label=_("Phone number"),
        help_text=_(
            "Only if we may call you. We say nothing to others who answer, and delete it after the talk."
        ),
        max_length=30,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "tel"}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("way") == Way.CALL and not cleaned.get("phone"):
            self.add_error("phone", _("Write a number we can call, or choose another way."))
        return cleaned

    def way_chosen(self) -> Way | None:
        return Way(self.cleaned_data["way"]) if self.cleaned_data["way"] else None


class ChangeForm(forms.Form):
    """What the participant would like written differently in her copy."""

    words = forms.CharField(
        label=_("What should it say instead?"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        error_messages={"required": _("Write what should be changed, or say that it is right.")},
    )
