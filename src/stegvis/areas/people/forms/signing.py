"""Signing in, and becoming somebody who can: a code, a password, a nickname."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from stegvis.ui.keys import KeyField

from ..actions import suggest_secret
from ..rules import Reason, codes
from ..rules.seats import LONGEST_NICKNAME
from ..texts import REASONS

NOT_KEPT = {"autocomplete": "off", "autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
"""On a shared device nothing that was typed may come up again for the next person (X-17)."""


WEAK_PASSWORDS = {
    "password_too_short": _("Use at least 12 characters. A whole sentence is fine."),
    "password_too_common": _("Many people use this one. Choose something only you would think of."),
}
"""Our words for what the settings' validators find."""


class CodeForm(forms.Form):
    """The first door: one thing in one field."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("The short part and the words, for instance: K4M-7R3 cup path birch rain"),
        max_length=2 * codes.LONGEST_SECRET,
        widget=forms.TextInput(attrs=NOT_KEPT),
        error_messages={"required": _("Write your code here.")},
    )


class StaffForm(forms.Form):
    """The second door."""

    email = forms.CharField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        error_messages={"required": _("Write your e-mail address.")},
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Write your password.")},
    )


class NewCodeForm(forms.Form):
    """Four words are suggested; the person may write others."""

    secret = forms.CharField(
        label=_("Your secret words"),
        help_text=_("These four are only for you. You can write others: at least 12 characters."),
        max_length=codes.LONGEST_SECRET,
        widget=forms.TextInput(attrs=NOT_KEPT),
        error_messages={"required": REASONS[Reason.SECRET_TOO_SHORT]},
    )
    adviser_may_let_in = forms.BooleanField(
        required=False,
        label=_("An adviser who knows me may let me in again"),
        help_text=_("Without this tick nobody can help if you lose the code. Then you start afresh."),
    )

    @classmethod
    def fresh(cls, *, language: str, adviser_may_let_in: bool = False, **arguments: Any) -> Self:
        """An empty form with four new words in it. `adviser_may_let_in`: what the person has chosen before."""
        first = {"secret": suggest_secret(language), "adviser_may_let_in": adviser_may_let_in}
        return cls(initial=first, **arguments)

    def clean_secret(self) -> str:
        secret: str = self.cleaned_data["secret"]
        if not codes.long_enough(secret):
            raise forms.ValidationError(REASONS[Reason.SECRET_TOO_SHORT])
        return secret


class NewcomerForm(NewCodeForm):
    """Becoming a participant: what to call you, a code, and whether you are of age. `minimum_age` in years."""

    key = KeyField()
    nickname = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("A nickname is fine. You choose it yourself."),
        max_length=LONGEST_NICKNAME,
        widget=forms.TextInput(attrs=NOT_KEPT | {"autocapitalize": "words"}),
        error_messages={"required": REASONS[Reason.NICKNAME_MISSING]},
    )
    over_minimum_age = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    field_order = ["nickname", "over_minimum_age", "secret", "adviser_may_let_in"]

    def __init__(self, *arguments: Any, minimum_age: int, **named: Any) -> None:
        super().__init__(*arguments, **named)
        age = _("Are you %(age)s or over?") % {"age": minimum_age}
        self.fields["over_minimum_age"].label = age


class PasswordForm(forms.Form):
    """Choosing a password, from an invitation."""

    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters. A sentence is easier to remember than a word."),
        strip=False,
        max_length=256,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Write a password.")},
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password)
        except forms.ValidationError as weak:
            raise forms.ValidationError([WEAK_PASSWORDS[str(one.code)] for one in weak.error_list]) from weak
        return password
