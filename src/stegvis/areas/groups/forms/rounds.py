"""The questions about a round: planning it, and changing it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.ui.keys import KeyField

from ..rules import Frame, Often, Refusal, as_people_say, chosen_days, days_of, recurrence_of
from ..texts import OFTEN
from .holidays import HolidayForm

MOST_PLACES = 500
MOST_LETTERS = 5000
DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))")
"""2026-11-26, 26.11.2026 or 26/11/2026."""


class DaysField(forms.Field):
    """Days that somebody chose, one a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> tuple[date, ...]:
        found = []
        for line in filter(None, re.split(r"[\n,;]+", str(value or "")[:MOST_LETTERS])):
            day = DAY.fullmatch(line.strip().rstrip("."))
            if day is None and not line.strip():
                continue
            try:
                numbers = [int(number) for number in day.groups() if number] if day else []
                found.append(date(*numbers) if day and day[1] else date(*reversed(numbers)))
            except (TypeError, ValueError):
                raise forms.ValidationError(
                    _("“%(line)s” is not a day we know. Write it like 26.11.2026."),
                    params={"line": line.strip()},
                ) from None
        return tuple(found)


class WhenAndWhereForm(HolidayForm):
    """What planning a round and changing it both ask."""

    starts = forms.TimeField(label=_("Starts at"), error_messages={"required": _("Write when it starts.")})
    ends = forms.TimeField(label=_("Ends at"), error_messages={"required": _("Write when it ends.")})
    meeting_place = forms.CharField(
        label=_("Where do people meet?"),
        help_text=_("So that a newcomer finds the door."),
        max_length=200,
        error_messages={"required": _("Write where people meet.")},
    )
    welcomed_by = forms.ChoiceField(
        label=_("Who meets newcomers?"), error_messages={"required": _("Choose somebody.")}
    )
    capacity = forms.IntegerField(
        label=_("How many can come?"),
        help_text=_("Leave it empty for an open door."),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
    )

    def __init__(self, staff: Sequence[people.StaffShown], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["welcomed_by"].choices = [("", _("Choose"))] + [  # type: ignore[attr-defined]
            (str(one.seat_id), one.name) for one in staff
        ]


@dataclass(frozen=True, slots=True)
class Before:
    """A round that the new one may go on after, and what to call it."""

    round_id: UUID
    listing_id: UUID
    words: str


class RoundForm(WhenAndWhereForm):
    """One run of an offering: which days, when, where, how many, and who meets newcomers."""

    key = KeyField()
    listing = forms.ChoiceField(label=_("Offering"), error_messages={"required": _("Choose an offering.")})
    often = forms.ChoiceField(
        label=_("How often does it meet?"),
        choices=[(often.value, words) for often, words in OFTEN.items()],
        initial=Often.EVERY_WEEK.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often the group meets.")},
    )
    from_on = forms.DateField(
        label=_("First day"),
        help_text=_("The group meets on this weekday."),
        required=False,
        error_messages={"invalid": _("Write a day that exists.")},
    )
    until_on = forms.DateField(
        label=_("Last day"),
        help_text=_("Not needed for something that is once."),
        required=False,
        error_messages={"invalid": _("Write a day that exists.")},
    )
    days = DaysField(
        label=_("Which days?"),
        help_text=_("Only for days you choose. One a line, like 26.11.2026."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    follows = forms.ChoiceField(
        label=_("Does it go on after another round?"),
        help_text=_("Then everybody who has a place in that one has a place in this one, too."),
        required=False,
    )
    field_order = (
        "listing", "often", "from_on", "until_on", "days", "leave_out", "starts", "ends", "meeting_place",
        "welcomed_by", "capacity", "follows",
    )  # fmt: skip

    def __init__(
        self,
        offerings: Sequence[directory.ListingBrief],
        staff: Sequence[people.StaffShown],
        before: Sequence[Before],
        *arguments: Any,
        **named: Any,
    ) -> None:
        super().__init__(staff, *arguments, **named)
        self.fields["listing"].choices = [("", _("Choose"))] + [  # type: ignore[attr-defined]
            (str(one.listing_id), one.title) for one in offerings
        ]
        self.fields["follows"].choices = [("", _("No, it is a new group"))] + [  # type: ignore[attr-defined]
            (str(one.round_id), one.words) for one in before
        ]
        self._listing_of = {str(one.round_id): str(one.listing_id) for one in before}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        often = said.get("often")
        if said.get("follows") and self._listing_of[said["follows"]] != said.get("listing"):
            self.add_error("follows", _("Choose a round of the same offering."))
        if often == Often.DAYS:
            self._clean_days(said)
            return said
        if not said.get("from_on") and "from_on" not in self.errors:
            self.add_error("from_on", _("Write the first day."))
        if often == Often.ONCE and said.get("from_on"):
            said["until_on"] = said["from_on"]
            said["days"] = (said["from_on"],)
        elif not said.get("until_on") and "until_on" not in self.errors:
            self.add_error("until_on", _("Write the last day."))
        if said.get("from_on") and said.get("until_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("The last day comes before the first. Change one of the two."))
        return said

    def _clean_days(self, said: dict[str, Any]) -> None:
        if said.get("days"):
            said["from_on"], said["until_on"] = min(said["days"]), max(said["days"])
        elif "days" not in self.errors:
            self.add_error("days", _("Write the days, one a line."))

    def planned(self) -> dict[str, Any]:
        """The round as the action takes it."""
        said = self.cleaned_data
        first: date = said["from_on"]
        return {
            "wanted_id": said["key"],
            "listing_id": UUID(said["listing"]),
            "from_on": first,
            "until_on": said["until_on"],
            "capacity": said["capacity"],
            "recurrence": recurrence_of(Often(said["often"]), first.weekday()),
            "dates": said["days"],
            "leave_out": self.left_out(),
            "follows": UUID(said["follows"]) if said["follows"] else None,
            "starts": said["starts"],
            "ends": said["ends"],
            "meeting_place": said["meeting_place"],
            "welcomed_by": UUID(said["welcomed_by"]),
        }

    def all_days(self) -> tuple[date, ...]:
        """The days it would meet on; none when the rules refuse them, which the action then says."""
        plan = self.planned()
        if not plan["recurrence"]:
            days = chosen_days(plan["dates"])
        else:
            days = days_of(plan["recurrence"], from_on=plan["from_on"], until_on=plan["until_on"])
        return () if isinstance(days, Refusal) else days


class ChangeForm(WhenAndWhereForm):
    """A round that is already planned: what of it may become otherwise, and which state of it the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    looked = forms.CharField(required=False, widget=forms.HiddenInput)
    often = forms.ChoiceField(
        label=_("How often does it meet?"),
        choices=[(often.value, OFTEN[often]) for often in (Often.EVERY_WEEK, Often.EVERY_OTHER_WEEK)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often the group meets.")},
    )
    weekday = forms.TypedChoiceField(
        label=_("On which weekday?"),
        choices=[(number, capfirst(words)) for number, words in WEEKDAYS.items()],
        coerce=int,
    )
    until_on = forms.DateField(
        label=_("Last day"),
        error_messages={"required": _("Write the last day."), "invalid": _("Write a day that exists.")},
    )
    field_order = (
        "often", "weekday", "until_on", "leave_out", "starts", "ends", "meeting_place", "welcomed_by", "capacity",
    )  # fmt: skip

    def __init__(
        self, frame: Frame, staff: Sequence[people.StaffShown], *arguments: Any, **named: Any
    ) -> None:
        super().__init__(staff, *arguments, **named)
        self._frame = frame
        if as_people_say(frame.recurrence) is None:
            del self.fields["often"], self.fields["weekday"]
        if not frame.recurrence:
            del self.fields["until_on"]

    def clean_until_on(self) -> date:
        until_on: date = self.cleaned_data["until_on"]
        if until_on < self._frame.from_on:
            raise forms.ValidationError(_("The last day comes before the first. Change one of the two."))
        return until_on

    def frame(self) -> Frame:
        """The round's days and times as they would be."""
        said = self.cleaned_data
        recurrence = self._frame.recurrence
        if "often" in said:
            recurrence = recurrence_of(Often(said["often"]), said["weekday"])
        return Frame(
            recurrence,
            self._frame.from_on,
            said.get("until_on") or self._frame.until_on,
            said["starts"],
            said["ends"],
        )

    def changed(self) -> dict[str, Any]:
        """The round as the action takes it."""
        said, frame = self.cleaned_data, self.frame()
        return {
            "version": said["version"],
            "recurrence": frame.recurrence,
            "until_on": frame.until_on,
            "starts": frame.starts,
            "ends": frame.ends,
            "capacity": said["capacity"],
            "meeting_place": said["meeting_place"],
            "welcomed_by": UUID(said["welcomed_by"]),
            "leave_out": self.left_out(),
            "hold": self.kept_holidays(),
        }

    def all_days(self) -> tuple[date, ...]:
        """The days of the round's rule as they would be; none when its days were chosen one by one."""
        frame = self.frame()
        if not frame.recurrence:
            return ()
        days = days_of(frame.recurrence, from_on=frame.from_on, until_on=frame.until_on)
        return () if isinstance(days, Refusal) else days

    def signature(self) -> str:
        """Tells one set of answers from another: what was looked at is what is done."""
        said = repr(
            [(key, sorted(v) if isinstance(v, frozenset) else v) for key, v in self.changed().items()]
        )
        return hashlib.sha256(said.encode()).hexdigest()[:16]
