"""What the rules need to know of tasks, read once for many rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from stegvis.areas.directory import api as directory
from stegvis.areas.people import api as people
from stegvis.kernel.actor import Actor

from ..models import Responsibility, Task
from ..rules import Facts, Purpose, TaskKind
from ..texts import KINDS


@dataclass(frozen=True, slots=True)
class House:
    """Who works here now, and what is shown to the public: the same for all rows of a page."""

    staff: Mapping[UUID, str]
    published: frozenset[UUID]
    titles: Mapping[UUID, directory.Title]
    today: date

    def facts(self, row: Responsibility) -> Facts:
        """What the rules need of one row, whose task and offering are read."""
        return Facts(
            possible=self.allows(row.task),
            own_yes_on=row.own_yes_on,
            guide_works_here=row.guide_id in self.staff,
            purpose=Purpose(row.purpose) if row.purpose else None,
            review_on=row.review_on,
        )

    def allows(self, task: Task) -> bool:
        """Whether the house has decided that this can be somebody's, and shows the offering (S1-27)."""
        offering = task.offering
        return task.offered and offering.possible and offering.listing_id in self.published

    def title(self, listing_id: UUID) -> tuple[str, str]:
        """What the offering is called, and in which language."""
        title = self.titles.get(listing_id)
        return (title.words, title.language) if title else ("", "")


def house(actor: Actor, listing_ids: Collection[UUID], language: str, now: datetime) -> House:
    """What is the same for all rows. `listing_ids`: whose titles are wanted. Constant SQL."""
    as_house = Actor.housekeeper(actor.organisation_id)
    titles = directory.titled(as_house, listing_ids, language)
    return House(staff(as_house, now), directory.published_here(as_house), titles, local_day(now))


def staff(actor: Actor, now: datetime) -> dict[UUID, str]:
    """Who can go along with somebody: those employed here who have taken their seat, while it runs; by name (S1-27)."""
    today = local_day(now)
    return {
        one.seat_id: one.name
        for one in people.employed(actor)
        if one.from_on <= today and (one.until_on is None or today <= one.until_on)
    }


def name_of(task: Task) -> str | Promise:
    """What a task is called: in the reader's language, or in the house's own words."""
    return task.name or KINDS[TaskKind(task.kind)]


def local_day(now: datetime) -> date:
    return timezone.localtime(now).date()
