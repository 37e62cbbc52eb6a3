"""Telling somebody something: the line every other area writes into its own actions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound

from ..models import Delivery, Message, Reach
from ..rules import DeliveryState, Way, first_delivery, kind_of, known_kind


def send(
    actor: Actor,
    *,
    participant_id: UUID,
    kind: str,
    about: UUID,
    arguments: Mapping[str, str],
    key: str,
    now: datetime,
) -> None:
    """Tell this participant something, as part of the action that made it so. Changes nothing when `key` was sent.

    It stands on her page in any case. Outside, it goes only the way she chose; who can neither log in nor chose a way
    gets a line in the call list. The caller's action tells the journal what happened. At most 5 statements, one of
    them for the key that the first words of a transaction are written with.

    `key` names what is told, by ids, at most 200 characters: "groups.place_offered:<place>:<number>". Raises KeyError
    for a kind that no area declared, NotFound for a participant of another organisation.
    """
    kind_of(kind)
    message = Message(
        pk=uuid4(),
        organisation_id=actor.organisation_id,
        participant_id=participant_id,
        kind=kind,
        about=about,
        arguments=json.dumps(dict(arguments)) if arguments else "",
        key=key,
        at=now,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)
    stands = (
        Message.objects.select_related("participant")
        .only(
            "kind",
            "organisation_id",
            "participant_id",
            "participant__organisation_id",
            "participant__user_id",
        )
        .filter(organisation_id=actor.organisation_id, key=key)
        .first()
    )
    if stands is None or stands.participant.organisation_id != actor.organisation_id:
        raise NotFound
    if stands.pk == message.pk:
        _deliver(stands, now)


def _deliver(message: Message, now: datetime) -> None:
    way = Reach.objects.filter(participant_id=message.participant_id).values_list("way", flat=True).first()
    planned = first_delivery(has_login=message.participant.user_id is not None, way=Way(way or Way.HERE))
    if planned is None:
        return
    state, why = planned
    kind = known_kind(message.kind)
    if state is DeliveryState.TO_CALL and kind is not None and kind.hers_alone:
        return
    Delivery.objects.create(
        organisation_id=message.organisation_id,
        message=message,
        state=state,
        why=why or "",
        since=now,
        not_before=now,
    )


def withdraw(actor: Actor, *, key: str, now: datetime) -> None:
    """Take a message back that no longer applies, as part of the action that made it so: the offer went on.

    Only one that she has not seen, nor was told; any other stays as it is. An e-mail or call under way is dropped.
    """
    message = Message.objects.filter(organisation_id=actor.organisation_id, key=key)
    if message.filter(reached_at=None, withdrawn_at=None).update(withdrawn_at=now):
        open_states = (DeliveryState.WAITING, DeliveryState.TO_CALL)
        Delivery.objects.filter(message__in=message, state__in=open_states).update(
            state=DeliveryState.DROPPED, since=now
        )
