"""Organisations, people in seats, participants."""

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from stegvis.areas.people.models import Organisation, Participant, Seat, User
from stegvis.areas.people.rules import Country, Language, OrganisationKind
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.support import given

_number = count(1)
LONG_AGO = date(2020, 1, 1)


def an_organisation(**fields: Any) -> Organisation:
    number = next(_number)
    defaults = {
        "slug": f"centre-{number}",
        "name": f"Centre {number}",
        "kind": OrganisationKind.CENTRE,
        "country": Country.NORWAY,
        "language": Language.NORWEGIAN,
    }
    with given():
        return Organisation.objects.create(**{**defaults, **fields})


def a_user(**fields: Any) -> User:
    with given():
        return User.objects.create(**{"password": "!", **fields})


def a_seat(organisation: Organisation, role: Role, *, user: User | None = None, **fields: Any) -> Seat:
    user = user or a_user()
    defaults: dict[str, Any] = {"name": "" if role is Role.PARTICIPANT else "Ingrid", "from_on": LONG_AGO}
    with given(organisation.pk):
        return Seat.objects.create(
            organisation_id=organisation.pk, user=user, role=role, **{**defaults, **fields}
        )


def an_actor(organisation: Organisation, role: Role, **fields: Any) -> Actor:
    """Somebody in a seat of this organisation; a participant also gets a participant row, found by her user."""
    seat = a_seat(organisation, role, **fields)
    if role is Role.PARTICIPANT:
        a_participant(organisation, user=seat.user)
    return Actor.in_seat(organisation_id=organisation.pk, role=role, user_id=seat.user_id, seat_id=seat.pk)


def a_participant(organisation: Organisation, **fields: Any) -> Participant:
    this_month = timezone.localdate().replace(day=1)
    defaults = {
        "nickname": "Kari",
        "language": Language.NORWEGIAN,
        "came_on": LONG_AGO,
        "here_in": this_month,
    }
    with given(organisation.pk):
        return Participant.objects.create(organisation_id=organisation.pk, **{**defaults, **fields})
