"""One organisation never sees another's rows: not with `visible_to`, on PostgreSQL not without.

Every owned table is filled in two organisations and asked by raw SQL, past all of our code (promise 2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError

from stegvis.areas.directory.rules import State
from stegvis.areas.groups.models import Place
from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel import database
from stegvis.kernel.models import OwnedQuerySet
from stegvis.kernel.owned_tables import Protect
from stegvis.kernel.roles import Role
from tests.architecture.tables import is_owned, our_models
from tests.factories.admission import an_offering
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.factories.rows import a_row
from tests.support import given

pytestmark = pytest.mark.django_db
OWNED = [model for model in our_models() if is_owned(model)]
READ_BY_ALL = {
    "directory.Service": "A published offering names its service.",
    "directory.Source": "A published listing names where it comes from.",
    "directory.Listing": "Published ones; the rest has the test below.",
    "directory.ListingText": "Of published listings.",
    "directory.ListingTime": "Of published listings.",
    "directory.ListingOriginal": "Of published listings.",
    "directory.Offering": "Of published listings.",
    "directory.Alternative": "Of published listings.",
    "directory.Notice": "What people read where an offering was published before.",
    "people.Seat": "Those of the user who is signed in, to choose among.",
    "people.Participant": "Those of the user who is signed in.",
    "kernel.OrganisationKey": "Wrapped: nothing opens without the master key.",
}
"""Tables with a policy for reading beyond the own organisation, each with the reason."""
ONLY_BY_HER = {"people.Seat", "people.Participant"}
OPEN = set(READ_BY_ALL) - ONLY_BY_HER


def test_visible_to_shows_the_own_organisation_only():
    ours, theirs = an_organisation(), an_organisation()
    adviser = an_actor(ours, Role.ADVISER)
    mine, _ = a_participant(ours), a_participant(theirs)

    with given(adviser):
        assert list(Participant.objects.visible_to(adviser)) == [mine]


def test_a_role_the_model_does_not_name_sees_nothing():
    ours = an_organisation()
    manager = an_actor(ours, Role.MANAGER)
    a_participant(ours)

    with given(manager):
        assert not Participant.objects.visible_to(manager).exists()


def test_it_is_visible_to_that_hides_them(monkeypatch: pytest.MonkeyPatch):
    ours, theirs = an_organisation(), an_organisation()
    adviser = an_actor(ours, Role.ADVISER)
    a_participant(theirs)
    monkeypatch.setattr(OwnedQuerySet, "visible_to", lambda rows, actor: rows.all())

    with given(theirs.pk):  # as if the database showed them too
        assert Participant.objects.visible_to(adviser).exists()


@pytest.fixture
def filled() -> tuple[Organisation, Organisation]:
    """Two organisations with a row in every owned table."""
    ours, theirs = an_organisation(), an_organisation()
    for organisation in (ours, theirs):
        known: dict[str, Any] = {}
        for model in OWNED:
            a_row(model, organisation.pk, known)
    return ours, theirs


def _shown(model: type[models.Model], organisation: Organisation | None = None) -> int:
    """How many rows raw SQL finds, of this organisation or of all."""
    table = connection.ops.quote_name(model._meta.db_table)
    of_one = "WHERE organisation_id = %s" if organisation else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} {of_one}", [organisation.pk] if organisation else [])
        return int(cursor.fetchone()[0])


def _leaks(ours: Organisation, theirs: Organisation) -> list[str]:
    """What the database shows that it must not: anything without a context, and theirs within ours."""
    leaks = [f"{m._meta.label} without a context" for m in OWNED if _shown(m) and m._meta.label not in OPEN]
    with given(ours.pk):
        for model in OWNED:
            assert _shown(model, ours), f"{model._meta.label} is empty: this would say nothing"
            if model._meta.label not in OPEN and _shown(model, theirs):
                leaks.append(f"{model._meta.label} of the other organisation")
    return leaks


@pytest.mark.requirement("X-14")
@pytest.mark.postgresql
def test_raw_sql_finds_nothing_without_a_context_and_only_the_own_within_one(filled):
    assert _leaks(*filled) == []


@pytest.mark.requirement("X-14")
@pytest.mark.postgresql
def test_raw_sql_changes_nothing_of_another_organisation(filled):
    ours, theirs = filled
    for model in OWNED:
        table = connection.ops.quote_name(model._meta.db_table)
        with given(ours.pk), connection.cursor() as cursor:
            for change in (f"UPDATE {table} SET organisation_id = organisation_id", f"DELETE FROM {table}"):
                cursor.execute(f"{change} WHERE organisation_id = %s", [theirs.pk])
                assert cursor.rowcount == 0, (model._meta.label, change)


def test_reading_beyond_the_own_organisation_has_a_reason():
    opened = {
        apps.get_model(migration.app_label, name)._meta.label
        for migration in MigrationLoader(None).disk_migrations.values()
        for operation in migration.operations
        if isinstance(operation, Protect)
        for name in operation.also_readable
    }
    assert opened - set(READ_BY_ALL) == set()


@pytest.mark.postgresql
def test_what_is_not_published_is_not_read_by_others():
    ours = an_organisation()
    listing = an_offering(ours.pk, state=State.DRAFT)
    with connection.cursor() as cursor:
        for table, column in (("listing", "id"), ("listingtext", "listing_id"), ("offering", "listing_id")):
            cursor.execute(f"SELECT count(*) FROM directory_{table} WHERE {column} = %s", [listing.pk])
            assert cursor.fetchone() == (0,), table


ONE_ADDRESS_A_PAGE = {
    "directory.Listing": "Its address is public, and one for all organisations.",
    "directory.Notice": "It stands at the address of its listing.",
}


def test_nothing_is_unique_across_organisations_that_somebody_types():
    """Else a refusal would tell that another organisation has it."""
    telling = []
    for model in OWNED:
        alone = [
            (field.name,) for field in model._meta.local_fields if field.unique and not field.primary_key
        ]
        together = [c.fields for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
        for names in alone + together:
            columns = [model._meta.get_field(name) for name in names]
            if not any(isinstance(column, models.ForeignKey | models.UUIDField) for column in columns):
                telling += [] if model._meta.label in ONE_ADDRESS_A_PAGE else [(model._meta.label, names)]
    assert telling == []


@pytest.mark.postgresql
def test_without_a_context_nothing_can_be_written():
    ours, theirs = an_organisation(), an_organisation()
    a_participant(ours)
    with given(theirs.pk), pytest.raises(DatabaseError, match="row-level security"):
        Participant.objects.create(organisation_id=ours.pk, nickname="", language="nb", came_on="2026-01-01")


def _keys() -> Iterator[tuple[type[models.Model], models.ForeignKey[Any, Any]]]:
    for model in OWNED:
        for field in model._meta.local_fields:
            target = field.related_model
            if isinstance(field, models.ForeignKey) and isinstance(target, type) and is_owned(target):
                yield model, field


def _points_there(model: type[models.Model], field: models.ForeignKey[Any, Any], filled: Any) -> bool:
    """Whether a row of ours may be made to point to one of theirs."""
    ours, theirs = filled
    assert isinstance(field.related_model, type)
    other = a_row(field.related_model, theirs.pk)  # a new one, that nothing points to
    try:
        with given(ours.pk), transaction.atomic(), connection.cursor() as cursor:
            own = model._base_manager.filter(organisation_id=ours.pk).order_by("pk").first()
            table, column = map(connection.ops.quote_name, (model._meta.db_table, field.column))
            cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [other.pk, own.pk])
            assert cursor.rowcount == 1
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        if "same_owner" in str(error) or "check constraint" in str(error):
            return False
        raise
    return True


@pytest.mark.requirement("X-14")
@pytest.mark.postgresql
def test_no_key_can_point_into_another_organisation(filled):
    pointing = [f"{m._meta.label}.{key.name}" for m, key in _keys() if _points_there(m, key, filled)]
    assert pointing == []


# Each guard of the database taken away, and the tests above seen to notice


@contextmanager
def _as_owner(*undo: str, then: tuple[str, ...]) -> Iterator[None]:
    """What only the tables' owner may do, for the length of a block. Only in tests that commit."""
    parts = connection.settings_dict
    who = {"host": parts["HOST"], "dbname": parts["NAME"], "user": "stegvis_owner"}
    with psycopg.connect(**who, autocommit=True) as owner:
        for statement in undo:
            owner.execute(statement)
        try:
            yield
        finally:
            connection.close()
            for statement in then:
                owner.execute(statement)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_table_whose_policy_is_gone_is_noticed(filled):
    off = "ALTER TABLE groups_place DISABLE ROW LEVEL SECURITY"
    with _as_owner(off, then=("ALTER TABLE groups_place ENABLE ROW LEVEL SECURITY",)):
        noticed = _leaks(*filled)
    assert noticed == ["groups.Place without a context", "groups.Place of the other organisation"]
    assert _leaks(*filled) == []


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_key_that_is_not_bound_is_noticed(filled):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s",
            ["groups_place_round_id_same_owner"],
        )
        name, definition = cursor.fetchone()
    connection.close()
    drop = f'ALTER TABLE groups_place DROP CONSTRAINT "{name}"'
    add = f'ALTER TABLE groups_place ADD CONSTRAINT "{name}" {definition}'
    key = Place._meta.get_field("round")
    assert isinstance(key, models.ForeignKey)
    with _as_owner(
        drop, then=(f"{add} NOT VALID",)
    ):  # the row that now points there may stay until it is emptied
        assert _points_there(Place, key, filled)
    assert not _points_there(Place, key, filled)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_context_that_is_never_taken_back_is_noticed(filled, monkeypatch: pytest.MonkeyPatch):
    def for_the_whole_session(context: tuple[str, str]) -> None:
        if context != database._NOBODY:
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('stegvis.organisation', %s, false)", context[:1])

    monkeypatch.setattr(database, "_tell", for_the_whole_session)
    with given(filled[0].pk):
        pass
    try:
        assert any("without a context" in leak for leak in _leaks(*filled))
    finally:
        connection.close()
