"""What the meetings of a round need of employees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules import MOST_CHECK_DAYS

MOST_EMPLOYEES = 20
LONGEST_WORDS = 200
LONGEST_COMPETENCE = 60
IN_ORDER = ("first", "second", "third")


class NeedsForm(forms.Form):
    """How many, what they must be able to do, when it is looked, and what happens instead."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    employees = forms.IntegerField(
        label=_("How many employees must be there?"),
        min_value=1,
        max_value=MOST_EMPLOYEES,
        error_messages={"required": _("Write a number. One is the least.")},
    )
    second_adult = forms.BooleanField(label=_("One of them is there as a second adult"), required=False)
    competence = forms.CharField(
        label=_("What must one of them be able to do?"),
        help_text=_("For instance: first aid on a boat."),
        max_length=LONGEST_COMPETENCE,
        required=False,
    )
    check_days = forms.TypedChoiceField(
        label=_("When do we look whether there are enough?"),
        help_text=_(
            "If there are too few of us then, it is called off and everybody is told. Nobody can overrule it."
        ),
        coerce=int,
    )
    check_at = forms.TimeField(label=_("At what time?"), error_messages={"required": _("Write a time.")})
    instead = forms.CharField(
        label=_("What happens instead, if it is called off?"),
        help_text=_(
            "Those with a place read this. For instance: The house is open until 14, and there is coffee."
        ),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    first = forms.ChoiceField(label=_("Whom do we ask first when somebody is ill?"), required=False)
    second = forms.ChoiceField(label=_("And then?"), required=False)
    third = forms.ChoiceField(label=_("And after that?"), required=False)

    def __init__(self, employees: Sequence[tuple[UUID, str]], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        days = cast("forms.TypedChoiceField", self.fields["check_days"])
        days.choices = [
            (0, _("The same day")),
            (1, _("The day before")),
            *(
                (number, _("%(number)s days before") % {"number": number})
                for number in range(2, MOST_CHECK_DAYS + 1)
            ),
        ]
        for name in IN_ORDER:
            seats = cast("forms.ChoiceField", self.fields[name])
            seats.choices = [("", _("Whoever is free")), *((str(seat), called) for seat, called in employees)]

    def whom_to_ask(self) -> list[UUID]:
        """The substitutes in their order, each once."""
        said = [self.cleaned_data[name] for name in IN_ORDER]
        return [UUID(seat) for seat in dict.fromkeys(said) if seat]
