"""Tasks and the roster know nothing of each other but one question: can this meeting be held without anybody's help."""

from datetime import timedelta

import pytest
from django.apps import apps

from stegvis.areas.responsibilities import queries
from stegvis.areas.staffing import api as staffing
from tests.factories.admission import NOW
from tests.support import asked_of_database, given

from .scene import Scene


@pytest.mark.requirement("S1-25")
@pytest.mark.django_db
def test_three_people_with_a_task_are_no_employee():
    scene = Scene(people=3)
    for person in scene.people:
        scene.running(person)
    scene.fall_ill(scene.ingrid)
    told = staffing.staffed(scene.ingrid, [scene.sessions[0]], NOW)[scene.sessions[0]]
    assert (told.on_duty, told.needed, told.can_be_held) == (1, 2, False)


@pytest.mark.requirement("S1-25")
@pytest.mark.requirement("S1-27")
def test_no_question_of_the_roster_reaches_a_task(scene):
    scene.running()
    with asked_of_database() as statements:
        staffing.staffed(scene.ingrid, scene.sessions, NOW)
        monday = staffing.which_week(scene.berit, NOW)
        staffing.week(scene.berit, monday, NOW, "en")
        staffing.door(scene.ingrid, NOW)
        scene.fall_ill(scene.ingrid)
        staffing.check_due(scene.keeper, now=NOW + timedelta(days=3))
    assert len(statements) > 5
    assert [one for one in statements if "responsibilities_" in one] == []


def test_no_table_of_the_roster_points_to_a_task_or_to_who_comes():
    models = apps.get_app_config("staffing").get_models()
    pointed = {
        field.related_model._meta.label
        for model in models
        for field in model._meta.fields
        if field.is_relation
    }
    assert not {label for label in pointed if label.startswith("responsibilities.")}
    assert "people.Participant" not in pointed


@pytest.mark.django_db
@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda scene: queries.on_desk(scene.ingrid, NOW, "en"), id="the desk"),
        pytest.param(lambda scene: queries.in_short(scene.ingrid, NOW, "en"), id="today"),
        pytest.param(
            lambda scene: queries.on_session(scene.ingrid, scene.sessions[0], NOW), id="a meeting's page"
        ),
        pytest.param(lambda scene: queries.my_tasks(scene.kari, NOW, "en"), id="her own"),
    ],
)
def test_many_with_a_task_ask_the_database_as_little_as_one(read):
    scene = Scene()
    scene.running()
    with asked_of_database() as one:
        read(scene)
    for _ in range(4):
        scene.running(scene.another())
    with asked_of_database() as many:
        read(scene)
    assert len(many) == len(one) <= 25


def test_a_house_without_tasks_is_asked_once(scene):
    with given(scene.ingrid):
        apps.get_model("responsibilities", "Task").objects.all().delete()
    for panel in (queries.on_session, queries.on_round):
        with asked_of_database() as statements:
            assert panel(scene.ingrid, scene.round, NOW) is None
        assert len(statements) == 1
    with asked_of_database() as statements:
        assert queries.on_place(scene.kari, scene.round, NOW) is None
        assert queries.on_meeting(scene.kari, scene.sessions[0], NOW) is None
    assert len(statements) == 2
