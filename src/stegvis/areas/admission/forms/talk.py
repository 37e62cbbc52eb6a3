"""The questions of the talk. Every one about a person can be left out (S1-20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.ui import fields

from ..queries import TalkShown
from ..rules import Choice, ChoiceSaid, TalkWords
from ..texts import CHOICES, GREETINGS
from .controls import A_FEW_LINES, LONGEST_ANSWER


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
    wants_talks = forms.BooleanField(
        label=_("I would like talks about what happened"),
        help_text=_("This is an offer. You can say no, or later, and everything else here is open to you."),
        required=False,
    )
    review_on = forms.DateField(
        label=_("When shall we talk about it again?"),
        help_text=_("Leave it empty for “ask whenever you like”."),
        required=False,
    )
    held_on = forms.DateField(
        label=_("The talk was on"),
        help_text=_("When you type it in from paper. Leave it empty when the talk is today."),
        required=False,
    )

    def words(self) -> TalkWords:
        said = self.cleaned_data
        return TalkWords(
            good_for_me=said.get("good_for_me", ""),
            good_to_know=said.get("good_to_know", ""),
            if_it_does_not_fit=said.get("if_it_does_not_fit", ""),
            greeting=said.get("greeting", ""),
            wants_talks=said.get("wants_talks", False),
            review_on=said.get("review_on"),
        )


class ChoiceForm(forms.Form):
    """What the person says about one offering, and the ticks of both that it was explained. `expected`: what is
    talked through, once it is chosen.
    """

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
        self.expected: directory.Expected | None = None
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
                "wants_talks": words.wants_talks,
                "review_on": words.review_on,
            },
        )
        if not shown.keeps_words:
            for name in set(self.talk.fields) - {"version", "held_on"}:
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

    def tell_what_is_expected(self, expected: Mapping[UUID, directory.Expected]) -> None:
        """What the two talk through, beside the ticks that they have."""
        for form in self.now:
            form.expected = expected.get(form.offering.listing_id)

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
