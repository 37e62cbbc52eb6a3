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
from stegvis.kernel.models import Look
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role

from .. import policy
from ..rules.looks import OneLook, SameLooks, by_day
from ..texts import reason

LOOKS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Looked:
    """Somebody who looked: what they are called (may be empty), their role and the reason in words, and when."""

    name: str
    role: Promise
    why: Promise
    at: tuple[datetime, ...]


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
    days = by_day(_told(row) for row in shown.object_list)
    names = people.seat_names(actor, {one.seat_id for _, of_day in days for one in of_day if one.seat_id})
    told = [LooksOfDay(on, tuple(_looked(one, names) for one in of_day)) for on, of_day in days]
    return Page(told, shown.number, shown.paginator)  # type: ignore[arg-type]  # pages of looks, told as days


def _told(row: Look) -> OneLook:
    return OneLook(row.seat_id, Role(row.role), row.why, timezone.localtime(row.at))


def _looked(one: SameLooks, names: Mapping[UUID, str]) -> Looked:
    name = names.get(one.seat_id, "") if one.seat_id else ""
    return Looked(name, people.ROLES[one.role], reason(one.why), one.at)
