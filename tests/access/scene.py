"""An organisation that knows all of one participant that its tables can hold, in words that stand out."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models

from stegvis.areas.admission import api as admission
from stegvis.areas.admission.models import Talk
from stegvis.areas.groups.models import Place, Session
from stegvis.areas.messages import api as messages
from stegvis.areas.people.models import LoginCode, Seat
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationOwned
from tests.access.visibility import OF_TABLE, Kind
from tests.access.world import World
from tests.architecture.tables import our_models
from tests.factories.admission import NOW, participant_of
from tests.factories.rows import a_row
from tests.support import given

NOT_WORDS = {
    "messages.Message.arguments": "JSON that fills the words of the message",
    "outings.Capacity.said": "codes and numbers",
}
"""Encrypted columns that hold no words of a person."""


def about_participants() -> list[type[OrganisationOwned]]:
    return [m for m in our_models() if issubclass(m, OrganisationOwned) and m.ABOUT]


def a_scene(world: World) -> dict[str, dict[str, Any]]:
    """Make it about Kari; gives the keys of the pages about her, by the page's name."""
    keys = _as_the_house_makes_it(world)
    kari = participant_of(world.kari)
    known: dict[str, Any] = {"people.Participant": kari}
    with given(world.here.pk):
        known["people.Seat"] = Seat.objects.get(pk=world.ingrid.seat_id)
        for model in about_participants():
            row = model._base_manager.filter(**{model.ABOUT: kari.pk}).first()
            known.setdefault(model._meta.label, row) if row else None
    for model in about_participants():
        a_row(model, world.here.pk, known)
    with given(world.here.pk):
        for model in about_participants():
            _mark(model, kari.pk)
    return keys


def _as_the_house_makes_it(world: World) -> dict[str, dict[str, Any]]:
    place_id = world.place(world.ingrid, world.kari)
    task = {"responsibility_id": world.task(world.ingrid, world.kari, place_id)}
    admission.ask_for_talk(world.kari, listing_id=None, how_to_reach=None, now=NOW)
    messages.write(world.kari, words="Hello", now=NOW)
    kari = participant_of(world.kari).pk
    with given(world.here.pk):
        talk = Talk.objects.get(participant_id=kari)
        place = Place.objects.get(pk=place_id)
        session = Session.objects.filter(round_id=place.round_id).order_by("starts_at").first()
        LoginCode.objects.create(
            user_id=world.kari.user_id,
            public_part=uuid4().hex[:12],
            secret_hash="!",
            adviser_may_let_in=True,
            created_on=NOW,
        )
    assert session is not None
    return {
        "admission:talk": {"talk_id": talk.pk},
        "groups:round": {"round_id": place.round_id},
        "groups:change_round": {"round_id": place.round_id},
        "groups:session": {"session_id": session.pk},
        "groups:session_list": {"session_id": session.pk},
        "groups:this_time": {"session_id": session.pk},
        "groups:my_place": {"place_id": place.pk},
        "groups:places_for": {"participant_id": kari},
        "responsibilities:my_task": task,
        "responsibilities:task": task,
        "responsibilities:paper": task,
    }


def _mark(model: type[OrganisationOwned], kari: Any) -> None:
    for field in model._meta.local_fields:
        if f"{model._meta.label}.{field.name}" in words():
            rows = model._base_manager.filter(**{model.ABOUT: kari})
            model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
                **{field.name: mark(model, field)}
            )


def words() -> dict[str, Kind]:
    """Every column that holds words about a participant, and the kind of data it is."""
    return {
        name: OF_TABLE[model._meta.label]
        for model in about_participants()
        for field in model._meta.local_fields
        if isinstance(field, EncryptedText)
        and (name := f"{model._meta.label}.{field.name}") not in NOT_WORDS
        and model._meta.label in OF_TABLE
    }


def mark(model: type[models.Model], field: models.Field[Any, Any]) -> str:
    """The words that stand in this column, and in no other."""
    return f"Zq{model.__name__}{field.name.title().replace('_', '')}qZ"


def marks() -> dict[str, Kind]:
    """The words that stand out, and the kind of data each gives away."""
    found = {}
    for model in about_participants():
        for field in model._meta.local_fields:
            if kind := words().get(f"{model._meta.label}.{field.name}"):
                found[mark(model, field)] = kind
    return found
