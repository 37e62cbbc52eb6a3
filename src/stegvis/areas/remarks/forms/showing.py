"""Where the guideline is seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates

ANOTHER = "another"


class RoomForm(forms.Form):
    """The poster hangs in one of the rooms that groups meet in, or in another."""

    room = forms.ChoiceField(
        label=_("In which room does it hang?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a room."), "invalid_choice": _("Choose a room.")},
    )
    other = forms.CharField(label=_("Which other room?"), max_length=200, required=False)
    on = forms.DateField(
        label=_("Since which day?"),
        error_messages={"required": _("Write the day."), "invalid": _("Write a day that exists.")},
    )

    def __init__(self, rooms: Collection[str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        room = cast("forms.ChoiceField", self.fields["room"])
        room.choices = [*((name, name) for name in rooms), (ANOTHER, _("Another room"))]

    def which(self) -> str:
        said = self.cleaned_data
        return str(said["other"] if said["room"] == ANOTHER else said["room"])


class WrittenDownForm(forms.Form):
    """At which of its meetings the group wrote the guideline down."""

    on = forms.ChoiceField(
        label=_("At which meeting?"),
        error_messages={"required": _("Choose a meeting."), "invalid_choice": _("Choose a meeting.")},
    )

    def __init__(self, days: Sequence[date], language: str, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        on = cast("forms.ChoiceField", self.fields["on"])
        on.choices = [(day.isoformat(), dates.day(day, language)) for day in days]

    def day(self) -> date:
        return date.fromisoformat(self.cleaned_data["on"])
