"""The kinds of work that an organisation runs (S2-02)."""

from datetime import datetime
from uuid import UUID

from stegvis.kernel import journal
from stegvis.kernel.action import action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Refused

from .. import policy
from ..models import Service
from ..rules import GATED, SERVICE_NAME_LIMIT, DocumentationMode, Refusal, ServiceKind


@action
def add_service(
    actor: Actor, *, kind: ServiceKind, name: str, documentation: DocumentationMode, now: datetime
) -> UUID:
    """Start a service and answer with its id. Whether a talk comes first follows from its kind (S1-12).

    Raises NotAllowed, and Refused for an empty or too long name.
    """
    policy.require_may_shape_services(actor)
    name = name.strip()
    if not name:
        raise Refused(Refusal.NEEDS_A_NAME, field="name")
    if len(name) > SERVICE_NAME_LIMIT:
        raise Refused(Refusal.TOO_LONG, field="name", limit=SERVICE_NAME_LIMIT)
    service = Service.objects.create(
        organisation_id=actor.organisation_id,
        kind=kind,
        name=name,
        gated=kind in GATED,
        documentation=documentation,
    )
    journal.written(actor, "directory.service_added", about=service.pk, outcome=kind, at=now)
    return service.pk
