"""Codes of the groups area. Pure: no Django, no clock."""

from enum import StrEnum


class PlaceState(StrEnum):
    """asked -> waiting -> offered -> held -> left. No state says absent (S2-06, S3-47)."""

    ASKED = "asked"
    WAITING = "waiting"
    OFFERED = "offered"
    HELD = "held"
    LEFT = "left"


class SessionState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called_off"
