"""The questions of a review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stegvis.areas.directory import api as directory
from stegvis.kernel.errors import Refused
from stegvis.ui.keys import KeyField

from .rules import ENDS, TAKES_AWAY, Decision, Outcome, Refusal, Standing, Why, a_year_on
from .texts import REFUSALS, WHYS

LINES = {"rows": 3}


class ReviewForm(forms.Form):
    """What is asked when this is what the review ends in. Where people lose something by it: why, what they read and
    where they can go.
    """

    use_required_attribute = False

    key = KeyField()
    seen = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("In a few words, for colleagues"),
        help_text=_("What changes, or why. Nothing about anybody."),
        required=False,
        widget=forms.Textarea(attrs=LINES),
        error_messages={"required": REFUSALS[Refusal.SAY_WHAT_CHANGES]},
    )
    why = forms.ChoiceField(
        label=_("Why?"),
        choices=list(WHYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": REFUSALS[Refusal.CHOOSE_A_REASON]},
    )
    told = forms.CharField(
        label=_("What do people read?"),
        help_text=_("Two or three kind sentences. It is not because of anybody who comes."),
        widget=forms.Textarea(attrs=LINES),
        error_messages={"required": REFUSALS[Refusal.TELL_PEOPLE]},
    )
    alternatives = forms.TypedMultipleChoiceField(
        label=_("What else can they come to?"),
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": REFUSALS[Refusal.CHOOSE_ANOTHER]},
    )
    contact = forms.CharField(
        label=_("Whom can they talk to?"),
        help_text=_("Needed when you choose no other offering."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    call_off = forms.BooleanField(label=_("Call off the meetings to come"), required=False)
    next_on = forms.DateField(
        label=_("When do we look at it again?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": REFUSALS[Refusal.WHEN_NEXT],
            "invalid": _("Write the day as day, month and year."),
        },
    )

    def __init__(
        self,
        outcome: Outcome,
        offering: directory.DeskOffering,
        others: Sequence[directory.PortfolioLine],
        seen: int,
        today: date,
        meetings: int,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        written = offering.written[directory.Step.OTHERWISE]
        super().__init__(
            data,
            initial={
                "seen": seen,
                "alternatives": [str(key) for key in written["alternatives"]],
                "contact": written["contact_instead"],
                "next_on": a_year_on(today),
                "call_off": True,
            },
        )
        self.outcome = outcome
        choices = cast("forms.TypedMultipleChoiceField", self.fields["alternatives"])
        choices.choices = [(str(line.listing_id), line.title) for line in others]
        told = ngettext(
            "%(number)s meeting. Everybody with a place is told, and keeps it.",
            "%(number)s meetings. Everybody with a place is told, and keeps it.",
            meetings,
        )
        self.fields["call_off"].help_text = told % {"number": meetings}
        if not meetings or outcome not in ENDS:
            del self.fields["call_off"]
        self._ask_only_what_is_needed(is_draft=Standing(offering.state) is Standing.DRAFT)

    def _ask_only_what_is_needed(self, *, is_draft: bool) -> None:
        if is_draft or self.outcome not in TAKES_AWAY:
            for name in ("why", "told", "alternatives", "contact"):
                del self.fields[name]
        elif not cast("forms.TypedMultipleChoiceField", self.fields["alternatives"]).choices:
            del self.fields["alternatives"]
        elif self.outcome in ENDS:
            self.fields["alternatives"].required = True
            self.fields["contact"].help_text = ""
        if is_draft:
            del self.fields["words"]
        elif self.outcome is Outcome.ADJUST:
            self.fields["words"].required = True
        if is_draft or self.outcome is Outcome.CLOSE:
            del self.fields["next_on"]

    def decision(self) -> Decision:
        """What was answered. Call it on a valid form."""
        said = self.cleaned_data
        return Decision(
            outcome=self.outcome,
            why=Why(said["why"]) if said.get("why") else None,
            words=said.get("words", ""),
            told=said.get("told", ""),
            alternatives=len(said.get("alternatives", ())),
            contact=said.get("contact", ""),
            next_on=said.get("next_on"),
        )

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its question, be it ours or the directory's."""
        if isinstance(refused.reason, Refusal):
            words = str(REFUSALS[refused.reason])
        else:
            words = str(directory.REFUSALS[directory.Refusal(refused.reason)])
        field = {"contact_instead": "contact"}.get(
            str(refused.facts.get("field")), refused.facts.get("field")
        )
        self.add_error(str(field) if field in self.fields else None, words % refused.facts)
