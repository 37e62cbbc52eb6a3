"""The questions of messages."""

from __future__ import annotations

from datetime import time
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.ui import dates
from stegvis.ui.keys import KeyField

from .rules import LONGEST_CODE_WORD, AnswerBy, Hours, House, Refusal, Wanted, Way, hours_to_choose
from .texts import ANSWERS_BY, REFUSALS, WAYS, reader_language

LONGEST_LETTER = 4000
NOT_KEPT = {"autocomplete": "off"}
SHOWN_AT = {
    Refusal.ADDRESS_NOT_VALID: "address",
    Refusal.PHONE_NOT_VALID: "phone",
    Refusal.OTHERS_MAY_NOT_SEE: "others_may_see",
    Refusal.EMAIL_NEEDS_LOGIN: "way",
    Refusal.NOTHING_WRITTEN: "words",
    Refusal.HOURS_ARE_NONE: "safe_until",
    Refusal.CODE_WORD_NOT_VALID: "code_word",
    Refusal.NO_NAME: "name",
    Refusal.NO_WAY_WITHOUT_LOGIN: "phone",
    Refusal.IN_THE_LINE: "seat",
    Refusal.ABOUT_THE_READER: "about_reader",
}
"""Beside which question a refusal stands; one that is not here is about the whole form."""


def number_to_call() -> forms.CharField:
    """Where somebody wants to be called, asked in the same words wherever it is asked."""
    return forms.CharField(
        label=_("Phone number"),
        help_text=_("Only for calls. We say nothing to others who answer."),
        max_length=30,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "tel"}),
        required=False,
    )


class LetterForm(forms.Form):
    """Something written by hand."""

    key = KeyField()
    words = forms.CharField(
        label=_("Write to us"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 4}),
        error_messages={"required": _("Write something first. A few words will do.")},
    )

    def __init__(self, *given: Any, label: Any = None, **named: Any) -> None:
        super().__init__(*given, **named)
        if label is not None:
            self.fields["words"].label = label


class ReachForm(forms.Form):
    """How somebody wants to be reached. Only what the chosen way needs is read and kept."""

    way = forms.ChoiceField(
        label=_("How do you want to hear from us?"),
        choices=[(way.value, words) for way, words in WAYS.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    address = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Only for e-mail. Choose one that nobody else reads."),
        max_length=300,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "email", "autocapitalize": "none"}),
        required=False,
    )
    others_may_see = forms.ChoiceField(
        label=_("Is it safe if others see that you get a message?"),
        help_text=_("Only for e-mail. Others may see it on your phone or your screen."),
        choices=[("yes", _("Yes")), ("no", _("No, or I do not know"))],
        widget=forms.RadioSelect,
        required=False,
    )
    phone = number_to_call()

    safe_from = forms.TypedChoiceField(
        label=_("Safe from"),
        help_text=_(
            "When nobody sees or hears what should not be seen or heard. Leave it open if it does not matter."
        ),
        coerce=time.fromisoformat,
        empty_value=None,
        required=False,
    )
    safe_until = forms.TypedChoiceField(
        label=_("Safe until"), coerce=time.fromisoformat, empty_value=None, required=False
    )
    code_word = forms.CharField(
        label=_("A word we say first"),
        help_text=_(
            "Only for calls. Then you know that it is us. Choose a word that sounds like nothing special."
        ),
        max_length=LONGEST_CODE_WORD,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )

    def __init__(self, *given: Any, by_email: bool, house: House, **named: Any) -> None:
        """`by_email`: whether e-mails go out from this house at all; else nothing is asked about them.

        `house`: its quiet hours are not among the hours to choose.
        """
        super().__init__(*given, **named)
        self.house = house
        for name, hours in zip(("safe_from", "safe_until"), hours_to_choose(house), strict=True):
            choice = cast("forms.TypedChoiceField", self.fields[name])
            choice.choices = [
                ("", _("Any time")),
                *((_code(at), dates.clock(at, reader_language())) for at in hours),
            ]
        if not by_email:
            way = cast("forms.ChoiceField", self.fields["way"])
            way.choices = [(w.value, words) for w, words in WAYS.items() if w is not Way.EMAIL]
            del self.fields["address"], self.fields["others_may_see"]

    def wanted(self) -> Wanted:
        """What was chosen; nothing chosen means: only here. For a form that is valid."""
        answers = self.cleaned_data
        return Wanted(
            way=Way(answers["way"] or Way.HERE),
            address=answers.get("address", "").strip(),
            phone=answers["phone"].strip(),
            others_may_see=answers.get("others_may_see") == "yes",
            hours=Hours(answers["safe_from"], answers["safe_until"]),
            code_word=answers["code_word"].strip(),
        )


