"""Where the guideline is seen: on the wall of the room, or written down the first time the group met (S1-16). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID


class Way(StrEnum):
    """How those who come see the guideline."""

    ON_THE_WALL = "on_the_wall"
    WRITTEN_DOWN = "written_down"


@dataclass(frozen=True, slots=True)
class Hanging:
    """A poster in a room since a day, and which version of the guideline it shows."""

    room: str
    since: date
    number: int


@dataclass(frozen=True, slots=True)
class Group:
    """One run of an offering: the room it meets in, from when until when."""

    round_id: UUID
    room: str
    from_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Shown:
    """How one group sees the guideline, since when, and in which version; None where it was written down."""

    way: Way
    on: date
    number: int | None = None


def room_key(room: str) -> str:
    """One room is one room, however its name was typed."""
    return " ".join(room.split()).strip(" .,").casefold()


def is_running(group: Group, today: date) -> bool:
    return group.from_on <= today <= group.until_on


def how_shown(group: Group, hanging: Collection[Hanging], written_on: date | None) -> Shown | None:
    """A poster counts in the room where the group meets and nowhere else; one moved to another room sees it no more."""
    here = [one for one in hanging if room_key(one.room) == room_key(group.room)]
    if here:
        newest = max(here, key=lambda one: (one.number, one.since))
        return Shown(Way.ON_THE_WALL, newest.since, newest.number)
    return Shown(Way.WRITTEN_DOWN, written_on) if written_on else None


_Group = TypeVar("_Group", bound=Group)


def lacking(
    groups: Collection[_Group],
    hanging: Collection[Hanging],
    written: Mapping[UUID, date],
    today: date,
) -> list[_Group]:
    """The running ones that see the guideline in neither way. Best none (S1-16)."""
    return [
        group
        for group in groups
        if is_running(group, today) and how_shown(group, hanging, written.get(group.round_id)) is None
    ]
