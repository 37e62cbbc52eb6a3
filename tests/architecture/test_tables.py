"""Every table has an owner, and PostgreSQL keeps it apart."""

import pytest
from django.core.management import call_command
from django.db import connection, models
from django.test.utils import isolate_apps

from stegvis.areas.groups.models import Place
from stegvis.areas.people.models import Participant
from stegvis.kernel.models import OrganisationOwned
from stegvis.kernel.owned_tables import Protect
from tests.architecture.tables import (
    OWNED_BY_NOBODY,
    is_owned,
    our_models,
    protection_missing,
    way_to_participant,
    without_owner,
)


def test_every_table_belongs_to_an_organisation_or_says_why_not():
    assert without_owner(our_models(), OWNED_BY_NOBODY) == []


def test_no_excuse_outlives_its_table():
    labels = {model._meta.label for model in our_models() if not is_owned(model)}
    assert set(OWNED_BY_NOBODY) <= labels
    assert all(len(reason.split()) > 4 for reason in OWNED_BY_NOBODY.values())


@isolate_apps("stegvis.areas.people")
def test_a_table_without_an_owner_is_noticed():
    class Stray(models.Model):
        class Meta:
            app_label = "people"

    assert without_owner([Stray], OWNED_BY_NOBODY) == ["people.Stray"]


@pytest.mark.parametrize("model", [m for m in our_models() if is_owned(m)], ids=lambda m: m._meta.label)
def test_a_table_says_whom_its_rows_are_about(model: type[OrganisationOwned]):
    """Own copy, erasure and closed doors go by it: a table that forgets it would be left out of all three."""
    assert way_to_participant(model) == model.ABOUT


@isolate_apps("stegvis.areas.groups", "stegvis.areas.people")
def test_a_table_that_forgets_whom_it_is_about_is_noticed():
    class Remark(OrganisationOwned):
        to = models.ForeignKey(Participant, on_delete=models.CASCADE)

        class Meta:
            app_label = "groups"

    assert way_to_participant(Remark) == "to_id" != Remark.ABOUT


@pytest.mark.django_db
def test_migrations_are_in_step_with_the_models():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.parametrize("model", [m for m in our_models() if is_owned(m)], ids=lambda m: m._meta.label)
def test_postgresql_keeps_the_table_apart(model: type[models.Model]):
    assert protection_missing(model) == []


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_table_that_was_not_protected_is_noticed():
    """A table that `Protect` never met: Django's own sessions, looked at as if they were Place."""
    unprotected = type("Unprotected", (), {"_meta": _Meta("django_session", Place)})
    missing = protection_missing(unprotected)  # type: ignore[arg-type]
    assert len(missing) == 3 + len([f for f in Place._meta.local_fields if f.is_relation])


class _Meta:
    def __init__(self, table: str, model: type[models.Model]) -> None:
        self.db_table, self.pk, self.local_fields = table, model._meta.pk, model._meta.local_fields


@pytest.mark.postgresql
@pytest.mark.django_db
def test_we_are_the_role_that_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("stegvis_app", False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


def test_protecting_is_written_in_each_area_for_every_owned_table():
    """The migrations name every owned model, so that none is left open unnoticed."""
    from django.db.migrations.loader import MigrationLoader

    named = {
        f"{migration.app_label}.{name}"
        for migration in MigrationLoader(None).disk_migrations.values()
        for operation in migration.operations
        if isinstance(operation, Protect)
        for name in operation.models
    }
    assert {m._meta.label_lower for m in our_models() if is_owned(m)} - named == set()
    assert Participant._meta.label_lower in named
