"""The questions about the house itself: who we are, which limits hold, and which guides we work by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people import api as people
from stegvis.kernel.errors import Refused
from stegvis.ui.keys import KeyField

from .. import texts
from ..queries.about import AboutWritten
from ..rules import AboutPart
from .steps import DeskForm


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AboutForm(DeskForm):
    """Who we are, in one language: an opening and the five things that the work rests on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, written: AboutWritten | None, data: Mapping[str, Any] | None = None) -> None:
        initial: dict[str, Any] | None = None
        if written is not None:
            initial = {part.value: said for part, said in written.words.items()} | {
                "version": written.version
            }
        super().__init__(data, initial=initial)
        for part in AboutPart:
            self.fields[part] = forms.CharField(
                label=cast("str", texts.ABOUT_LABELS[part]), required=False, widget=_lines(4), strip=False
            )

    def words(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in AboutPart}

    def parts(self) -> list[tuple[forms.BoundField, Any]]:
        """Each question, with our words that stand while it is empty."""
        return [(self[part], texts.ABOUT_OURS[part]) for part in AboutPart]


class HouseForm(DeskForm):
    """The limits and texts of one house (S1-35)."""

    mark = forms.CharField(widget=forms.HiddenInput)
    minimum_age = forms.IntegerField(
        label=_("From which age can people come?"),
        help_text=_("18 is usual. People are asked whether they are old enough, never when they were born."),
        error_messages={"required": _("Write an age in years."), "invalid": _("Write an age in years.")},
    )
    age_policy = forms.CharField(
        label=_("How do you take care of those under 18?"),
        help_text=_("Only needed when the age is under 18."),
        required=False,
        widget=_lines(3),
    )
    age_responsible = forms.TypedChoiceField(
        label=_("Who is responsible for those under 18?"), required=False, coerce=UUID, empty_value=None
    )
    specially_competent = forms.BooleanField(
        label=_("The person responsible is trained to work with people under 16"), required=False
    )
    phone = forms.CharField(label=_("Phone"), required=False)
    open_hours = forms.CharField(
        label=_("When does somebody answer?"),
        help_text=_("In words, as you would say it on the phone."),
        required=False,
    )
    address = forms.CharField(label=_("Address"), required=False)
    place = forms.CharField(label=_("Town or part of town"), required=False)
    quiet_from = forms.TimeField(
        label=_("No messages go out from"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Write a time."), "invalid": _("Write a time, such as 20:00.")},
    )
    quiet_until = forms.TimeField(
        label=_("until"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Write a time."), "invalid": _("Write a time, such as 20:00.")},
    )
    guidelines = forms.CharField(
        label=_("What do people agree on, whatever they come to?"),
        help_text=_("Stands on every offering's page, below what is agreed in that offering."),
        required=False,
        widget=_lines(6),
    )

    def __init__(
        self,
        house: people.House | None,
        staff: Sequence[people.StaffShown],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        initial = None
        if house is not None:
            initial = {name: getattr(house, name) for name in people.House.__slots__}
            initial["mark"] = people.mark_of(house)
        super().__init__(data, initial=initial)
        choices = [("", _("Nobody")), *((str(one.seat_id), one.name) for one in staff)]
        self.fields["age_responsible"].choices = choices  # type: ignore[attr-defined]

    def house(self) -> people.House:
        """What was answered. Call it on a valid form."""
        return people.House(
            **{
                name: self.cleaned_data[name].replace("\r\n", "\n").strip()
                if isinstance(self.cleaned_data[name], str)
                else self.cleaned_data[name]
                for name in people.House.__slots__
            }
        )

    def refuse(self, refused: Refused) -> None:
        """Say a refusal of the rules beside its question."""
        words = str(people.REASONS[people.Reason(refused.reason)]) % refused.facts
        self.add_error(str(refused.facts["field"]), words)


class GuideForm(DeskForm):
    """A guide: what it is called, and where the house's own copy lies."""

    key = KeyField()
    title = forms.CharField(
        label=_("What is the guide called?"),
        error_messages={"required": _("Give it a title, so that people know what it is.")},
    )
    address = forms.CharField(
        label=_("Where is it?"),
        help_text=_("The address of your own copy. It begins with https://"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Copy the whole address from the browser. It begins with https://")},
    )
