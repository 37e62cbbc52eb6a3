"""The questions of user participation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.ui.keys import KeyField

from .rules import DraftKind, Wish
from .texts import DRAFT_KINDS, LANGUAGES, WISHES

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


class NoteForm(forms.Form):
    """Something to tell a working group, with or without a name."""

    key = KeyField()
    words = forms.CharField(
        label=_("What would you like the group to know?"),
        help_text=_("How something is for you here, what is good, what you miss. A few words will do."),
        max_length=2000,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 5}),
        error_messages={"required": _("Write something first. A few words will do.")},
    )
    signed = forms.CharField(
        label=_("Your name, if you want them to know it"),
        help_text=_(
            "Leave it empty, and nobody can see that it was you. Then you cannot take it back either. "
            "Any name will do."
        ),
        max_length=40,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )


class ReplyForm(forms.Form):
    """What the group answers everybody."""

    key = KeyField()
    said = forms.CharField(
        label=_("What have people told us?"),
        help_text=_("In the group's own words, so that nobody can tell who wrote what."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say in a sentence what it was about.")},
    )
    answer = forms.CharField(
        label=_("What do we do with it?"),
        help_text=_("What changes, when, or why it cannot. Everybody who comes here can read it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what comes of it, also when nothing changes.")},
    )


class DraftForm(forms.Form):
    """A text to be read before it goes out."""

    key = KeyField()
    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Give the text a name.")},
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(kind.value, words) for kind, words in DRAFT_KINDS.items()],
        widget=forms.RadioSelect,
        initial=DraftKind.INVITATION.value,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=list(LANGUAGES.items()))
    words = forms.CharField(
        label=_("The text"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("Write the text first.")},
    )


class VersionForm(forms.Form):
    """The text written anew. `version` is the one that was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("The text"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": _("Write the text first.")},
    )


class SuggestionForm(forms.Form):
    """What a reader would say otherwise."""

    key = KeyField()
    version = forms.IntegerField(widget=forms.HiddenInput)
    about_words = forms.CharField(
        label=_("Which words?"),
        help_text=_("Copy them, or say where they stand."),
        max_length=500,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )
    words = forms.CharField(
        label=_("What would you say instead?"),
        help_text=_("Or what is hard to understand, or does not feel right."),
        max_length=1000,
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": 3}),
        error_messages={"required": _("Write something first. A few words will do.")},
    )
