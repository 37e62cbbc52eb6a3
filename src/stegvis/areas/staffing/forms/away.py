"""Being away: from which day to which. Nothing asks why."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _


class AwayForm(forms.Form):
    """The first and the last day away, both included; without a last day until she says that she is back."""

    from_on = forms.DateField(
        label=_("First day"),
        error_messages={"required": _("Write the first day."), "invalid": _("Write a day that exists.")},
    )
    until_on = forms.DateField(
        label=_("Last day"),
        required=False,
        error_messages={"invalid": _("Write a day that exists.")},
    )

    def clean(self) -> dict[str, date | None]:
        said = super().clean() or {}
        if said.get("from_on") and said.get("until_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("The last day comes before the first. Change one of the two."))
        return said
