"""The kinds of work that an organisation runs (S2-02)."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused
from stegvis.kernel.once import made_once_by

from .. import policy
from ..models import Service
from ..rules import GATED, SERVICE_NAME_LIMIT, DocumentationMode, Refusal, ServiceKind


@action
def add_service(
    actor: Actor,
    *,
    kind: ServiceKind,
    name: str,
    documentation: DocumentationMode,
    now: datetime,
    wanted_id: UUID | None = None,
) -> UUID:
    """Start a service and answer with its id. Whether a talk comes first follows from its kind (S1-12).

    `wanted_id`: the key its form carries; the same seat sending it again gets the service that is there.
    Raises NotAllowed, and Refused for an empty or too long name.
    """
    policy.require_may_shape_services(actor)
    name = name.strip()
    if not name:
        raise Refused(Refusal.NEEDS_A_NAME, field="name")
    if len(name) > SERVICE_NAME_LIMIT:
        raise Refused(Refusal.TOO_LONG, field="name", limit=SERVICE_NAME_LIMIT)

    def make(key: UUID) -> UUID:
        Service.objects.create(
            pk=key,
            organisation_id=actor.organisation_id,
            kind=kind,
            name=name,
            gated=kind in GATED,
            documentation=documentation,
        )
        journal.written(actor, "directory.service_added", about=key, outcome=kind, at=now)
        return key

    return made_once_by(actor, "directory.service_added", wanted_id, make)
