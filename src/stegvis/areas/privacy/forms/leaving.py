"""The one question before everything goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.leaving import LeavingRefusal
from ..texts import LEAVING_REFUSALS

NOT_TICKED: dict[str, Any] = {"required": LEAVING_REFUSALS[LeavingRefusal.NOT_TICKED]}


class LeaveForm(forms.Form):
    """Asked once, of herself."""

    sure = forms.BooleanField(
        label=_("I want everything about me to go. It cannot be undone."), error_messages=NOT_TICKED
    )


class SignedForm(forms.Form):
    """Asked of the adviser who has her signature."""

    signed = forms.BooleanField(
        label=_("I have the paper here, and the participant has signed it"), error_messages=NOT_TICKED
    )
