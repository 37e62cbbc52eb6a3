"""The question that comes up when a round would meet on holidays: which of them to leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates

HolidaysOf = Callable[[Iterable[date]], Mapping[date, str]]
"""Gives those of some days that are holidays, with their names."""


class LeaveOutField(forms.TypedMultipleChoiceField):
    """Days to leave out, as ticks."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, named: Mapping[date, str]) -> None:
        language = get_language() or "en"
        super().__init__(
            label=_("Holidays among these days"),
            help_text=_("Tick those on which you do not meet."),
            choices=[(day.isoformat(), f"{dates.day(day, language)}: {name}") for day, name in named.items()],
            coerce=date.fromisoformat,
            required=False,
        )


class HolidayForm(forms.Form):
    """A form about days. What it has once asked about is carried in `holidays_shown`, and not asked again."""

    holidays_shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *arguments: Any,
        holidays_of: HolidaysOf,
        days_met: Iterable[date] = (),
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self._holidays_of, self._met = holidays_of, frozenset(days_met)
        if shown := self._shown():
            self._ask(holidays_of(shown))

    def asks_about(self, days: Iterable[date]) -> bool:
        """Whether holidays among these days have not been asked about. Then the form asks.

        Ticked are those that are not met on as it is.
        """
        found = self._holidays_of(days)
        if set(found) <= set(self._shown()):
            return False
        answered = self.kept_holidays() | self._met
        data = QueryDict(mutable=True)
        data.update(self.data)
        data.setlist(
            "leave_out", [str(day) for day in found if day not in answered or day in self.left_out()]
        )
        data["holidays_shown"] = ",".join(map(str, found))
        self.data = data
        self._ask(found)
        return True

    def _ask(self, named: Mapping[date, str]) -> None:
        self.fields["leave_out"] = LeaveOutField(named)
        self.order_fields(self.field_order)

    def left_out(self) -> frozenset[date]:
        return frozenset(self.cleaned_data.get("leave_out") or ())

    def kept_holidays(self) -> frozenset[date]:
        """Holidays that were asked about and are met on all the same."""
        return frozenset(self._shown()) - self.left_out()

    def _shown(self) -> list[date]:
        known = []
        for part in str(self.data.get("holidays_shown", "")).split(",")[:400]:
            try:
                known.append(date.fromisoformat(part))
            except ValueError:
                continue
        return known
