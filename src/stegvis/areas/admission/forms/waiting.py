"""What an adviser writes about whoever waits for a talk, and the times that are offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates
from stegvis.ui.keys import KeyField

from ..queries import TimeShown
from .controls import A_FEW_LINES, LONGEST_ANSWER, LONGEST_NICKNAME, NOT_KEPT

LENGTHS = (30, 45, 60, 90)
MOST_WEEKS = 12


def in_words(time: TimeShown, language: str) -> str:
    """A time in one line, as a list to choose from says it."""
    span = dates.clock_span(time.starts, time.ends, language)
    return f"{dates.day(time.on, language).capitalize()} {span}, {time.adviser}"


class AnswerForm(forms.Form):
    """An adviser's answer to a wish for a talk."""

    answer = forms.CharField(
        label=_("Answer on the participant's page"),
        help_text=_("When and where can you meet? Write so that it does no harm if others read it."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        required=False,
    )


def a_time(times: Sequence[TimeShown], none: str, language: str, **named: Any) -> forms.ChoiceField:
    """One of these times, or what the first line says."""
    lines = ((str(time.time_id), in_words(time, language)) for time in times)
    return forms.ChoiceField(choices=[("", none), *lines], **named)


class TimeForm(forms.Form):
    """A time that an adviser writes down for somebody."""

    def __init__(self, times: Sequence[TimeShown], language: str, **named: Any) -> None:
        super().__init__(**named)
        self.fields["time"] = a_time(times, str(_("Choose a time")), language, label=_("A time for the talk"))


class NewPersonForm(forms.Form):
    """Somebody without a phone or a login, whom an adviser meets."""

    key = KeyField()
    nickname = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("The name the person chooses. Nothing more is needed."),
        max_length=LONGEST_NICKNAME,
        widget=forms.TextInput(attrs=NOT_KEPT),
        error_messages={"required": _("Write the name the person would like to be called.")},
    )
    held_before_on = forms.DateField(
        label=_("You have had the talk before, on"),
        help_text=_("For people you know, so that nobody starts over."),
        required=False,
    )

    def __init__(
        self, times: Sequence[TimeShown], language: str, data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.fields["time"] = a_time(
            times, str(_("No, we talk now")), language, label=_("Or keep a time for the talk"), required=False
        )

    def time_id(self) -> UUID | None:
        return UUID(self.cleaned_data["time"]) if self.cleaned_data["time"] else None


class TimesForm(forms.Form):
    """Times that an adviser has room for a talk: one after another, that day and the same weekday for some weeks."""

    first_on = forms.DateField(label=_("Which day?"), error_messages={"required": _("Choose a day.")})
    starts = forms.TimeField(
        label=_("From"), error_messages={"required": _("Write when the first talk begins.")}
    )
    until = forms.TimeField(
        label=_("Until"), error_messages={"required": _("Write when the last talk ends.")}
    )
    minutes = forms.TypedChoiceField(
        label=_("How long is a talk?"),
        choices=[(length, _("%(minutes)s minutes") % {"minutes": length}) for length in LENGTHS],
        coerce=int,
        initial=45,
    )
    weeks = forms.IntegerField(
        label=_("For how many weeks?"),
        help_text=_("1 is this day alone. 4 is the same weekday four weeks in a row."),
        min_value=1,
        max_value=MOST_WEEKS,
        initial=1,
    )
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("A room or a door, as you would say it. Everybody who chooses a time reads it."),
        max_length=120,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )
