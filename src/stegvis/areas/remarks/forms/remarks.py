"""After something was said: who follows up, by when, and a few words without names."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people import api as people
from stegvis.ui.keys import KeyField

from ..rules import LATEST_FOLLOW_UP


def _of_staff(staff: Collection[people.StaffShown]) -> Sequence[tuple[str, str]]:
    return [(str(one.seat_id), one.name) for one in staff]


class RemarkForm(forms.Form):
    """Answered already but for the words, which can be left out: one tap is enough."""

    key = KeyField()
    who = forms.ChoiceField(
        label=_("Who follows up the one who was hit?"),
        error_messages={
            "required": _("Choose somebody who works here."),
            "invalid_choice": _("Choose somebody who works here."),
        },
    )
    by = forms.ChoiceField(
        label=_("By when?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose by when."), "invalid_choice": _("Choose by when.")},
    )
    words = forms.CharField(
        label=_("What was it about?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": _("Write at most %(limit_value)d letters.")},
    )

    def __init__(self, staff: Collection[people.StaffShown], today: date, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        cast("forms.ChoiceField", self.fields["who"]).choices = _of_staff(staff)
        cast("forms.ChoiceField", self.fields["by"]).choices = [
            (today.isoformat(), _("Today")),
            ((today + timedelta(days=1)).isoformat(), _("Tomorrow")),
            ((today + LATEST_FOLLOW_UP).isoformat(), _("Within a week")),
        ]

    def seat_id(self) -> UUID:
        return UUID(self.cleaned_data["who"])

    def day(self) -> date:
        return date.fromisoformat(self.cleaned_data["by"])


class HandOnForm(forms.Form):
    """Somebody else follows up."""

    who = forms.ChoiceField(
        label=_("Who follows up instead?"),
        error_messages={
            "required": _("Choose somebody who works here."),
            "invalid_choice": _("Choose somebody who works here."),
        },
    )

    def __init__(self, staff: Collection[people.StaffShown], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        cast("forms.ChoiceField", self.fields["who"]).choices = _of_staff(staff)

    def seat_id(self) -> UUID:
        return UUID(self.cleaned_data["who"])
