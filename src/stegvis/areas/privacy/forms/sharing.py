"""What is shared, with whom, what for and for how long: one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.ui.keys import KeyField

from ..actions import Wish
from ..queries import ToShare
from ..rules.sharing import USUAL_MONTHS, ShareFor, ShareRefusal, until_after
from ..texts import HOW_LONG, SHARE_REFUSALS, SHARED_FOR

LONGEST_WORDS = 500
ONE_PERSON = _("Choose one person. Nobody else gets to see it.")
WHAT = SHARE_REFUSALS[ShareRefusal.NOTHING_CHOSEN]
WHAT_FOR = _("Choose what it is for. It may be used for nothing else.")
HOW_LONG_THEN = _("Choose how long. You can take it back at any time.")
NOT_KEPT = {"autocomplete": "off"}
SHOWN_AT = {
    ShareRefusal.NOTHING_CHOSEN: "items",
    ShareRefusal.SEEN_ALREADY: "items",
    ShareRefusal.SHARED_ALREADY: "items",
    ShareRefusal.HERS_ALONE: "recipient",
    ShareRefusal.NOT_TO_ONESELF: "recipient",
}
"""Beside which question a refusal stands; one that is not here is about how long."""


def said(words: Promise) -> dict[str, Any]:
    """The same words for no answer and for one that does not exist."""
    return dict.fromkeys(("required", "invalid_choice", "invalid_list", "invalid"), words)


class ShareForm(forms.Form):
    """One consent. Nothing is ticked beforehand but how long."""

    key = KeyField()
    items = forms.MultipleChoiceField(
        label=_("What?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages=said(WHAT),
    )
    recipient = forms.ChoiceField(
        label=_("With whom?"),
        widget=forms.RadioSelect,
        error_messages=said(ONE_PERSON),
    )
    purpose = forms.ChoiceField(
        label=_("What for?"),
        choices=[(purpose.value, words) for purpose, words in SHARED_FOR.items()],
        widget=forms.RadioSelect,
        error_messages=said(WHAT_FOR),
    )
    words = forms.CharField(
        label=_("More about what for"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 2}),
    )
    months = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=list(HOW_LONG.items()),
        initial=USUAL_MONTHS,
        widget=forms.RadioSelect,
        error_messages=said(HOW_LONG_THEN),
    )

    def __init__(self, *given: Any, choices: ToShare, **named: Any) -> None:
        super().__init__(*given, **named)
        recipient = cast("forms.ChoiceField", self.fields["recipient"])
        recipient.choices = people_choices(choices.recipients)
        cast("forms.MultipleChoiceField", self.fields["items"]).choices = list(choices.items)

    def wish(self, *, today: date) -> Wish:
        """What was chosen, for a form that is valid."""
        chosen = self.cleaned_data
        return Wish(
            recipient_id=UUID(chosen["recipient"]),
            items=frozenset(chosen["items"]),
            purpose=ShareFor(chosen["purpose"]),
            until_on=until_after(chosen["months"], today=today),
            words=chosen["words"],
        )


class ExtendForm(forms.Form):
    """How much longer, counted from today."""

    months = forms.TypedChoiceField(
        label=_("For how long from today?"),
        coerce=int,
        choices=list(HOW_LONG.items()),
        initial=USUAL_MONTHS,
        widget=forms.RadioSelect,
        error_messages=said(HOW_LONG_THEN),
    )


class TakenBackForm(forms.Form):
    """From whom she takes it back, as she told an adviser."""

    recipient = forms.ChoiceField(label=_("From whom?"), required=False, error_messages=said(ONE_PERSON))

    def __init__(self, *given: Any, choices: ToShare, **named: Any) -> None:
        super().__init__(*given, **named)
        recipient = cast("forms.ChoiceField", self.fields["recipient"])
        recipient.choices = [("", _("From everybody")), *people_choices(choices.recipients)]


def people_choices(recipients: Sequence[tuple[UUID, str, Promise]]) -> list[tuple[str, str]]:
    return [(str(seat_id), f"{name}, {role}") for seat_id, name, role in recipients]


def say_no(form: forms.Form, refusal: ShareRefusal, name: str) -> None:
    """Put the words of a refusal where they belong."""
    form.add_error(SHOWN_AT.get(refusal, "months"), str(SHARE_REFUSALS[refusal]) % {"name": name})
