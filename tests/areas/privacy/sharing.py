"""A house where something can be shared: Kari, whose talk is held, and those she may share with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.test import Client

from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy import actions
from stegvis.areas.privacy.models import Grant
from stegvis.areas.privacy.rules.sharing import ShareFor
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import given

GOOD_TO_KNOW, IN_TALK = "Lite lyd er godt for meg", "Tegning gir meg ro"
IN_THREE_MONTHS = date(2027, 2, 23)


class House:
    """Kari has had a talk with Ingrid. Odd and Berit work here, Tor is a volunteer."""

    def __init__(self, **organisation: Any) -> None:
        self.organisation: Organisation = an_organisation(**organisation)
        self.kari = an_actor(self.organisation, Role.PARTICIPANT)
        self.ingrid = an_actor(self.organisation, Role.ADVISER, name="Ingrid")
        self.odd = an_actor(self.organisation, Role.EMPLOYEE, name="Odd")
        self.berit = an_actor(self.organisation, Role.MANAGER, name="Berit")
        self.tor = an_actor(self.organisation, Role.VOLUNTEER, name="Tor")
        self.kari_id: UUID = participant_of(self.kari).pk
        a_held_talk(self.ingrid, self.kari_id, good_to_know=GOOD_TO_KNOW, good_for_me=IN_TALK)

    def wish(self, to: Actor, *items: str, until_on: date = IN_THREE_MONTHS) -> actions.Wish:
        assert to.seat_id
        named = frozenset(items or ("admission.good_to_know",))
        return actions.Wish(to.seat_id, named, ShareFor.WELCOME, until_on, words="Så jeg slipper å si det")

    def share(self, to: Actor, *items: str, now: datetime = NOW, until_on: date = IN_THREE_MONTHS) -> UUID:
        return actions.share(self.kari, wish=self.wish(to, *items, until_on=until_on), now=now)

    def note(self, to: Actor, *items: str, now: datetime = NOW) -> UUID:
        return actions.note_share(
            self.ingrid, participant_id=self.kari_id, wish=self.wish(to, *items), now=now
        )

    def read(self, who: Actor, grant_id: UUID, now: datetime = NOW) -> str:
        """Everything that is read, as one text."""
        read = actions.read_shared(who, grant_id=grant_id, language="nb", now=now)
        return "\n".join(part.text for item in read.items for part in item.parts)

    def grants(self) -> list[Grant]:
        with given(self.kari):
            return list(Grant.objects.prefetch_related("items"))


def browser_of(actor: Actor, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.cookies["session"] = session_of(actor)
    return client
