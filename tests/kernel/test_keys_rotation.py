"""New keys while the program runs: 0 unreadable, 0 with an old key, also after a kill in the middle (promise 15)."""

from __future__ import annotations

import json
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections, transaction

from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel import encryption, keys, rotation
from stegvis.kernel.action import changing, trying
from stegvis.kernel.database import within
from stegvis.kernel.models import JournalEntry, OrganisationKey
from tests.factories.people import a_participant, an_organisation
from tests.kernel.test_encryption import put, read, stored
from tests.support import given

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ANOTHER = b64encode(b"another key of thirty-two bytes!").decode()


@pytest.fixture(autouse=True)
def _forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_opened", {})


def turn() -> rotation.Turned:
    """Rotate as a process that has just begun, without waiting for readers: there are none."""
    return rotation.rotate(now=NOW, pause=lambda _: None)


def keys_of(organisation: Organisation) -> list[tuple[UUID, bool]]:
    with given(organisation.pk):
        rows = OrganisationKey.objects.filter(organisation_id=organisation.pk).order_by("retired", "pk")
        return list(rows.values_list("pk", "retired"))


def people(organisation: Organisation, count: int) -> list[Participant]:
    return [a_participant(organisation, nickname=f"Nr {n}", safe_contact="Ring") for n in range(count)]


def all_read(rows: list[Participant]) -> bool:
    """Whether each says what it said, to a process that has just begun."""
    keys._opened.clear()
    return [read(row) for row in rows] == [f"Nr {n}" for n in range(len(rows))]


def test_every_value_is_written_anew_and_the_old_key_is_gone():
    here, there = an_organisation(), an_organisation()
    rows, others = people(here, 5), people(there, 3)
    old = {keys_of(here)[0][0], keys_of(there)[0][0]}
    before = stored(rows[0])

    turned = turn()

    assert (turned.organisations, turned.rewritten, turned.unreadable) == (2, 16, 0)
    assert (turned.retired_keys, turned.old_left) == (2, 0)
    assert stored(rows[0]) != before
    assert all_read(rows)
    assert all_read(others)
    left = [*keys_of(here), *keys_of(there)]
    assert [retired for _, retired in left] == [False, False]
    assert old.isdisjoint(key for key, _ in left)


def test_the_journal_says_that_keys_were_made_and_retired():
    here = an_organisation()
    people(here, 1)
    turn()
    with given(here.pk):
        assert list(JournalEntry.objects.order_by("what").values_list("what", "role")) == [
            ("kernel.key_made", "housekeeper"),
            ("kernel.key_retired", "housekeeper"),
        ]


def test_what_is_written_in_the_same_transaction_after_the_turn_has_the_new_key():
    here = an_organisation()
    with given(here.pk):
        people(here, 1)
        turn()
        [later] = people(here, 1)
        assert stored(later).startswith(keys_of(here)[0][0].hex)


class Killed(BaseException):
    pass