class ComplaintForm(forms.Form):
    """A complaint. Whether it is about the one who reads it is asked before anything is written."""

    key = KeyField()
    about_reader = forms.ChoiceField(
        choices=[("no", _("No")), ("yes", _("Yes"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Answer this first. It decides who may read.")
        ),
    )
    words = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Write as you like. What happened, and what should be different."),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 6}),
        error_messages={"required": _("Write something first. A few words will do.")},
    )
    answer_by = forms.ChoiceField(
        label=_("How do you want the answer?"),
        choices=[(answer.value, words) for answer, words in ANSWERS_BY.items()],
        widget=forms.RadioSelect,
        initial=AnswerBy.HERE,
        required=False,
    )
    phone = number_to_call()

    def __init__(self, *given: Any, reader: str, **named: Any) -> None:
        """`reader`: the name of the one who reads it."""
        super().__init__(*given, **named)
        self.fields["about_reader"].label = _("Is it about %(name)s?") % {"name": reader}

    def clean(self) -> dict[str, Any]:
        """Says it at once, also to her who wrote nothing yet, so that she need not write in vain."""
        if self.cleaned_data.get("about_reader") == "yes":
            say_no(self, Refusal.ABOUT_THE_READER)
        return self.cleaned_data


class NamedPersonForm(forms.Form):
    """Whom an organisation names for complaints."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        widget=forms.TextInput(attrs=NOT_KEPT),
        error_messages={"required": _("Write the name of the one who takes complaints.")},
    )
    phone = forms.CharField(
        label=_("Phone number"),
        max_length=30,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "tel"}),
        required=False,
    )
    address = forms.CharField(
        label=_("Address for letters"), max_length=200, widget=forms.TextInput(attrs=NOT_KEPT), required=False
    )
    seat = forms.TypedChoiceField(
        label=_("Who reads complaints on screen?"),
        help_text=_(
            "Best somebody outside the house. Only this seat reads them; you do not, unless you choose yourself."
        ),
        coerce=UUID,
        empty_value=None,
        required=False,
    )

    def __init__(self, *given: Any, seats: list[tuple[UUID, str]], **named: Any) -> None:
        """`seats`: those that could be named, with their words."""
        super().__init__(*given, **named)
        choice = cast("forms.TypedChoiceField", self.fields["seat"])
        choice.choices = [
            ("", _("Nobody. By phone or letter only")),
            *((str(pk), words) for pk, words in seats),
        ]


def answers_of(wanted: Wanted) -> dict[str, str]:
    """What stands, as the form shows it."""
    return {
        "way": wanted.way,
        "address": wanted.address,
        "phone": wanted.phone,
        "others_may_see": "yes" if wanted.others_may_see else "",
        "safe_from": _code(wanted.hours.start),
        "safe_until": _code(wanted.hours.end),
        "code_word": wanted.code_word,
    }


def _code(at: time | None) -> str:
    return at.isoformat("minutes") if at is not None else ""


def say_no(form: forms.Form, refusal: Refusal) -> None:
    """Put the words of a refusal where they belong."""
    form.add_error(SHOWN_AT.get(refusal), str(REFUSALS[refusal]))
