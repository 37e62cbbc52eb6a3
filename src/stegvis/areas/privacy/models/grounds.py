"""The legal grounds that an organisation has chosen."""

from __future__ import annotations

from django.db import models

from stegvis.kernel.models import OrganisationOwned, OwnedQuerySet, all_rows
from stegvis.kernel.roles import Role

from ..rules.grounds import KeptFor, LegalGround


class LegalBasis(OrganisationOwned):
    """The ground on which this organisation keeps what serves one purpose. About nobody."""

    purpose = models.CharField(max_length=20, choices=[(p.value, p.value) for p in KeptFor])
    ground = models.CharField(max_length=20, choices=[(g.value, g.value) for g in LegalGround])

    VISIBLE_TO = dict.fromkeys(set(Role) - {Role.VISITOR}, all_rows)
    objects = OwnedQuerySet["LegalBasis"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "purpose"], name="one_ground_a_purpose")
        ]
