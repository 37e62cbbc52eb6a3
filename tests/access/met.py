"""The forms that somebody meets, as a browser reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from django.test import Client
from django.urls import reverse

from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES
from tests.access.world import World, client_of
from tests.faults.forms import Form, forms_of

ENDING = {"people:leave", "people:sign_out", "people:come_back", "demo:people"}


def forms_met(world: World, role: Role, keys: dict[str, dict[str, Any]]) -> Iterator[tuple[Client, Form]]:
    """Each kind of form that this role meets, once, with the browser that it stands in."""
    met = set()
    for address in addresses():
        page = PAGES.get(address.name)
        if page is None or role not in page.opens or not page.reads or address.name in ENDING:
            continue
        client = client_of(world.actor(role))
        path = reverse(address.name, kwargs=keys.get(address.name) or (page.own(world) if page.own else {}))
        answer = client.get(path)
        for form in [] if answer.streaming else forms_of(answer.content.decode(errors="replace")):
            form.action = urljoin(path, form.action)
            kind = (address.name, *sorted(form.controls), *sorted({name for name, _ in form.buttons}))
            if form.method == "post" and kind not in met:
                met.add(kind)
                yield client, form
