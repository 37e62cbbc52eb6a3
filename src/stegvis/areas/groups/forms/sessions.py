"""The questions about one meeting: how many came, and the participant's own small aim."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules import LONGEST_INSTEAD, MOST_WHO_COME, CallOffWhy
from ..texts import CALLED_OFF_WHY

MOST_WORDS = 300


class CameForm(forms.Form):
    """How many were there; empty when nobody has counted."""

    came = forms.IntegerField(label=_("How many came?"), min_value=0, max_value=MOST_WHO_COME, required=False)


class AimForm(forms.Form):
    """A small aim of her own for one meeting (S2-08)."""

    words = forms.CharField(
        label=_("A small aim of your own"),
        help_text=_("For instance: say hi to one person. Nobody else sees it, unless you want to."),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Write at most %(limit_value)d letters.")},
    )
    shared = forms.BooleanField(label=_("Those who meet me may see it"), required=False)


class PeriodForm(forms.Form):
    """From which day to which day something is counted, both included."""

    narrows = True
    from_on = forms.DateField(
        label=_("From"),
        error_messages={"required": _("Write the first day."), "invalid": _("Write a day that exists.")},
    )
    until_on = forms.DateField(
        label=_("Until"),
        error_messages={"required": _("Write the last day."), "invalid": _("Write a day that exists.")},
    )

    def clean(self) -> dict[str, date]:
        said = super().clean() or {}
        if said.get("from_on") and said.get("until_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("The last day comes before the first. Change one of the two."))
        return said


class MeetingForm(forms.Form):
    """When one meeting is: a day and two times. `version`: the state of the round that the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.DateField(
        label=_("Day"),
        error_messages={"required": _("Write the day."), "invalid": _("Write a day that exists.")},
    )
    starts = forms.TimeField(label=_("Starts at"), error_messages={"required": _("Write when it starts.")})
    ends = forms.TimeField(label=_("Ends at"), error_messages={"required": _("Write when it ends.")})

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "meeting_%s", **named})


class CallOffForm(forms.Form):
    """Why a meeting is called off, for the year's numbers, and what those who have a place can come to instead (S1-32).

    `version`: the state of the round that the page showed. Both questions can be left as they are.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.ChoiceField(
        label=_("Why?"),
        help_text=_("For the year's numbers. Those who have a place are not told."),
        choices=list(CALLED_OFF_WHY.items()),
        initial=CallOffWhy.OTHER,
        required=False,
        widget=forms.RadioSelect,
    )
    instead = forms.CharField(
        label=_("What can people come to instead?"),
        help_text=_("A kind sentence. It stands in the message to those who have a place."),
        max_length=LONGEST_INSTEAD,
        required=False,
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"auto_id": "off_%s", **named})

    def clean_why(self) -> CallOffWhy:
        return CallOffWhy(self.cleaned_data["why"] or CallOffWhy.OTHER)
