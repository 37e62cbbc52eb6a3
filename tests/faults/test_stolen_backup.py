"""Whoever steals the database, or a dump of it, reads nothing that anybody wrote (promise 14)."""

from __future__ import annotations

import re
import subprocess
from base64 import b64decode, b64encode
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from stegvis.areas.messages import api as messages
from stegvis.areas.messages.models import Letter, Message
from stegvis.areas.people import actions
from stegvis.areas.people.actions import sessions
from stegvis.areas.people.actions.drafts import DraftShown
from stegvis.areas.people.models import Draft
from stegvis.kernel import keys
from stegvis.kernel.actor import Actor
from stegvis.kernel.encryption import EncryptedText
from stegvis.kernel.models import OrganisationKey
from stegvis.kernel.rotation import encrypted_fields
from stegvis.kernel.tasks import run_job
from tests.access.world import World, client_of
from tests.factories.admission import participant_of
from tests.factories.messages import a_kind, sent
from tests.factories.rows import a_row
from tests.support import given
from tools import throwaway_postgresql

pytestmark = pytest.mark.django_db(transaction=True)
PLANTED = re.compile(r"planted[ +_%0-9A-Za-z]*")


def dumped() -> str:
    """Everything that the database holds, as a thief has it; sessions unpacked."""
    unpacked = [Session(session_data=row.session_data).get_decoded() for row in Session.objects.all()]
    if connection.vendor == "sqlite":
        whole = connection.connection.serialize().decode("latin-1")
    else:
        known = connection.settings_dict
        host = known["HOST"] or known["OPTIONS"].get("host", "")
        command = [throwaway_postgresql.programs() / "pg_dump", "-h", host, "-U", "postgres", known["NAME"]]
        whole = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    return f"{whole}\n{unpacked}"


def found(dump: str) -> list[str]:
    return sorted(set(PLANTED.findall(dump)))


def plant_in_every_column(organisation_id: Any) -> list[str]:
    """Words in every encrypted column there is: also in those that an area adds tomorrow."""
    known: dict[str, Any] = {}
    planted = []
    for field in encrypted_fields():
        row = a_row(field.model, organisation_id, known)
        words = f"planted in {field.place()}"
        setattr(row, field.name, words)
        with given(organisation_id):
            row.save(update_fields=[field.name])
        planted.append(words)
    return planted


def test_no_encrypted_column_can_be_read_in_a_dump():
    here = World().here
    planted = plant_in_every_column(here.pk)
    assert len(planted) == len(encrypted_fields()) > 10
    assert found(dumped()) == []
    with given(here.pk):
        for field in encrypted_fields():
            kept = field.model._base_manager.values_list(field.name, flat=True)
            assert f"planted in {field.place()}" in set(kept), field.place()


def test_a_column_that_is_not_encrypted_is_found(monkeypatch: pytest.MonkeyPatch):
    """The guard taken away."""
    monkeypatch.setattr(EncryptedText, "get_prep_value", models.TextField.get_prep_value)
    plant_in_every_column(World().here.pk)
    assert len(found(dumped())) > 10


def _what_people_do(world: World) -> None:
    """Words on all the ways that words go: a name, a letter, a message, a code's slip, a draft and what is laid out."""
    now = timezone.now()
    newcomer = actions.make_code(
        Actor.visitor(world.here.pk),
        nickname="planted name",
        language="nb",
        adviser_may_let_in=False,
        over_minimum_age=True,
        secret="planted kopp planted sti",
        now=now,
    )
    messages.write(world.kari, words="planted letter", now=now)
    with a_kind():
        sent(world.ingrid, participant_of(world.kari).pk, arguments={"loaves": "planted loaves"})
    browser = client_of(world.eva)
    session = browser.session
    sessions.keep_slip(session, newcomer.code)
    sessions.lay_out(session, [DraftShown("/me/talk/", {"words": ["planted again"]})], now=now)
    session["seen"] = 0
    session.save()
    assert browser.post(reverse("messages:mine"), {"words": "planted draft"}).status_code == 302
    run_job.enqueue("kernel.clear_expired_sessions", now.isoformat())


def test_nothing_that_people_do_can_be_read_in_a_dump():
    """Journal, outbox, tasks, drafts and sessions among them."""
    world = World()
    _what_people_do(world)
    assert found(dumped()) == []
    with given(world.kari):
        assert Letter.objects.get().words == "planted letter"
        assert "planted loaves" in Message.objects.get().arguments
    with given(world.eva):
        assert "planted draft" in Draft.objects.get().content


def test_a_dump_holds_no_key_that_opens():
    world = World()
    plant_in_every_column(world.here.pk)
    dump = dumped()
    with given(world.here.pk):
        bare = keys.unwrapped(OrganisationKey.objects.get(organisation_id=world.here.pk))
    for key in (bare, b64decode(next(iter(settings.FIELD_KEYS.values())))):
        for shape in (key.hex(), b64encode(key).decode(), key.decode("latin-1")):
            assert shape not in dump
