"""The questions about tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .actions import Terms
from .queries import Decided
from .rules import Purpose, Refusal, TaskKind
from .texts import (
    KINDS,
    NO_GUIDE,
    NO_PURPOSE,
    NO_REVIEW_DATE,
    NOT_EMPLOYED,
    PURPOSES,
    PURPOSES_AT_DESK,
    REFUSALS,
    SAID,
)

NOT_KEPT = {"autocomplete": "off"}
FIRST_TALK_AFTER = timedelta(weeks=8)
BESIDE = {
    Refusal.NO_GUIDE: "guide",
    Refusal.NOT_EMPLOYED: "guide",
    Refusal.NO_PURPOSE: "purpose",
    Refusal.KEEPS_NOTHING: None,
    Refusal.NO_REVIEW_DATE: "review_on",
    Refusal.REVIEW_DATE_HAS_PASSED: "review_on",
    Refusal.REVIEW_TOO_FAR: "review_on",
}
"""Which question a refusal is said beside."""


class DecideForm(forms.Form):
    """Whether an offering has tasks for those who come, and which."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    possible = forms.ChoiceField(
        label=_("Can people who come here have a task of their own?"),
        choices=[("no", _("No, the staff do everything")), ("yes", _("Yes, whoever would like to"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("Which tasks?"),
        choices=[(kind.value, words) for kind, words in KINDS.items() if kind is not TaskKind.OTHER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    names = forms.CharField(
        label=_("Others, in your own words"),
        help_text=_("One a line, as short as on a shopping list."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=400,
        required=False,
    )

    def clean_names(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if any(len(line) > 60 for line in lines):
            raise forms.ValidationError(_("Make each of them shorter: at most 60 letters."))
        return list(dict.fromkeys(lines))

    def decision(self) -> dict[str, Any]:
        """What was decided, for the action."""
        told = self.cleaned_data
        kinds = frozenset(TaskKind(kind) for kind in told["kinds"])
        return {
            "possible": told["possible"] == "yes",
            "kinds": kinds,
            "names": told["names"],
            "version": told["version"],
        }


def as_it_is(decided: Decided) -> dict[str, Any]:
    """What stands now, as the form shows it."""
    return {
        "version": decided.version,
        "possible": "yes" if decided.possible else "no",
        "kinds": [kind.value for kind in decided.kinds],
        "names": "\n".join(decided.names),
    }


class PurposeForm(forms.Form):
    """What she wants to get out of it, in her own voice. It can be skipped."""

    purpose = forms.ChoiceField(
        label=_("What would you like to get out of it?"),
        choices=[(purpose.value, words) for purpose, words in PURPOSES.items()],
        widget=forms.RadioSelect,
        required=False,
    )


class HowForm(forms.Form):
    """Is this good for you? It can be left open, and words alone are an answer too (S1-20)."""

    said = forms.ChoiceField(
        label=_("Is this good for you?"),
        choices=[(said.value, words) for said, words in SAID.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=_("In your own words"),
        max_length=1000,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 3}),
        required=False,
    )
    shared = forms.BooleanField(
        label=_("Those who go along with me may read my words"),
        help_text=_("Otherwise only you can read them."),
        required=False,
    )


class TermsForm(forms.Form):
    """Who goes along with her, what it is for, and when they talk about how it is."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    guide = forms.ChoiceField(
        label=_("Who goes along?"),
        help_text=_("Somebody employed here. When they are not on duty, the staff do it that time."),
        error_messages={
            "required": NO_GUIDE,
            "invalid_choice": NOT_EMPLOYED,
        },
    )
    purpose = forms.ChoiceField(
        label=_("What is it for?"),
        help_text=_("For the person, never for us: the house runs as well without it."),
        choices=[(purpose.value, words) for purpose, words in PURPOSES_AT_DESK.items()],
        widget=forms.RadioSelect,
        error_messages={"required": NO_PURPOSE},
    )
    review_on = forms.DateField(
        label=_("When do you talk about how it is?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": NO_REVIEW_DATE,
            "invalid": _("Write the day as day, month and year."),
        },
    )

    def __init__(self, staff: Mapping[UUID, str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        choices = [(str(seat_id), name) for seat_id, name in staff.items()]
        cast("forms.ChoiceField", self.fields["guide"]).choices = [("", _("Choose")), *choices]

    def terms(self) -> Terms:
        """What was chosen, for the actions."""
        told = self.cleaned_data
        return Terms(UUID(told["guide"]), Purpose(told["purpose"]), told["review_on"])

    def say(self, reason: Refusal) -> None:
        """Say a refusal beside the question it is about."""
        beside = BESIDE.get(reason)
        self.add_error(beside if beside in self.fields else None, str(REFUSALS[reason]))


class NoteForm(TermsForm):
    """The same, and who would like what."""

    person = forms.ChoiceField(
        label=_("Who would like it?"), error_messages={"required": _("Choose who has said so.")}
    )
    task = forms.ChoiceField(
        label=_("What would the person like to do?"), error_messages={"required": _("Choose a task.")}
    )
    field_order = ("person", "task", "guide", "purpose", "review_on")

    def __init__(
        self,
        here: Iterable[tuple[UUID, str]],
        tasks: Iterable[tuple[UUID, str | Promise]],
        staff: Mapping[UUID, str],
        *given: Any,
        **named: Any,
    ) -> None:
        super().__init__(staff, *given, **named)
        del self.fields["version"]  # nothing is there yet that another could have changed
        for name, those in (("person", here), ("task", tasks)):
            choices = [(str(key), words) for key, words in those]
            cast("forms.ChoiceField", self.fields[name]).choices = [("", _("Choose")), *choices]


class SignedForm(forms.Form):
    """She has signed the print."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    signed_on = forms.DateField(
        label=_("On which day was it signed?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Write the day it was signed."),
            "invalid": _("Write the day as day, month and year."),
        },
    )


def first_talk(now: datetime) -> date:
    """A day to begin with for the talk about how it is: late enough to know, soon enough to change it."""
    return timezone.localtime(now).date() + FIRST_TALK_AFTER
