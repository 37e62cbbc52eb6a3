"""The questions of admission. Every one about a person can be left out (S1-20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.ui import fields
from stegvis.ui.keys import KeyField

from .queries import IntroductionPart, Introductions, TalkShown
from .rules import Choice, ChoiceSaid, Subject, TalkWords, Way
from .texts import CHOICES, GREETINGS, TICKS, WAYS

LONGEST_ANSWER = 2000
LONGEST_NICKNAME = 40
A_FEW_LINES = {"rows": 3, "autocomplete": "off"}
NOT_KEPT = {"autocomplete": "off"}


class ReachForm(forms.Form):
    """How the talk may come about. Saying nothing is as good as saying something."""

    way = forms.ChoiceField(
        label=_("How shall we meet for the talk?"),
        choices=[("", _("I do not know yet")), *((way.value, words) for way, words in WAYS.items())],
        widget=forms.RadioSelect,
        required=False,
    )
    phone = forms.CharField(
        label=_("Phone number"),
        help_text=_(
            "Only if we may call you. We say nothing to others who answer, and delete it after the talk."
        ),
        max_length=30,
        widget=forms.TextInput(attrs=NOT_KEPT | {"inputmode": "tel"}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("way") == Way.CALL and not cleaned.get("phone"):
            self.add_error("phone", _("Write a number we can call, or choose another way."))
        return cleaned

    def way_chosen(self) -> Way | None:
        return Way(self.cleaned_data["way"]) if self.cleaned_data["way"] else None


class ChangeForm(forms.Form):
    """What the participant would like written differently in her copy."""

    words = forms.CharField(
        label=_("What should it say instead?"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        error_messages={"required": _("Write what should be changed, or say that it is right.")},
    )


class AnswerForm(forms.Form):
    """An adviser's answer to a wish for a talk."""

    answer = forms.CharField(
        label=_("Answer on the participant's page"),
        help_text=_("When and where can you meet? Write so that it does no harm if others read it."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        required=False,
    )


class NewPersonForm(forms.Form):
    """Somebody without a phone or a login, whom an adviser meets."""

    key = KeyField()
    nickname = forms.CharField(
        label=_("What may we call you?"),
        help_text=_("The name the person chooses. Nothing more is needed."),
        max_length=LONGEST_NICKNAME,
        widget=forms.TextInput(attrs=NOT_KEPT),
        error_messages={"required": _("Write the name the person would like to be called.")},
    )
    held_before_on = forms.DateField(
        label=_("You have had the talk before, on"),
        help_text=_("For people you know, so that nobody starts over."),
        required=False,
    )


class TalkForm(forms.Form):
    """What the two write down besides the choices."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    good_for_me = forms.CharField(
        label=_("What would be good for you now?"),
        help_text=_("Somebody to talk to, something to do, or just somewhere to be?"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        required=False,
    )
    good_to_know = forms.CharField(
        label=_("What is good for us to know, so that it feels safe?"),
        help_text=_("Everyday things, not your story."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        required=False,
    )
    greeting = forms.ChoiceField(
        label=_("If we meet outside, shall we say hello?"),
        choices=[
            ("", _("We did not talk about it")),
            *((code.value, words) for code, words in GREETINGS.items()),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    if_it_does_not_fit = forms.CharField(
        label=_("What do we do if it does not fit after all?"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs=A_FEW_LINES),
        required=False,
    )
    review_on = forms.DateField(
        label=_("When shall we talk about it again?"),
        help_text=_("Leave it empty for “ask whenever you like”."),
        required=False,
    )

    def words(self) -> TalkWords:
        said = self.cleaned_data
        return TalkWords(
            good_for_me=said.get("good_for_me", ""),
            good_to_know=said.get("good_to_know", ""),
            if_it_does_not_fit=said.get("if_it_does_not_fit", ""),
            greeting=said.get("greeting", ""),
            review_on=said.get("review_on"),
        )


class ChoiceForm(forms.Form):
    """What the person says about one offering, and the ticks of both that it was explained."""

    choice = forms.ChoiceField(
        choices=[*((code.value, words) for code, words in CHOICES.items()), ("", _("Not talked about"))],
        widget=forms.RadioSelect(attrs={"class": "ds-input"}),
        required=False,
    )
    by_person = forms.BooleanField(label=_("I know what this is and what is expected"), required=False)
    by_adviser = forms.BooleanField(
        label=_("I have explained it, and what you can expect of us"), required=False
    )

    def __init__(
        self, offering: directory.ListingBrief, data: Mapping[str, Any] | None, *, initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial, prefix=str(offering.listing_id))
        self.offering = offering
        self.fields["choice"].label = offering.title

    @property
    def is_now(self) -> bool:
        """Whether the two have come to the expectations of this one."""
        return bool(self["choice"].value() == Choice.NOW)

    def said(self) -> ChoiceSaid | None:
        if not self.cleaned_data["choice"]:
            return None
        return ChoiceSaid(
            listing_id=self.offering.listing_id,
            choice=Choice(self.cleaned_data["choice"]),
            expectations_said_by_person=self.cleaned_data["by_person"],
            expectations_said_by_adviser=self.cleaned_data["by_adviser"],
        )


class IntroductionForm(forms.Form):
    """The tick under one text, with the mark of the words above it."""

    read = forms.BooleanField(required=False)
    mark = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, part: IntroductionPart, words: Promise, data: Mapping[str, Any] | None) -> None:
        super().__init__(data, initial={"mark": part.mark}, prefix=part.subject.value)
        self.part = part
        self.fields["read"].label = str(words)

    @property
    def is_ticked(self) -> bool:
        return self.is_valid() and bool(self.cleaned_data["read"])


class IntroductionForms:
    """A tick under each text that is still to be read. Each can be left for another day."""

    def __init__(
        self,
        shown: Introductions,
        words: Mapping[Subject, Promise],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self._shown, self._words = shown, words
        self.forms = {
            part.subject: IntroductionForm(part, words[part.subject], data)
            for part in shown.parts
            if part.subject in shown.open and (shown.staff_may_note or words is TICKS)
        }

    def read(self) -> dict[Subject, str]:
        """Each subject that is ticked, with the mark of the words that stood above the tick."""
        return {subject: form.cleaned_data["mark"] for subject, form in self.forms.items() if form.is_ticked}

    def with_parts(self) -> list[tuple[IntroductionPart, IntroductionForm | None]]:
        return [(part, self.forms.get(part.subject)) for part in self._shown.parts]

    def afresh(self) -> list[tuple[IntroductionPart, IntroductionForm | None]]:
        """The texts as they are now, with no tick: what was read was something else."""
        return IntroductionForms(self._shown, self._words).with_parts()


class TalkForms:
    """The whole talk on one screen: the words, and one question an offering; the one she asked for comes first."""

    def __init__(
        self,
        shown: TalkShown,
        offerings: Sequence[directory.ListingBrief],
        data: Mapping[str, Any] | None = None,
    ) -> None:
        words = shown.words
        said = {choice.listing_id: choice for choice in shown.choices}
        self.talk = TalkForm(
            data,
            initial={
                "version": shown.version,
                "good_for_me": words.good_for_me,
                "good_to_know": words.good_to_know,
                "if_it_does_not_fit": words.if_it_does_not_fit,
                "greeting": words.greeting,
                "review_on": words.review_on,
            },
        )
        if not shown.keeps_words:
            for name in set(self.talk.fields) - {"version"}:
                del self.talk.fields[name]
        in_order = sorted(
            offerings, key=lambda one: (one.listing_id != shown.asked_for, one.listing_id not in said)
        )
        self.choices = [ChoiceForm(one, data, initial=_initial(said, one.listing_id)) for one in in_order]

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed before the session ended."""
        for form in (self.talk, *self.choices):
            fields.put_back(form, typed)

    @property
    def choice_words(self) -> list[Any]:
        """The heads of the table's columns."""
        return [*CHOICES.values(), _("Not talked about")]

    @property
    def now(self) -> list[ChoiceForm]:
        return [form for form in self.choices if form.is_now]

    def is_valid(self) -> bool:
        return all([self.talk.is_valid(), *(form.is_valid() for form in self.choices)])

    def said(self) -> list[ChoiceSaid]:
        said = (form.said() for form in self.choices)
        return [choice for choice in said if choice is not None]


def _initial(said: Mapping[UUID, Any], listing_id: UUID) -> dict[str, Any]:
    choice = said.get(listing_id)
    if choice is None:
        return {"choice": ""}
    return {
        "choice": choice.choice,
        "by_person": choice.expectations_said_by_person,
        "by_adviser": choice.expectations_said_by_adviser,
    }
