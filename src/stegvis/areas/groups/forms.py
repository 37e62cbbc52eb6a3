"""The questions of the groups area: planning a round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.ui.keys import KeyField

from .rules import Often, recurrence_of
from .texts import OFTEN

MOST_PLACES = 500


class RoundForm(forms.Form):
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
        error_messages={"required": _("Write the first day."), "invalid": _("Write a day that exists.")},
    )
    until_on = forms.DateField(
        label=_("Last day"),
        help_text=_("Not needed for something that is once."),
        required=False,
        error_messages={"invalid": _("Write a day that exists.")},
    )
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

    def __init__(
        self,
        offerings: Sequence[directory.ListingBrief],
        staff: Sequence[people.StaffShown],
        *arguments: Any,
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.fields["listing"].choices = [("", _("Choose"))] + [  # type: ignore[attr-defined]
            (str(one.listing_id), one.title) for one in offerings
        ]
        self.fields["welcomed_by"].choices = [("", _("Choose"))] + [  # type: ignore[attr-defined]
            (str(one.seat_id), one.name) for one in staff
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        once = said.get("often") == Often.ONCE
        if once and said.get("from_on"):
            said["until_on"] = said["from_on"]
        elif not said.get("until_on") and "until_on" not in self.errors:
            self.add_error("until_on", _("Write the last day."))
        if said.get("from_on") and said.get("until_on") and said["until_on"] < said["from_on"]:
            self.add_error("until_on", _("The last day comes before the first. Change one of the two."))
        return said

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
            "recurrence": recurrence_of(Often(said["often"]), first),
            "starts": said["starts"],
            "ends": said["ends"],
            "meeting_place": said["meeting_place"],
            "welcomed_by": UUID(said["welcomed_by"]),
        }
