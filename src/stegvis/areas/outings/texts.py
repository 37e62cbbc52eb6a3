"""Words for every code of outings, and a frame told in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.messages.api import Words

from .rules import Frame, Missing, Needs, Pace, Part, Refusal, Terrain, from_words, parts_of

OUTINGS_IN_NAME = _("Plans outings")

PLANNED_BY_ANOTHER = "outings.planned_by_another"
"""The kind of message that says: somebody else plans the outing now, and reads what you have said."""

PACES: dict[Pace, Promise] = {
    Pace.SLOW: _("Slowly"),
    Pace.EASY: _("At an easy pace"),
    Pace.BRISK: _("Briskly"),
}

TERRAINS: dict[Terrain, Promise] = {
    Terrain.FIRM: _("Flat and firm ground"),
    Terrain.PATH: _("Paths, mostly flat"),
    Terrain.HILLS: _("Some hills"),
    Terrain.ROUGH: _("Rough ground, with roots and stones"),
}

WE_WALK: dict[Pace, Promise] = {
    Pace.SLOW: _("We walk slowly."),
    Pace.EASY: _("We walk at an easy pace."),
    Pace.BRISK: _("We walk briskly."),
}

THE_GROUND: dict[Terrain, Promise] = {
    Terrain.FIRM: _("The ground is flat and firm all the way."),
    Terrain.PATH: _("We walk on paths that are mostly flat."),
    Terrain.HILLS: _("There are some hills on the way."),
    Terrain.ROUGH: _("The ground is rough, with roots and stones."),
}

PARTS: dict[Part, Promise] = {
    Part.LENGTH: _("The length"),
    Part.PACE: _("The pace"),
    Part.TERRAIN: _("The ground"),
    Part.BREAKS: _("The breaks"),
    Part.TOILET: _("A toilet on the way"),
    Part.BENCHES: _("Somewhere to sit"),
}

MISSING: dict[Missing, Promise] = {
    Missing.STAFF: _("Enough of you on duty"),
    Missing.FITS: _("A plan that fits everybody"),
    Missing.MEETING_POINT: _("Where you meet"),
    Missing.TURN_BACK_POINT: _("Where you turn back"),
    Missing.TURN_BACK_BY: _("When you turn back at the latest"),
    Missing.EMERGENCY: _("The number for help"),
    Missing.PHONES: _("The phones you take along"),
    Missing.FIRST_AID: _("Who carries the first aid kit"),
    Missing.WAY_HOME: _("How somebody gets home early"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.IS_OVER: _("This outing is over. What you have said is gone, or goes tonight."),
    Refusal.CALLED_OFF: _("This outing is called off, so there is nothing to plan for it."),
    Refusal.NOT_A_PLANNER: _("Choose an adviser who works here now."),
    Refusal.NO_NAMES_HERE: _(
        "Here staff write nothing about anybody. Make the plan gentler instead, or let the participant "
        "say it on My page."
    ),
}

LOOKS: dict[str, Promise] = {
    "outings.needs": _("Opened what those who come on an outing have said they can"),
}
"""Why the planner looked, as the participant reads it."""

_LINES: dict[Part, Callable[[Any], str]] = {
    Part.LENGTH: lambda needs: _length(needs),
    Part.PACE: lambda needs: str(WE_WALK[needs.pace]),
    Part.TERRAIN: lambda needs: str(THE_GROUND[needs.terrain]),
    Part.BREAKS: lambda needs: (
        gettext("We take a break at least every %(minutes)d minutes.") % {"minutes": needs.break_every}
    ),
    Part.TOILET: lambda needs: gettext("There is a toilet on the way."),
    Part.BENCHES: lambda needs: gettext("There is somewhere to sit on the way."),
}


def lines_of(frame: Frame) -> tuple[str, ...]:
    """What the outing is, one plain sentence for each part about which something is settled."""
    return tuple(_LINES[part](frame) for part in parts_of(frame))


def _length(frame: Frame) -> str:
    if frame.minutes is None:
        return gettext("We walk about %(km)s km.") % {"km": _km(frame)}
    minutes = gettext("We walk for at most %(minutes)d minutes.") % {"minutes": frame.minutes}
    if frame.metres is None:
        return minutes
    return gettext("We walk for at most %(minutes)d minutes, about %(km)s km.") % {
        "minutes": frame.minutes,
        "km": _km(frame),
    }


def _km(frame: Frame) -> str:
    """Whole kilometres without a decimal, others with one."""
    metres = frame.metres or 0
    return formats.number_format(Decimal(metres) / 1000, 0 if metres % 1000 < 50 else 1)


def needs_in_words(needs: Needs) -> tuple[str, ...]:
    """What somebody has said, for herself and for the planner: one short line each."""
    said = []
    if needs.minutes is not None:
        said.append(gettext("Walks for up to %(minutes)d minutes") % {"minutes": needs.minutes})
    if needs.pace:
        said.append(str(PACES[needs.pace]))
    if needs.terrain:
        said.append(str(TERRAINS[needs.terrain]))
    if needs.break_every is not None:
        said.append(gettext("A break every %(minutes)d minutes") % {"minutes": needs.break_every})
    if needs.toilet:
        said.append(gettext("A toilet on the way"))
    if needs.benches:
        said.append(gettext("Somewhere to sit"))
    return tuple(said)


def said_told(row: Any, language: str) -> str:
    """What she said, in her own copy."""
    with override(language):
        return ", ".join(needs_in_words(from_words(row.said)))


def planned_by_another(said: Mapping[str, str], language: str) -> Words:
    """Somebody else plans the outing now. `said`: the planner's `name`, the `title`, and the `session`."""
    with override(language):
        return Words(
            subject=gettext("Somebody else plans the outing"),
            text=gettext(
                "%(name)s plans %(title)s now, and can read what you have said you can. "
                "You can change it or take it back."
            )
            % said,
            href=reverse("outings:mine", args=[said["session"]]),
            action=gettext("See what you have said"),
        )


def planned_by_another_aloud(said: Mapping[str, str], language: str) -> str:
    return planned_by_another(said, language).text
