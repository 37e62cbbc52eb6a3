"""Two organisations that know nothing of each other, with somebody in every seat of the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.agreements import api as agreements
from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Place, Round
from stegvis.areas.messages import actions as messages
from stegvis.areas.messages.rules import AnswerBy, Named
from stegvis.areas.participation import api as participation
from stegvis.areas.people import api as people
from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy import actions as sharing
from stegvis.areas.privacy.rules.sharing import ShareFor
from stegvis.areas.remarks import api as remarks
from stegvis.areas.responsibilities import api as responsibilities
from stegvis.areas.responsibilities.models import Responsibility, Task
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import EMPLOYED, Role
from tests.access.addresses import Address
from tests.areas.outings.walks import planned
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, places_in, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.support import given

UNKNOWN: dict[str, Any] = {
    "uuid": UUID(int=7),
    "slug": "no-such-thing",
    "string": "no-such-thing",
    "int": 7_000_000,
}


@dataclass
class World:
    """`here` is the organisation of every actor, `there` the one that must stay unseen."""

    here: Organisation = field(default_factory=an_organisation)
    there: Organisation = field(default_factory=an_organisation)
    asks: Actor | None = None
    """Whoever asks in this test, once `actor` has made them."""

    @cached_property
    def kari(self) -> Actor:
        """The participant who asks."""
        return an_actor(self.here, Role.PARTICIPANT)

    @cached_property
    def eva(self) -> Actor:
        """Another participant of the same organisation."""
        return an_actor(self.here, Role.PARTICIPANT)

    @cached_property
    def stranger(self) -> Actor:
        """A participant of the other organisation."""
        return an_actor(self.there, Role.PARTICIPANT)

    @cached_property
    def ingrid(self) -> Actor:
        """The adviser here."""
        return an_actor(self.here, Role.ADVISER)

    @cached_property
    def inger(self) -> Actor:
        """The adviser there."""
        return an_actor(self.there, Role.ADVISER)

    def offering(self, organisation: Organisation, **fields: Any) -> Listing:
        return an_offering(organisation.pk, **fields)

    def talk(self, adviser: Actor, participant: Actor) -> UUID:
        """A talk that this adviser has held with this participant."""
        return a_held_talk(adviser, participant_of(participant).pk).pk

    def round(self, planner: Actor) -> UUID:
        return a_round(planner, an_offering(planner.organisation_id).pk)

    def place(self, adviser: Actor, participant: Actor) -> UUID:
        """A place that this participant holds."""
        row = participant_of(participant)
        listing = an_offering(adviser.organisation_id)
        a_held_talk(adviser, row.pk, listing.pk)
        round_id = a_round(adviser, listing.pk)
        groups.give_place(adviser, participant_id=row.pk, round_id=round_id, now=NOW)
        return places_in(adviser, round_id)[0].pk

    def session(self, planner: Actor, participant: Actor | None = None) -> UUID:
        """The first meeting of a round; one in which this participant holds a place."""
        if participant is None:
            round_id = self.round(planner)
        else:
            round_id = self.round_of(planner, self.place(planner, participant))
        return sessions_in(planner, round_id)[0].pk

    def round_of(self, planner: Actor, place_id: UUID) -> UUID:
        """The round in which somebody has this place."""
        with given(planner):
            return Place.objects.get(pk=place_id).round_id

    def group_talk(self, leader: Actor) -> UUID:
        """A round whose rules lie on the table, at its first meeting."""
        round_id = self.round(leader)
        first = sessions_in(leader, round_id)[0]
        agreements.begin_talk(leader, round_id=round_id, session_id=first.pk, now=first.starts_at)
        return round_id

    def outing(self, planner: Actor, participant: Actor | None = None) -> UUID:
        """A meeting that this adviser plans as an outing; one on which this participant comes along."""
        session_id = self.session(planner, participant)
        planned(planner, session_id)
        return session_id

    def working_group(self, starter: Actor, member: Actor | None = None) -> UUID:
        """A working group in which this participant sits."""
        group_id = participation.start_group(starter, name="Torsdagsrådet", now=NOW)
        if member is not None:
            participation.add_participant(
                starter, group_id=group_id, participant_id=participant_of(member).pk, now=NOW
            )
        return group_id

    def draft(self, writer: Actor, reader: Actor | None = None) -> UUID:
        """A text that waits for a reader; for this participant, if she is given."""
        if reader is not None:
            participation.become_reader(reader, now=NOW)
        kind = participation.DraftKind.POSTER
        return participation.start_draft(
            writer, title="Welcome", kind=kind, language="en", words="Come in.", now=NOW
        )

    def round_with_tasks(self, planner: Actor) -> UUID:
        """A round at whose offering people can have the coffee as their task."""
        round_id = self.round(planner)
        self._allow_coffee(planner, round_id)
        return round_id

    def task(self, adviser: Actor, participant: Actor, place_id: UUID | None = None) -> UUID:
        """The coffee that this participant would like to make where she has a place, with whoever asks."""
        round_id = self.round_of(adviser, place_id or self.place(adviser, participant))
        made = responsibilities.wish(
            participant, task_id=self._allow_coffee(adviser, round_id), now=timezone.now()
        )
        with given(adviser):
            guide = self._whoever_asks(adviser)
            Responsibility.objects.filter(pk=made).update(guide_id=guide.seat_id)
        return made

    def _allow_coffee(self, planner: Actor, round_id: UUID) -> UUID:
        with given(planner):
            listing_id = Round.objects.get(pk=round_id).listing_id
        coffee = [responsibilities.TaskKind.COFFEE]
        responsibilities.decide_tasks(
            planner, listing_id=listing_id, possible=True, kinds=coffee, version=0, now=timezone.now()
        )
        with given(planner):
            return Task.objects.get(offering__listing_id=listing_id).pk

    def complaint(self, participant: Actor) -> UUID:
        """What this participant complained about, to the one whom her organisation has named."""
        organisation = self.here if participant.organisation_id == self.here.pk else self.there
        reader = an_actor(organisation, Role.FACILITATOR).seat_id
        manager, named = an_actor(organisation, Role.MANAGER), Named("Berit", phone="55 51 22 22")
        messages.name_reader(manager, named=named, seat_id=reader, now=timezone.now())
        by = {"answer_by": AnswerBy.HERE, "phone": "", "about_reader": False}
        return messages.complain(participant, words="Nobody calls back.", **by, now=timezone.now())

    def grant(self, participant: Actor) -> UUID:
        """What this participant shares with somebody who works in her organisation."""
        return sharing.share(participant, wish=self._wish(participant), now=timezone.now())

    def noted_grant(self, adviser: Actor, participant: Actor) -> UUID:
        """The same, written down by this adviser, and waiting for her answer."""
        return sharing.note_share(
            adviser,
            participant_id=participant_of(participant).pk,
            wish=self._wish(participant),
            now=timezone.now(),
        )

    def _wish(self, participant: Actor) -> sharing.Wish:
        organisation = self.here if participant.organisation_id == self.here.pk else self.there
        odd = an_actor(organisation, Role.EMPLOYEE)
        assert odd.seat_id
        items, today = frozenset({"groups.places"}), timezone.localdate()
        return sharing.Wish(odd.seat_id, items, ShareFor.WELCOME, today)

    @cached_property
    def slug_with_guideline(self) -> str:
        """The house that has a guideline against remarks, by its short name."""
        manager = an_actor(self.here, Role.MANAGER)
        written = {"nb": remarks.to_begin_with("nb")}
        remarks.write_guideline(manager, written=written, note_days=30, based_on=0, now=NOW)
        return self.here.slug

    def remark(self, adviser: Actor) -> UUID:
        """Something that was said at a meeting: whoever asks follows it up, if they work there, else this adviser."""
        return remarks.note_remark(
            adviser,
            session_id=self.session(adviser),
            words="",
            seat_id=self._whoever_asks(adviser).seat_id or UUID(int=0),
            by=NOW.date(),
            now=NOW,
        )

    def _whoever_asks(self, adviser: Actor) -> Actor:
        """The actor who was made last, if employed in this adviser's house; else the adviser."""
        asks = self.asks
        here = asks and asks.organisation_id == adviser.organisation_id and asks.role in EMPLOYED
        return asks if asks and here else adviser

    def actor(self, role: Role) -> Actor:
        self.asks = self._somebody(role)
        return self.asks

    def _somebody(self, role: Role) -> Actor:
        if role is Role.VISITOR:
            return Actor.visitor(self.here.pk)
        if role is Role.ADVISER:
            return self.ingrid
        return self.kari if role is Role.PARTICIPANT else an_actor(self.here, role)


def client_of(actor: Actor) -> Client:
    """A browser in which this actor is signed in; errors come back as pages, as they do in service."""
    client = Client(raise_request_exception=False)
    if actor.role is Role.VISITOR or actor.user_id is None:
        return client
    request = HttpRequest()
    request.session = client.session
    request.META["CSRF_COOKIE"] = "not checked here"
    now = timezone.now()
    people.sign_in_to(request, actor.user_id, actor.seat_id, now=now, proved_at=now)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def path_to(address: Address, keys: dict[str, Any]) -> str:
    return reverse(address.name, kwargs=keys)


def unknown_keys(address: Address) -> dict[str, Any]:
    """Keys of something that does not exist anywhere."""
    return {name: UNKNOWN[converter] for name, converter in address.keys}
