"""A house with many people in it: rows in bulk, past the actions, for counting what a page asks of the database."""

from datetime import timedelta
from uuid import UUID, uuid4

from stegvis.areas.admission.models import TalkRequest
from stegvis.areas.groups.models import Place
from stegvis.areas.groups.rules import PlaceState
from stegvis.areas.messages.models import Letter
from stegvis.areas.people.models import Participant
from stegvis.areas.people.rules import Language
from stegvis.kernel.actor import Actor
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round
from tests.factories.people import LONG_AGO
from tests.support import given

ONE_IN_A_HUNDRED = 100
A_GROUP = 20


def a_crowd(adviser: Actor, number: int, *, rounds: int) -> list[UUID]:
    """So many participants, each in one of these rounds and twenty more in line, one in a hundred waiting for a talk
    and as many for an answer. Gives the rounds, which meet on Thursdays.
    """
    offerings = [an_offering(adviser.organisation_id, f"Group {index}").pk for index in range(rounds)]
    round_ids = [a_round(adviser, listing_id, capacity=number) for listing_id in offerings]
    house = {"organisation_id": adviser.organisation_id}
    with given(adviser):
        crowd = [
            Participant(
                **house, pk=uuid4(), nickname=f"Somebody {one}", language=Language.NORWEGIAN, came_on=LONG_AGO
            )
            for one in range(number)
        ]
        Participant.objects.bulk_create(crowd)
        Place.objects.bulk_create(
            Place(
                **house,
                round_id=round_ids[one % rounds],
                participant=person,
                number=one + 1,
                since=NOW,
                state=PlaceState.WAITING if one < A_GROUP else PlaceState.HELD,
            )
            for one, person in enumerate(crowd)
        )
        waiting = crowd[: max(number // ONE_IN_A_HUNDRED, 2)]
        TalkRequest.objects.bulk_create(
            TalkRequest(**house, participant=one, listing_id=offerings[0], asked_at=NOW - timedelta(days=1))
            for one in waiting
        )
        Letter.objects.bulk_create(
            Letter(**house, participant=one, words="Hi", at=NOW - timedelta(hours=1))
            for one in crowd[-len(waiting) :]
        )
    return round_ids
