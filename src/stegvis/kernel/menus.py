"""The menus of the faces. Areas put their pages in; the faces show those that the seat may open."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from .actor import Actor


class Face(StrEnum):
    ME = "me"
    DESK = "desk"
    MINE = "mine"
    """The participant's page of what is about her: what is kept, who sees it, what she can decide."""
    HOUSE = "house"
    """The desk's page of what this house has decided for itself: rules and guidelines that have pages of their own."""


class Under(StrEnum):
    """What somebody at the desk wants to do, in the order of a day: what a long menu folds away stands under these."""

    DAY = "day"
    PEOPLE = "people"
    OFFER = "offer"
    HOUSE = "house"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu. `order`: lower comes first; the face's own start page is 0.

    `lead`, for MINE and HOUSE: one sentence on what is found there. `under`, for DESK: what it is for.
    """

    face: Face
    text: Promise
    url_name: str
    right: str
    order: int
    lead: Promise | str = ""
    under: Under = Under.DAY


_items: list[MenuItem] = []


def add(item: MenuItem) -> None:
    if item not in _items:
        _items.append(item)


def of(actor: Actor, face: Face) -> list[MenuItem]:
    """The lines this actor may open, in order."""
    return sorted((i for i in _items if i.face is face and actor.may(i.right)), key=lambda item: item.order)
