"""Which ground carries which purpose."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..queries.grounds import GroundsHere
from ..rules.grounds import KeptFor, LegalGround
from ..texts import GROUNDS_TOLD, KEPT_FOR_TOLD


class GroundsForm(forms.Form):
    """One question a purpose that has more than one possible ground; and, for an authority, whether it is sure."""

    sure = forms.BooleanField(
        required=False,
        label=_("We have had a lawyer look at it: here people are free to say no to us"),
    )

    def __init__(self, here: GroundsHere, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        sure = self.fields.pop("sure")
        for one in here.grounds:
            if len(one.possible) > 1:
                self.fields[one.purpose.value] = forms.ChoiceField(
                    label=str(KEPT_FOR_TOLD[one.purpose]),
                    choices=[(ground.value, GROUNDS_TOLD[ground]) for ground in one.possible],
                    initial=one.ground.value,
                    widget=forms.RadioSelect,
                )
        if here.is_authority:
            self.fields["sure"] = sure

    def grounds(self) -> dict[KeptFor, LegalGround]:
        """The ground chosen for each purpose that was asked about."""
        said = self.cleaned_data
        return {purpose: LegalGround(said[purpose]) for purpose in KeptFor if purpose in said}
