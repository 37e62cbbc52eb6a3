"""The questions of user participation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.ui.keys import KeyField

from .rules import Wish
from .texts import WISHES

NOT_KEPT = {"autocomplete": "off"}


class GroupForm(forms.Form):
    """A new working group."""

    key = KeyField()
    name = forms.CharField(
        label=_("What is the group called?"),
        max_length=80,
        error_messages={"required": _("Give the group a name.")},
    )
    listing = forms.ChoiceField(label=_("What does it decide about?"), required=False)
    purpose = forms.CharField(
        label=_("What is the group for?"),
        help_text=_("One or two sentences that everybody in it can read."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, offerings: Iterable[directory.ListingBrief], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        listing = cast("forms.ChoiceField", self.fields["listing"])
        listing.choices = [
            ("", _("The house as a whole")),
            *((str(one.listing_id), one.title) for one in offerings),
        ]


class MatterForm(forms.Form):
    """Something for the agenda."""

    key = KeyField()
    words = forms.CharField(
        label=_("What would you like to bring up?"),
        max_length=1000,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 3}),
        error_messages={"required": _("Write something first. A few words will do.")},
    )
    wish = forms.ChoiceField(
        label=_("What should the group do with it?"),
        choices=[(wish.value, words) for wish, words in WISHES.items()],
        initial=Wish.TALK.value,
        widget=forms.RadioSelect,
    )


class NameForm(forms.Form):
    """What she is called in the group."""

    shown_as = forms.CharField(
        label=_("What may the others in the group call you?"),
        help_text=_("Choose any name you like. Leave it empty, and you are “somebody who comes here”."),
        max_length=40,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )


class DecidedForm(forms.Form):
    """The day of a meeting that decided something."""

    on = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": _("Write the day of the meeting."),
            "invalid": _("Write the day as day, month and year."),
        },
    )
