"""The second step of logging in, and one's own login."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.passkeys import LONGEST_ANSWER
from ..rules.second_step import GROUP_LENGTH, GROUPS
from .signing import NOT_KEPT, PasswordForm

ONE_TIME = NOT_KEPT | {"autocomplete": "one-time-code", "inputmode": "text"}


class SecondStepForm(forms.Form):
    """Six digits from the app, or a spare code: one field for both."""

    code = forms.CharField(
        label=_("The six digits from the app"),
        help_text=_("You can also write one of the spare codes you have on paper."),
        max_length=4 * GROUPS * GROUP_LENGTH,
        widget=forms.TextInput(attrs=ONE_TIME),
        error_messages={"required": _("Write the code here.")},
    )

    def __init__(self, *arguments: Any, by_app: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if not by_app:
            self.fields["code"].label = _("A spare code")
            self.fields["code"].help_text = _("One of those you have on paper. It works once.")


class AppForm(forms.Form):
    """What a newly set up app shows."""

    code = forms.CharField(
        label=_("The six digits the app shows now"),
        max_length=20,
        widget=forms.TextInput(attrs=NOT_KEPT | {"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Write the code here.")},
    )


class PasskeyForm(forms.Form):
    """What a script puts in, from the browser."""

    key_says = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.HiddenInput)


class ChangePasswordForm(PasswordForm):
    """A new password while logged in; the one before shows that it is she."""

    field_order = ["current", "password"]
    current = forms.CharField(
        label=_("The password you have now"),
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Write your password.")},
    )
