"""People with a place in a round, and who of them was there: for tests of meetings."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from stegvis.areas.groups import actions
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.groups import a_round
from tests.factories.people import an_actor

THURSDAY = datetime(2026, 11, 26, 11, 30, tzinfo=UTC)


def with_a_place(somebody: Actor, adviser: Actor, round_id: UUID, now: datetime = NOW) -> Actor:
    """She has had her talk and takes a place."""
    a_held_talk(adviser, participant_of(somebody).pk)
    actions.take_place(somebody, round_id=round_id, now=now)
    return somebody


def somebody_in(adviser: Actor, round_id: UUID, now: datetime = NOW) -> Actor:
    """A new participant with a place."""
    centre = Organisation.objects.get(pk=adviser.organisation_id)
    return with_a_place(an_actor(centre, Role.PARTICIPANT), adviser, round_id, now)


def ten_days_with(somebody: Actor, adviser: Actor, listing_id: UUID) -> UUID:
    """A round of days from today on, in which she has a place."""
    today: date = timezone.localtime(timezone.now()).date()
    dates = {"from_on": today, "until_on": today + timedelta(days=9), "recurrence": "FREQ=DAILY"}
    round_id = a_round(adviser, listing_id, **dates)
    with_a_place(somebody, adviser, round_id, now=timezone.now())
    return round_id


def attend(actor: Actor, session_id: UUID, *who: Actor, now: datetime = THURSDAY) -> None:
    ids = [participant_of(one).pk for one in who]
    actions.attend(actor, session_id=session_id, participant_ids=ids, now=now)