@pytest.fixture
def killed_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the rotation die after so many batches, in the middle of the next one."""
    whole = rotation._rewrite

    def die_after(batches: int) -> None:
        left = iter(range(batches))

        def rewrite(*args: Any) -> None:
            whole(*args)
            if args[1] and next(left, None) is None:
                monkeypatch.setattr(rotation, "_rewrite", whole)
                raise Killed

        monkeypatch.setattr(rotation, "_rewrite", rewrite)

    return die_after


@pytest.mark.parametrize(("batches", "left"), [(0, 14), (1, 12), (3, 8), (4, 7), (5, 5), (7, 1)])
def test_a_killed_rotation_goes_on_where_it_stopped(
    killed_after: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, batches: int, left: int
):
    monkeypatch.setattr(rotation, "AT_A_TIME", 2)
    here = an_organisation()
    rows = people(here, 7)
    killed_after(batches)
    with pytest.raises(Killed):
        turn()
    assert all_read(rows)
    assert len(keys_of(here)) == 2
    [newest] = [key for key, retired in keys_of(here) if not retired]

    turned = turn()
    assert (turned.unreadable, turned.old_left, turned.retired_keys) == (0, 0, 1)
    assert turned.rewritten == left
    assert keys_of(here) == [(newest, False)]
    assert all_read(rows)


def test_a_key_that_a_value_needs_is_kept_and_the_command_says_so():
    here = an_organisation()
    rows = people(here, 3)
    put(rows[1], stored(rows[1])[:-6] + "AAAAA=")
    said = StringIO()
    with pytest.raises(CommandError, match="1 still have an old key"):
        call_command("rotate_keys", "--json", stdout=said)
    numbers = json.loads(said.getvalue())
    assert (numbers["rewritten"], numbers["unreadable"], numbers["old_left"]) == (5, 1, 1)
    assert [retired for _, retired in keys_of(here)] == [False, True]
    assert (read(rows[0]), read(rows[2])) == ("Nr 0", "Nr 2")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "STILL_READING", 0)


def test_a_dry_run_says_what_would_be_and_changes_nothing():
    here = an_organisation()
    rows = people(here, 4)
    before = stored(rows[0]), keys_of(here)
    said = StringIO()
    call_command("rotate_keys", "--dry-run", "--json", stdout=said)
    assert json.loads(said.getvalue()) == {
        "organisations": 1, "rewritten": 0, "unreadable": 0, "retired_keys": 1, "rewrapped_keys": 0, "old_left": 8,
    }  # fmt: skip
    assert (stored(rows[0]), keys_of(here)) == before


def test_the_command_says_what_it_did():
    people(an_organisation(), 2)
    said = StringIO()
    call_command("rotate_keys", stdout=said)
    assert said.getvalue() == "1 organisations: 4 values written anew, 1 old keys retired.\n"


def test_a_new_master_key_takes_over_without_touching_words(settings: Any):
    here = an_organisation()
    rows = people(here, 2)
    before = stored(rows[0])
    settings.FIELD_KEYS = {"second": ANOTHER, **settings.FIELD_KEYS}
    assert rotation.would_turn(master=True).rewrapped_keys == 1
    turned = rotation.rotate_master(now=NOW)
    assert (turned.rewrapped_keys, turned.unreadable) == (1, 0)
    settings.FIELD_KEYS = {"second": ANOTHER}
    assert keys.masters_missing() == []
    assert all_read(rows)
    assert stored(rows[0]) == before
    assert rotation.rotate_master(now=NOW).rewrapped_keys == 0


def test_without_its_master_key_nothing_opens_and_nothing_is_changed(settings: Any):
    here = an_organisation()
    rows = people(here, 2)
    before = stored(rows[0]), keys_of(here)
    right = settings.FIELD_KEYS
    for wrong in ({"second": ANOTHER}, dict.fromkeys(right, ANOTHER)):
        keys._opened.clear()
        settings.FIELD_KEYS = wrong
        assert keys.masters_missing() == list(right)
        with pytest.raises(keys.KeyMissing):
            read(rows[0])
        with pytest.raises(keys.KeyMissing), transaction.atomic():
            people(here, 1)
        for words in (["--json"], ["--master"], ["--dry-run"]):
            with pytest.raises(CommandError, match="The master key test is missing from STEGVIS_FIELD_KEYS"):
                call_command("rotate_keys", *words)
        with pytest.raises(CommandError, match="nothing is lost"):
            call_command("worker", "--until-idle")
    settings.FIELD_KEYS = right
    assert (stored(rows[0]), keys_of(here)) == before
    assert all_read(rows)


def test_two_that_write_the_first_words_at_once_share_one_key(monkeypatch: pytest.MonkeyPatch):
    here = an_organisation()
    [first] = people(here, 1)
    ask = keys._ask
    answers: Iterator[UUID | None] = iter([None, None])  # as of before the other one's came about
    monkeypatch.setattr(keys, "_ask", lambda organisation: next(answers, ask(organisation)))
    with given(here.pk):
        assert keys.for_writing(here.pk).id.hex == stored(first).partition(":")[0]
    assert len(keys_of(here)) == 1


def test_a_key_made_in_a_part_that_was_undone_is_not_written_with():
    here = an_organisation()
    undone: list[UUID] = []

    def fails() -> None:
        with trying():
            undone.append(keys.for_writing(here.pk).id)
            raise RuntimeError

    with given(here.pk):
        with pytest.raises(RuntimeError):
            fails()
        [row] = people(here, 1)
    assert not stored(row).startswith(undone[0].hex)
    assert all_read([row])


class Writer(threading.Thread):
    """Somebody who has written and not yet said so to the database."""

    def __init__(self, organisation: Organisation) -> None:
        super().__init__(daemon=True)
        self.organisation, self.row = organisation, None
        self.wrote, self.may_end = threading.Event(), threading.Event()

    def run(self) -> None:
        try:
            with changing(), within(organisation_id=self.organisation.pk):
                self.row = Participant.objects.create(
                    organisation_id=self.organisation.pk, nickname="Nr 0", language="nb", came_on=NOW
                )
                self.wrote.set()
                self.may_end.wait(20)
        finally:
            connections.close_all()


def _turned_meanwhile(here: Organisation) -> tuple[bool, Participant]:
    """Rotate while somebody is writing: whether the rotation waited for her, and what she wrote."""
    people(here, 1)
    writer = Writer(here)
    writer.start()
    assert writer.wrote.wait(20)

    def rotate() -> None:
        try:
            turn()
        finally:
            connections.close_all()

    rotating = threading.Thread(target=rotate, daemon=True)
    rotating.start()
    rotating.join(1)
    waited = rotating.is_alive()
    writer.may_end.set()
    writer.join(20)
    rotating.join(20)
    assert writer.row is not None
    return waited, writer.row


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_rotation_waits_for_whoever_is_writing():
    waited, row = _turned_meanwhile(an_organisation())
    assert waited
    assert all_read([row])


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_without_holding_the_key_what_is_being_written_would_be_lost(monkeypatch: pytest.MonkeyPatch):
    """The guard taken away."""
    monkeypatch.setattr(keys, "HELD", keys.HELD.replace("{}", ""))
    waited, row = _turned_meanwhile(an_organisation())
    assert not waited
    keys._opened.clear()
    with pytest.raises(keys.KeyMissing):
        read(row)


def test_every_encrypted_column_of_the_house_is_turned():
    """By introspection: a column that an area adds tomorrow is among them."""
    found = {field.place() for field in rotation.encrypted_fields()}
    assert {"people_participant.nickname", "messages_letter.words", "admission_talk.good_for_me"} <= found
    assert all(isinstance(field, encryption.EncryptedText) for field in rotation.encrypted_fields())
