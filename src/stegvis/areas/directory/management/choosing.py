"""Whose services a command is about."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import CommandError

from stegvis.areas.people.api import OrganisationKind, OrganisationShown, organisations


def chosen(slug: str | None) -> OrganisationShown:
    """The organisation with this short name; without one, the only organisation there is.

    The demo has several and takes its first centre, so that its commands are short. Raises CommandError when it is
    unclear which one is meant.
    """
    known = organisations()
    if slug:
        found = [one for one in known if one.slug == slug]
    elif settings.DEMO and len(known) > 1:
        found = [one for one in known if one.kind == OrganisationKind.CENTRE and one.is_demo][:1]
    else:
        found = known
    if len(found) == 1:
        return found[0]
    if not known:
        raise CommandError("There is no organisation yet that the services could belong to. Add one first.")
    names = ", ".join(one.slug for one in known)
    raise CommandError(f"Say which organisation with --organisation: {names}.")
