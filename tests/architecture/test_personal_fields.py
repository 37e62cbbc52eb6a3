"""Every column that may say something about a person is declared: what for, on which ground, how long."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from stegvis.kernel import personal_data
from stegvis.kernel.models import OrganisationOwned
from tests.architecture.tables import open_words, our_models, undeclared

ALL = our_models()


@pytest.mark.parametrize("model", ALL, ids=lambda m: m._meta.label)
def test_no_field_about_people_is_undeclared(model: type[models.Model]):
    assert undeclared(model) == []


@pytest.mark.parametrize("model", ALL, ids=lambda m: m._meta.label)
def test_free_text_about_people_is_unreadable_in_a_stolen_backup(model: type[models.Model]):
    assert open_words(model) == []


def test_the_register_names_only_fields_that_exist():
    columns = {(m._meta.label, field.name) for m in ALL for field in m._meta.local_fields}
    declared = {(field.model, field.field) for field in personal_data.register()}
    assert declared - columns == set()
    assert personal_data._not_personal - columns == set()


def test_no_field_is_both_personal_and_not():
    declared = {(field.model, field.field) for field in personal_data.register()}
    assert declared & personal_data._not_personal == set()


def test_every_purpose_is_a_sentence():
    for field in personal_data.register():
        assert len(field.purpose.split()) >= 3, field


@isolate_apps("stegvis.areas.people", "stegvis.areas.groups", "stegvis.areas.directory")
def test_an_undeclared_field_is_noticed():
    from stegvis.areas.people.models import Participant

    class Remark(OrganisationOwned):
        about = models.ForeignKey(Participant, on_delete=models.CASCADE)
        words = models.TextField()
        seen_on = models.DateField()

        class Meta:
            app_label = "groups"

    assert undeclared(Remark) == ["groups.Remark.words", "groups.Remark.seen_on"]


@isolate_apps("stegvis.areas.groups")
def test_open_words_are_noticed(monkeypatch: pytest.MonkeyPatch):
    class Remark(OrganisationOwned):
        words = models.TextField()

        class Meta:
            app_label = "groups"

    field = personal_data.PersonalField(
        "groups.Remark",
        "words",
        "What somebody said",
        personal_data.Ground.CONSENT,
        personal_data.KeepFor.FIVE_YEARS,
        personal_data.Erase.DELETE_ROW,
    )
    monkeypatch.setitem(personal_data._register, ("groups.Remark", "words"), field)
    assert open_words(Remark) == ["groups.Remark.words"]
