"""Putting somebody on a meeting: who, from when to when, and what she carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules import Carries
from ..texts import CARRIES


class DutyForm(forms.Form):
    """One duty. `version`: the state of the week that the page showed. Without times it is the whole meeting."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    seat = forms.ChoiceField(label=_("Who?"), error_messages={"required": _("Choose somebody.")})
    starts = forms.TimeField(label=_("From"), error_messages={"required": _("Write when it starts.")})
    ends = forms.TimeField(label=_("Until"), error_messages={"required": _("Write when it ends.")})
    carries = forms.MultipleChoiceField(
        label=_("What does this person take on?"),
        choices=[(code.value, words) for code, words in CARRIES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, free: Sequence[tuple[UUID, str]], busy: Sequence[tuple[UUID, str]], *given: Any, **named: Any
    ) -> None:
        """`free`, `busy`: seats and names of those who can then, and of those who are away or elsewhere."""
        super().__init__(*given, **{"auto_id": "duty_%s", **named})
        groups: list[tuple[Any, Any]] = [("", "")]
        if free:
            groups.append((_("Free then"), [(str(seat), name) for seat, name in free]))
        if busy:
            groups.append((_("On duty elsewhere, or away"), [(str(seat), name) for seat, name in busy]))
        cast("forms.ChoiceField", self.fields["seat"]).choices = groups

    def what_is_carried(self) -> frozenset[Carries]:
        return frozenset(Carries(code) for code in self.cleaned_data["carries"])
