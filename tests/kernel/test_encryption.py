"""What people wrote is unreadable without the keys, and opens only where it was written (promise 14)."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from hypothesis import given as every
from hypothesis import strategies as st

from stegvis.areas.people.models import Participant
from stegvis.kernel import encryption, keys
from stegvis.kernel.database import within
from stegvis.kernel.encryption import EncryptedText, NoOrganisation
from stegvis.kernel.keys import KeyMissing, Misplaced
from stegvis.kernel.models import OrganisationKey
from stegvis.kernel.rotation import encrypted_fields
from tests.architecture.tables import our_models
from tests.factories.people import a_participant, an_organisation
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db

OF_NO_ORGANISATION = {"people.Authenticator.secret": "belongs to a login, which may hold seats in several"}
"""Encrypted columns in tables without an organisation, each with the reason: they have the master key."""


def stored(participant: Participant, column: str = "nickname") -> str:
    """What stands in the table, past the model."""
    with given(participant.organisation_id), connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM people_participant WHERE id = %s",
            [Participant._meta.pk.get_db_prep_value(participant.pk, connection)],
        )
        return str(cursor.fetchone()[0])


def put(participant: Participant, value: str, column: str = "nickname") -> None:
    with given(participant.organisation_id), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE people_participant SET {column} = %s WHERE id = %s",
            [value, Participant._meta.pk.get_db_prep_value(participant.pk, connection)],
        )


def read(participant: Participant, column: str = "nickname") -> str:
    with given(participant.organisation_id):
        return str(Participant.objects.values_list(column, flat=True).get(pk=participant.pk))


def column_of(name: str) -> EncryptedText:
    field = Participant._meta.get_field(name)
    assert isinstance(field, EncryptedText)
    return field


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> dict[UUID, Any]:
    """As in a process that has just begun: no key is open yet."""
    empty: dict[UUID, Any] = {}
    monkeypatch.setattr(keys, "_opened", empty)
    return empty


@every(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_as_it_was(words: str):
    place = column_of("nickname")
    organisation = uuid4()
    with within(organisation_id=organisation), given(organisation):
        assert place.unsealed(place.sealed(words)) == words


def test_the_table_holds_the_name_of_a_key_and_nothing_to_read():
    kari = a_participant(an_organisation(), nickname="Kari from the third floor")
    with given(kari.organisation_id):
        key = OrganisationKey.objects.get(organisation_id=kari.organisation_id)
    assert stored(kari).startswith(f"{key.pk.hex}:")
    assert "Kari" not in stored(kari)
    assert read(kari) == "Kari from the third floor"


def test_the_same_word_never_looks_the_same_twice():
    here = an_organisation()
    assert stored(a_participant(here, nickname="Kari")) != stored(a_participant(here, nickname="Kari"))


def test_each_organisation_has_a_key_of_its_own():
    here, there = a_participant(an_organisation()), a_participant(an_organisation())
    assert stored(here).partition(":")[0] != stored(there).partition(":")[0]


def test_a_value_moved_to_another_organisation_does_not_open():
    ours, theirs = a_participant(an_organisation()), a_participant(an_organisation())
    put(theirs, stored(ours))
    with pytest.raises(Misplaced):
        read(theirs)


def test_a_value_named_after_another_organisations_key_does_not_open():
    ours, theirs = a_participant(an_organisation()), a_participant(an_organisation())
    put(theirs, f"{stored(theirs).partition(':')[0]}:{stored(ours).partition(':')[2]}")
    with pytest.raises(Misplaced):
        read(theirs)


def test_a_value_moved_to_another_column_does_not_open():
    kari = a_participant(an_organisation())
    put(kari, stored(kari), "safe_contact")
    with pytest.raises(Misplaced):
        read(kari, "safe_contact")


def test_without_the_binding_a_moved_value_opens(monkeypatch: pytest.MonkeyPatch):
    """The guard taken away: the test above would fail."""
    sealed, unsealed = keys.sealed, keys.unsealed
    monkeypatch.setattr(keys, "sealed", lambda cipher, plain, _: sealed(cipher, plain, ""))
    monkeypatch.setattr(keys, "unsealed", lambda cipher, body, _: unsealed(cipher, body, ""))
    kari = a_participant(an_organisation(), nickname="Kari")
    put(kari, stored(kari), "safe_contact")
    assert read(kari, "safe_contact") == "Kari"


@pytest.mark.parametrize("change", [lambda v: v[:-4] + "AAA=", lambda v: v[:50] + "x" + v[51:]])
def test_a_value_that_was_tampered_with_does_not_open(change: Any):
    kari = a_participant(an_organisation(), nickname="A name that is long enough to change in its middle")
    put(kari, change(stored(kari)))
    with pytest.raises(Misplaced):
        read(kari)


@pytest.mark.parametrize("value", ["Kari", "k1:abc", f"{UUID(int=7).hex}:abcd"])
def test_a_value_of_no_key_of_ours_is_not_taken_for_words(value: str):
    kari = a_participant(an_organisation())
    put(kari, value)
    with pytest.raises(KeyMissing):
        read(kari)


def test_nothing_is_written_when_nobody_said_whose_it_is():
    with given(), pytest.raises(NoOrganisation):
        Participant.objects.create(
            organisation_id=uuid4(), nickname="Kari", language="nb", came_on="2026-01-01"
        )


def test_nothing_is_written_as_another_organisations():
    here, there = an_organisation(), an_organisation()
    with given(there.pk), pytest.raises(Misplaced):
        Participant.objects.create(
            organisation_id=here.pk, nickname="Kari", language="nb", came_on="2026-01-01"
        )


@pytest.mark.sqlite
def test_nothing_is_read_when_nobody_said_whose_it_is():
    """On PostgreSQL there would be no rows to begin with."""
    a_participant(an_organisation(), nickname="Kari")
    with pytest.raises(NoOrganisation):
        list(Participant.objects.all())


def test_a_warm_process_asks_nothing_more_to_read(forgotten: dict[UUID, Any]):
    kari = a_participant(an_organisation(), nickname="Kari")
    for _ in range(2):
        with asked_of_database() as asked:
            read(kari)
        assert len(asked) == 1
    forgotten.clear()
    with asked_of_database() as asked:
        read(kari)
    assert len(asked) == 2


def test_a_transaction_that_writes_asks_once_for_the_key():
    here = an_organisation()
    kari = a_participant(here, nickname="Kari")
    with given(here.pk), asked_of_database() as asked:
        for number in range(5):
            kari.nickname = f"Kari {number}"
            kari.save(update_fields=["nickname"])
    assert sum("kernel_organisationkey" in statement for statement in asked) == 1
    assert len(asked) == 6


def test_the_key_itself_stands_nowhere_unwrapped():
    kari = a_participant(an_organisation())
    with given(kari.organisation_id):
        row = OrganisationKey.objects.get(organisation_id=kari.organisation_id)
    bare = keys.unwrapped(row)
    assert len(bare) == 32
    assert bare.hex() not in row.wrapped
    row.organisation_id = uuid4()
    with pytest.raises(KeyMissing):  # wrapped for that organisation alone
        keys.unwrapped(row)


def test_what_belongs_to_no_organisation_has_the_master_key(settings: Any):
    kept = encryption.encrypt("kopp sti bjork regn", bound_to="people.slip")
    assert kept.startswith(f"{next(iter(settings.FIELD_KEYS))}:")
    assert encryption.decrypt(kept, bound_to="people.slip") == "kopp sti bjork regn"
    with pytest.raises(Misplaced):
        encryption.decrypt(kept, bound_to="people.typed")
    settings.FIELD_KEYS = {"other": next(iter(settings.FIELD_KEYS.values()))}
    with pytest.raises(KeyMissing):
        encryption.decrypt(kept, bound_to="people.slip")


def test_every_encrypted_column_belongs_to_an_organisation_or_says_why_not():
    ours = {model._meta.label for model in our_models()}
    loose = set()
    for field in encrypted_fields():
        assert field.model._meta.label in ours
        if not field.is_owned():
            loose.add(f"{field.model._meta.label}.{field.name}")
    assert loose == set(OF_NO_ORGANISATION)
