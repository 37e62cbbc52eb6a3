"""A centre with one lunch, an adviser and people who have had their talk: for tests of the line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions
from stegvis.areas.groups.models import Place, Round
from stegvis.areas.groups.rules import PlaceState
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given


class Scene:
    """`capacity`: how many places the lunch has."""

    def __init__(self, capacity: int | None = 1, **offering: object) -> None:
        self.centre: Organisation = an_organisation(phone="55 51 00 00")
        self.ingrid: Actor = an_actor(self.centre, Role.ADVISER)
        self.lunch: Listing = an_offering(self.centre.pk, **offering)
        self.round: UUID = a_round(self.ingrid, self.lunch.pk, capacity=capacity)
        self.clock = Actor.housekeeper(self.centre.pk)

    def person(self) -> Actor:
        """Somebody who has had her talk and chosen the lunch."""
        somebody = an_actor(self.centre, Role.PARTICIPANT)
        a_held_talk(self.ingrid, participant_of(somebody).pk, self.lunch.pk)
        return somebody

    def people(self, number: int) -> list[Actor]:
        return [self.person() for _ in range(number)]

    def take(self, actor: Actor, now: datetime = NOW) -> UUID:
        return actions.take_place(actor, round_id=self.round, now=now)

    def ask(self, actor: Actor, now: datetime = NOW) -> UUID:
        return actions.ask_for_next_place(actor, round_id=self.round, now=now)

    def place_of(self, actor: Actor) -> Place:
        """Her latest place here."""
        return [one for one in places_in(self.ingrid, self.round) if one.participant_id == self.id_of(actor)][
            -1
        ]

    def id_of(self, actor: Actor) -> UUID:
        return participant_of(actor).pk

    def leave(self, actor: Actor, now: datetime = NOW) -> None:
        actions.leave_place(actor, place_id=self.place_of(actor).pk, now=now)

    def reach(self, actor: Actor, now: datetime = NOW) -> Place:
        actions.note_reached(actor, place_id=self.place_of(actor).pk, now=now)
        return self.place_of(actor)

    def states(self, *actors: Actor) -> list[PlaceState]:
        return [PlaceState(self.place_of(actor).state) for actor in actors]

    def told(self, actor: Actor) -> list[str]:
        """The kinds of the messages that stand on her page, oldest first."""
        with given(self.ingrid):
            here = Message.objects.filter(participant_id=self.id_of(actor), withdrawn_at=None)
            return list(here.order_by("at", "pk").values_list("kind", flat=True))

    def with_room_for(self, capacity: int, now: datetime = NOW) -> None:
        """Whoever plans makes more room."""
        with given(self.ingrid):
            Round.objects.filter(pk=self.round).update(capacity=capacity)
        actions.offer_free_places(self.ingrid, round_id=self.round, now=now)
