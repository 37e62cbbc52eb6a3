"""Who has looked at what about a participant, for herself (X-06)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.functional import Promise

from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import Look
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..rules.looks import OneLook, SameLooks, by_day
from ..texts import reason
from .questions import Asked, AskedAbout, asked_about

LOOKS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody who looked: what they are called (may be empty), their role and the reason in words, and when.

    `look_id`: the latest of these looks, to ask about; `asked`: her question about them and its answer, if any.
    """

    name: str
    role: Promise
    why: Promise
    at: tuple[datetime, ...]
    look_id: UUID
    asked: Asked | None


@dataclass(frozen=True, slots=True)
class LooksOfDay:
    on: date
    looked: tuple[Looked, ...]


@query
def my_looks(actor: Actor, page: str | int = 1) -> Page[LooksOfDay]:
    """A page of the looks at the participant whose seat this is, by day, the latest first.

    `page` is a number from 1; anything else shows the first page, too high a one the last. Raises NotAllowed for staff.
    """
    policy.require_may_see_own_looks(actor)
    mine = people.my_participant(actor)
    about_me = Look.objects.filter(organisation_id=actor.organisation_id, about=mine.id).order_by("-at", "pk")
    shown = Paginator(about_me, LOOKS_A_PAGE).get_page(page)
    told = _days(actor, [_told(row) for row in shown.object_list])
    return Page(told, shown.number, shown.paginator)  # type: ignore[arg-type]  # pages of looks, told as days


@query
def my_look(actor: Actor, look_id: UUID) -> LooksOfDay:
    """One look at her, to ask about. Raises NotAllowed for staff, NotFound for a look at somebody else."""
    policy.require_may_see_own_looks(actor)
    mine = people.my_participant(actor)
    row = Look.objects.filter(organisation_id=actor.organisation_id, about=mine.id, pk=look_id).first()
    if row is None:
        raise NotFound
    return _days(actor, [_told(row)])[0]


def _days(actor: Actor, looks: list[OneLook]) -> list[LooksOfDay]:
    if not looks:
        return []
    days = by_day(looks)
    names = people.seat_names(actor, {one.seat_id for one in looks if one.seat_id})
    asked = asked_about(actor, since=days[-1][0], until=days[0][0])
    return [LooksOfDay(on, tuple(_looked(on, one, names, asked) for one in of_day)) for on, of_day in days]


def _told(row: Look) -> OneLook:
    return OneLook(row.seat_id, Role(row.role), row.why, timezone.localtime(row.at), row.pk)


def _looked(on: date, one: SameLooks, names: Mapping[UUID, str], asked: AskedAbout) -> Looked:
    name = names.get(one.seat_id, "") if one.seat_id else ""
    question = asked.get((one.seat_id, one.role.value, one.why, on))
    return Looked(name, people.ROLES[one.role], reason(one.why), one.at, one.look_id, question)
