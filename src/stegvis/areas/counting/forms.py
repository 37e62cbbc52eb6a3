"""The few questions of counting. None is needed for the tap that counts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

MOST = 9999


class NicknameForm(forms.Form):
    """The nickname of the one just counted, to count her once."""

    nickname = forms.CharField(
        label=_("Nickname"),
        help_text=_(
            "Only so that the same person counts once today. It is not kept, and tonight nothing is left."
        ),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the nickname, or leave it.")},
    )


class ByHandForm(forms.Form):
    """The day's own number. Empty: what was worked out counts."""

    number = forms.IntegerField(
        label=_("Your own number"),
        help_text=_("Leave it empty, and the number that was worked out counts."),
        min_value=0,
        max_value=MOST,
        required=False,
        error_messages={"invalid": _("Write a whole number, or leave it empty.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class DayForm(forms.Form):
    """Which day to look at."""

    narrows = True
    on = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day as day, month and year."),
        },
    )
