"""A centre with people who do things in any order, for the tests over generated histories."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from stegvis.areas.admission.models import Talk
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.support import given

AT_THE_DESK = st.sampled_from([Role.ADVISER, Role.ADVISER, Role.MANAGER, Role.EMPLOYEE])
"""Who tries from the desk: an adviser as often as those who may not."""


class Centre:
    """So many people, and somebody in every seat that might try. `now` goes on a minute with each step."""

    def __init__(self, people: int, **organisation: Any) -> None:
        self.now: datetime = NOW
        self.organisation: Organisation = an_organisation(**organisation)
        self.staff = {
            role: an_actor(self.organisation, role) for role in (Role.ADVISER, Role.MANAGER, Role.EMPLOYEE)
        }
        self.adviser: Actor = self.staff[Role.ADVISER]
        self.people = [an_actor(self.organisation, Role.PARTICIPANT) for _ in range(people)]
        self.ids: list[UUID] = [participant_of(person).pk for person in self.people]

    @contextmanager
    def trying(self) -> Iterator[None]:
        """One step: what the house says no to leaves nothing behind."""
        self.now += timedelta(minutes=1)
        with suppress(Refused, NotAllowed, NotFound, Changed), transaction.atomic():
            yield

    def latest_talk(self, who: int) -> Talk:
        """The talk that was begun last with this person. Raises NotFound when none was."""
        with given(self.adviser):
            talk = Talk.objects.filter(participant_id=self.ids[who]).order_by("-started_at").first()
        if talk is None:
            raise NotFound
        return talk


def histories(examples: int) -> settings:
    """So many generated histories, however long one takes."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
