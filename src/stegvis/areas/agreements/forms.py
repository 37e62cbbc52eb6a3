"""The questions of the guided talk and of the base rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from stegvis.areas.groups.api import SessionShown
from stegvis.ui import fields

from .queries import BaseRulesShown, OnTheTable, PartOnTable
from .rules import LONGEST, BaseRule, Part, Rule, own_rules
from .texts import PARTS

LINES = 4
NOT_KEPT = {"autocomplete": "off"}
OWN_WORDS, NOT_TODAY = "own", "not_today"


@dataclass(frozen=True, slots=True)
class Choice:
    """A rule to tick. `asks`: it goes, and a reason is still missing; `stood`: it holds today."""

    key: str
    words: str
    language: str
    taken: bool
    stood: bool
    because: str
    asks: bool


class PartForm(forms.Form):
    """One part of the talk: base rules to keep or take, and the group's own words, a rule a line.

    For an open point one suggestion, own words, or nothing decided today. `saved` says which state was looked at.
    """

    saved = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    data: QueryDict
    own = forms.CharField(
        label=_("In our own words"),
        widget=forms.Textarea(attrs=NOT_KEPT | {"rows": LINES}),
        required=False,
    )

    def __init__(self, table: OnTheTable, part: Part, language: str, data: QueryDict | None = None) -> None:
        self.here: PartOnTable = table.part(part)
        self.counts_in, self.reads = table.language, language
        super().__init__(data, initial={"saved": self.here.saved, "own": "\n".join(self.here.own)})

    def choices(self) -> list[Choice]:
        """The rules to choose among, as they stand or as they were just ticked."""
        return [self._choice(rule) for rule in self.here.choices if rule.key in self._shown()]

    def answer(self) -> str:
        """For an open point: the key of the suggestion that is taken, own words, or not decided today."""
        if self.is_bound:
            return str(self.data.get("take", NOT_TODAY))
        if self.here.own:
            return OWN_WORDS
        return next(iter(self.here.taken), NOT_TODAY)

    def clean(self) -> None:
        own = self.cleaned_data.get("own", "")
        lines = own_rules(self.here.part, own)
        if not self.here.needed and self.answer() == OWN_WORDS and not lines:
            self.add_error("own", _("Write it in a few words, or choose “Not today”."))
        if any(len(line.words) > LONGEST for line in lines):
            self.add_error("own", _("One line is very long. Divide it into several rules."))

    def rules(self) -> list[Rule]:
        """What the group goes by in this part from now on."""
        taken = self._taken()
        rules = [rule.as_rule(self.counts_in) for rule in self.here.choices if rule.key in taken]
        if self.here.needed or self.answer() == OWN_WORDS:
            rules += own_rules(self.here.part, self.cleaned_data["own"])
        return rules

    def reasons(self) -> dict[str, str]:
        """Why a base rule goes, by its key."""
        return {rule.key: self._because(rule.key) for rule in self.here.choices}

    def _shown(self) -> frozenset[str]:
        return frozenset(rule.key for rule in self.here.choices)

    def _taken(self) -> frozenset[str]:
        if not self.is_bound:
            return self.here.taken
        if not self.here.needed:
            return frozenset({self.answer()})
        return frozenset(self.data.getlist("keep"))

    def _because(self, key: str) -> str:
        kept = self.data.get(f"because-{key}", "") if self.is_bound else self.here.reasons.get(key, "")
        return str(kept).strip()[:LONGEST]

    def _choice(self, rule: BaseRule) -> Choice:
        words, language = rule.said_in(self.reads, self.counts_in)
        taken, stood = rule.key in self._taken(), rule.key in self.here.stood
        because = self._because(rule.key)
        return Choice(
            rule.key,
            words,
            language,
            taken=taken,
            stood=stood,
            because=because,
            asks=self.is_bound and stood and not taken and not because and self.here.needed,
        )


class BeginForm(forms.Form):
    """At which meeting the group talks."""

    session = forms.ChoiceField(label=_("At which meeting do you talk about it?"))

    def __init__(self, meetings: Sequence[tuple[SessionShown, str]], data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["session"]
        field.choices = [(str(one.session_id), words) for one, words in meetings]


class WhyForm(forms.Form):
    """What made the group change its agreement."""

    times = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    why = forms.CharField(
        label=_("Why does the group change it?"),
        help_text=_("It stands in the history, where everybody in the group can read it. Name nobody."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs=NOT_KEPT),
        required=False,
    )


class BaseRulesForm(forms.Form):
    """The base rules in one language: each in a field, empty to take it away, and new ones a line each."""

    data: QueryDict
    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    same = forms.BooleanField(
        label=_("It means the same as before: keep the other languages"),
        help_text=_(
            "Otherwise a rule with new words is shown in this language alone, until somebody translates it."
        ),
        required=False,
    )

    def __init__(self, shown: BaseRulesShown, language: str, data: Any = None) -> None:
        super().__init__(data, initial={"after": shown.number})
        self.shown, self.language = shown, language
        self.is_main = language == shown.language
        for rule in shown.rules:
            self.fields[f"rule-{rule.key}"] = _rule_field(rule, language, shown.language)
        for part in Part:
            self.fields[f"new-{part}"] = forms.CharField(
                label=_("New rules, one on each line"),
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )

    def parts(self) -> Iterator[tuple[Any, list[forms.BoundField], forms.BoundField]]:
        """Each part's name, the fields of its rules, and the field for new ones."""
        for part in Part:
            keys = [rule.key for rule in self.shown.rules if rule.part is part]
            yield PARTS[part], [self[f"rule-{key}"] for key in keys], self[f"new-{part}"]

    def said(self) -> dict[str, str]:
        return {
            rule.key: " ".join(self.cleaned_data[f"rule-{rule.key}"].split()) for rule in self.shown.rules
        }

    def new(self) -> list[BaseRule]:
        """The new rules, each with a key that it keeps from now on."""
        return [
            BaseRule(f"own.{uuid4().hex[:24]}", part, {self.language: rule.words[:LONGEST]})
            for part in Part
            for rule in own_rules(part, self.cleaned_data[f"new-{part}"])
        ]

    def with_after(self, after: int) -> BaseRulesForm:
        """The same words, to be saved after the version that somebody else has written meanwhile, whose new rules are
        there as well: what was not on the page is not taken away.
        """
        stands = {f"rule-{rule.key}": rule.words.get(self.language, "") for rule in self.shown.rules}
        missing = {name: words for name, words in stands.items() if name not in self.data}
        return fields.with_answers(self, **missing, after=str(after))


def _rule_field(rule: BaseRule, language: str, main: str) -> forms.CharField:
    words = rule.words.get(language, "")
    return forms.CharField(
        label=rule.said_in(main)[0] if language != main else _("Rule"),
        max_length=LONGEST,
        initial=words,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ds-input"}),
        required=False,
    )
