"""The questions of outings: the plan, and what somebody can."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people import api as people

from .actions import Plan
from .rules import BREAKS, MINUTES, Frame, Needs, Pace, Safety, Terrain
from .texts import PACES, TERRAINS

NOT_KEPT = {"autocomplete": "off"}
MOST_MINUTES, MOST_KM = 480, 40
NO_WISH = _("No wish here")


class KmField(forms.DecimalField):
    """Kilometres, with a comma or a point."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def clean(self, value: Any) -> Decimal | None:
        return cast("Decimal | None", super().clean(str(value or "").replace(",", ".")))


class NeedsForm(forms.Form):
    """What somebody can on one outing. Each question can be left as it is; then it sets no limit."""

    narrows = True
    minutes = forms.TypedChoiceField(
        label=_("How long can you walk, all together?"), coerce=int, empty_value=None, required=False
    )
    pace = forms.ChoiceField(
        label=_("How fast?"),
        choices=[("", NO_WISH), *((one.value, PACES[one]) for one in (Pace.SLOW, Pace.EASY))],
        required=False,
        widget=forms.RadioSelect,
    )
    terrain = forms.ChoiceField(
        label=_("Over what ground?"),
        choices=[
            ("", NO_WISH),
            *((one.value, TERRAINS[one]) for one in (Terrain.FIRM, Terrain.PATH, Terrain.HILLS)),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    break_every = forms.TypedChoiceField(
        label=_("How often is a break good?"), coerce=int, empty_value=None, required=False
    )
    toilet = forms.BooleanField(label=_("A toilet on the way"), required=False)
    benches = forms.BooleanField(label=_("Somewhere to sit on the way"), required=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        minutes = cast("forms.TypedChoiceField", self.fields["minutes"])
        minutes.choices = [
            ("", NO_WISH),
            *((one, _("Up to %(minutes)d minutes") % {"minutes": one}) for one in MINUTES),
        ]
        breaks = cast("forms.TypedChoiceField", self.fields["break_every"])
        breaks.choices = [
            ("", NO_WISH),
            *((one, _("Every %(minutes)d minutes") % {"minutes": one}) for one in BREAKS),
        ]

    def needs(self) -> Needs:
        """What was said. Only for a valid form."""
        said = self.cleaned_data
        return Needs(
            minutes=said["minutes"],
            pace=Pace(said["pace"]) if said["pace"] else None,
            terrain=Terrain(said["terrain"]) if said["terrain"] else None,
            break_every=said["break_every"],
            toilet=said["toilet"],
            benches=said["benches"],
        )


class PlanForm(forms.Form):
    """One outing: who plans it, how it goes, and what is agreed for safety. `version`: of the plan that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    planner = forms.ChoiceField(
        label=_("Who plans it?"),
        help_text=_("An adviser. Nobody else can read what those who come have said they can."),
        error_messages={"required": _("Choose who plans it.")},
    )
    route = forms.CharField(
        label=_("Where do you go?"),
        help_text=_("A sentence or two. Those who come read it too."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    minutes = forms.IntegerField(
        label=_("How many minutes do you walk, all together?"),
        help_text=_("Breaks not counted."),
        min_value=1,
        max_value=MOST_MINUTES,
        error_messages={
            "required": _("Write how many minutes you walk."),
            "invalid": _("Write a whole number of minutes."),
        },
    )
    km = KmField(
        label=_("How many kilometres?"),
        min_value=Decimal("0.1"),
        max_value=MOST_KM,
        max_digits=4,
        decimal_places=1,
        required=False,
        error_messages={"invalid": _("Write a number, like 1.5.")},
    )
    pace = forms.ChoiceField(
        label=_("How fast?"),
        choices=[(one.value, words) for one, words in PACES.items()],
        initial=Pace.EASY.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how fast you walk.")},
    )
    terrain = forms.ChoiceField(
        label=_("Over what ground?"),
        choices=[(one.value, words) for one, words in TERRAINS.items()],
        initial=Terrain.PATH.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the ground is like.")},
    )
    break_every = forms.IntegerField(
        label=_("A break after how many minutes?"),
        min_value=1,
        max_value=MOST_MINUTES,
        required=False,
        error_messages={"invalid": _("Write a whole number of minutes.")},
    )
    toilet = forms.BooleanField(label=_("There is a toilet on the way"), required=False)
    benches = forms.BooleanField(label=_("There is somewhere to sit on the way"), required=False)
    meeting_point = forms.CharField(
        label=_("Where do you meet?"),
        help_text=_("So that an ambulance finds it too."),
        max_length=200,
        required=False,
    )
    turn_back_point = forms.CharField(label=_("Where do you turn back?"), max_length=200, required=False)
    turn_back_by = forms.TimeField(
        label=_("When do you turn back at the latest?"),
        required=False,
        error_messages={"invalid": _("Write a time, like 12.30.")},
    )
    way_home = forms.CharField(
        label=_("How does somebody get home who must go early?"),
        help_text=_("For instance: bus 2 from the bridge, or a taxi that the house pays."),
        max_length=300,
        required=False,
    )
    emergency = forms.CharField(label=_("The number for help"), max_length=30, required=False)
    phones = forms.CharField(
        label=_("Which phones do you take along?"),
        help_text=_("Phones of the house, with their numbers. Not your own."),
        max_length=200,
        required=False,
    )
    first_aid = forms.CharField(label=_("Who carries the first aid kit?"), max_length=200, required=False)
    also_later = forms.BooleanField(
        label=_("Also for the later meetings of this round that are no outings yet"), required=False
    )

    def __init__(self, advisers: Sequence[people.StaffShown], *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        planner = cast("forms.ChoiceField", self.fields["planner"])
        planner.choices = [("", _("Choose")), *((str(one.seat_id), one.name) for one in advisers)]

    def plan(self) -> Plan:
        """What was planned. Only for a valid form."""
        said = self.cleaned_data
        frame = Frame(
            minutes=said["minutes"],
            pace=Pace(said["pace"]),
            terrain=Terrain(said["terrain"]),
            break_every=said["break_every"],
            toilet=said["toilet"],
            benches=said["benches"],
            metres=int(said["km"] * 1000) if said["km"] else None,
        )
        safety = Safety(
            **{name: said[name] for name in Safety.__slots__},
        )
        return Plan(UUID(said["planner"]), said["route"], frame, safety)


def as_typed(frame: Frame, safety: Safety, route: str) -> dict[str, Any]:
    """A plan as the form's answers."""
    km = None if frame.metres is None else formats.number_format(Decimal(frame.metres) / 1000, 1)
    answers: dict[str, Any] = {name: getattr(safety, name) for name in Safety.__slots__}
    return answers | {
        "route": route,
        "minutes": frame.minutes,
        "km": km,
        "pace": frame.pace,
        "terrain": frame.terrain,
        "break_every": frame.break_every,
        "toilet": frame.toilet,
        "benches": frame.benches,
    }


def as_said(needs: Needs) -> dict[str, Any]:
    """What somebody has said, as the form's answers."""
    return {name: getattr(needs, name) for name in Needs.__slots__}
