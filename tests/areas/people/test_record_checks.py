"""A record check is noted as shown and nothing else, and only where a law has it shown (X-08, J8 step 4)."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from stegvis.areas.people import actions, queries, tasks
from stegvis.areas.people.forms import CheckForm
from stegvis.areas.people.models import Organisation, RecordCheck
from stegvis.areas.people.rules import CheckedTask, CheckKind, Country, Reason
from stegvis.areas.people.rules.record_checks import KIND_OF, decide_day, may_be_noted, tasks_named_by_law
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.areas.people.pages import NOW
from tests.factories.people import a_seat, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.requirement("X-08")
TODAY = NOW.date()
NO, DK, SE = Country.NORWAY, Country.DENMARK, Country.SWEDEN


@pytest.mark.parametrize(
    ("country", "minimum_age", "tasks"),
    [
        (NO, 16, {CheckedTask.MINORS, CheckedTask.INTELLECTUAL_DISABILITY}),
        (NO, 18, {CheckedTask.INTELLECTUAL_DISABILITY}),
        (DK, 18, set()),
        (DK, 15, set()),
        (DK, 13, {CheckedTask.UNDER_FIFTEEN}),
        (SE, 18, set()),
        (SE, 16, {CheckedTask.CHILDREN}),
    ],
)
def test_which_tasks_a_law_names(country: Country, minimum_age: int, tasks: set[CheckedTask]):
    assert set(tasks_named_by_law(country, minimum_age=minimum_age)) == tasks


@pytest.mark.parametrize(
    ("role", "task", "country", "minimum_age", "why_not"),
    [
        (Role.VOLUNTEER, CheckedTask.MINORS, NO, 16, None),
        (Role.VOLUNTEER, CheckedTask.INTELLECTUAL_DISABILITY, NO, 18, None),
        (Role.VOLUNTEER, CheckedTask.MINORS, NO, 18, Reason.ROLE_NEEDS_NO_CHECK),
        (Role.VOLUNTEER, None, NO, 16, Reason.ROLE_NEEDS_NO_CHECK),
        (Role.VOLUNTEER, CheckedTask.CHILDREN, SE, 18, Reason.NO_LAW_FOR_CHECK),
        (Role.VOLUNTEER, CheckedTask.UNDER_FIFTEEN, DK, 18, Reason.NO_LAW_FOR_CHECK),
        (Role.MANAGER, CheckedTask.MINORS, NO, 16, Reason.ROLE_MEETS_NOBODY),
        (Role.PARTICIPANT, CheckedTask.MINORS, NO, 16, Reason.ROLE_MEETS_NOBODY),
    ],
)
def test_for_whom_a_check_may_be_noted(role, task, country, minimum_age, why_not):
    assert may_be_noted(role=role, task=task, country=country, minimum_age=minimum_age) == why_not


@pytest.mark.parametrize(
    ("shown_on", "possible"),
    [(TODAY, True), (TODAY + timedelta(days=1), False), (date(1990, 1, 1), False), (date(2020, 5, 4), True)],
)
def test_on_which_day_it_can_have_been_shown(shown_on: date, possible: bool):
    assert (decide_day(shown_on, today=TODAY) is None) is possible


def test_every_country_has_its_paper():
    assert set(KIND_OF) == set(Country)
    assert set(KIND_OF.values()) == set(CheckKind)


def test_there_is_no_column_for_what_stands_in_it():
    columns = {field.name: type(field) for field in RecordCheck._meta.get_fields()}
    assert set(columns) == {"id", "organisation_id", "seat", "kind", "role", "shown_on", "seen_by"}
    assert columns["shown_on"] is models.DateField
    assert {choice for choice, _ in RecordCheck._meta.get_field("kind").choices} == set(CheckKind)


def test_no_table_of_the_house_holds_a_file():
    files = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField | models.FilePathField)
    ]
    assert files == []


def test_the_form_asks_for_the_day_alone():
    assert list(CheckForm().fields) == ["shown_on"]


def a_centre_with(role: Role = Role.VOLUNTEER, *, task: CheckedTask | None = CheckedTask.MINORS, **fields):
    """A house where young people come, whose manager has said which role has the task; and somebody in it."""
    house = an_organisation(**{"minimum_age": 16, **fields})
    berit = an_actor(house, Role.MANAGER, name="Berit", is_taken=True)
    tor = an_actor(house, role, name="Tor")
    if task is not None:
        actions.choose_checked_roles(berit, tasks={role: task}, now=NOW)
    return berit, tor


@pytest.mark.django_db
def test_a_check_is_noted_as_shown_and_renewed_by_a_new_date():
    berit, tor = a_centre_with()
    lise = an_actor(_house(berit), Role.COORDINATOR, name="Lise")

    actions.note_record_check(lise, seat_id=tor.seat_id, shown_on=date(2024, 3, 1), now=NOW)
    actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=date(2026, 3, 1), now=NOW)

    with given(berit):
        noted = RecordCheck.objects.get()
    assert (noted.kind, noted.role) == (CheckKind.POLITIATTEST, Role.VOLUNTEER)
    assert (noted.shown_on, noted.seen_by_id) == (date(2026, 3, 1), berit.seat_id)
    told = queries.my_seat(tor).check
    assert (told.shown_on, told.seen_by, told.may_note) == (date(2026, 3, 1), "Berit", False)


def _house(actor: Actor) -> Organisation:
    return Organisation.objects.get(pk=actor.organisation_id)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "role", "task", "why_not"),
    [
        ({"minimum_age": 18, "country": DK}, Role.VOLUNTEER, None, Reason.NO_LAW_FOR_CHECK),
        ({"minimum_age": 18, "country": SE}, Role.VOLUNTEER, None, Reason.NO_LAW_FOR_CHECK),
        ({"minimum_age": 16}, Role.VOLUNTEER, None, Reason.ROLE_NEEDS_NO_CHECK),
        ({"minimum_age": 16}, Role.MANAGER, None, Reason.ROLE_MEETS_NOBODY),
    ],
)
def test_where_no_law_has_it_shown_the_form_is_not_there_and_it_says_why(fields, role, task, why_not):
    berit, tor = a_centre_with(role, task=task, **fields)

    with pytest.raises(Refused) as refused:
        actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)

    assert refused.value.reason == why_not
    page = queries.seat_page(berit, tor.seat_id, now=NOW)
    assert page.check.why_not
    assert not page.check.may_note
    body = client_of(berit).get(reverse("people:seat", args=[tor.seat_id])).content.decode()
    assert 'name="shown_on"' not in body


@pytest.mark.django_db
def test_the_page_has_no_room_for_a_file_or_for_words():
    berit, tor = a_centre_with()

    body = client_of(berit).get(reverse("people:seat", args=[tor.seat_id])).content.decode()

    assert 'name="shown_on"' in body
    for room in ("multipart", 'type="file"', "<textarea"):
        assert room not in body


@pytest.mark.django_db
def test_a_law_that_is_not_there_cannot_be_chosen():
    berit, _ = a_centre_with(task=None, minimum_age=18)
    with pytest.raises(Refused):
        actions.choose_checked_roles(berit, tasks={Role.VOLUNTEER: CheckedTask.MINORS}, now=NOW)


@pytest.mark.django_db
def test_nobody_notes_their_own_and_a_coordinator_only_for_helpers():
    berit, adviser = a_centre_with(Role.ADVISER)
    lise = an_actor(_house(berit), Role.COORDINATOR, name="Lise")
    actions.choose_checked_roles(berit, tasks={Role.COORDINATOR: CheckedTask.MINORS}, now=NOW)

    with pytest.raises(Refused) as refused:
        actions.note_record_check(lise, seat_id=lise.seat_id, shown_on=TODAY, now=NOW)
    assert refused.value.reason == Reason.OWN_PAPER
    with pytest.raises(NotAllowed):
        actions.note_record_check(lise, seat_id=adviser.seat_id, shown_on=TODAY, now=NOW)
    with pytest.raises(NotAllowed):
        actions.choose_checked_roles(lise, tasks={Role.ADVISER: None}, now=NOW)
    stranger = a_seat(an_organisation(), Role.VOLUNTEER)
    with pytest.raises(NotFound):
        actions.note_record_check(lise, seat_id=stranger.pk, shown_on=TODAY, now=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.ADVISER, Role.EMPLOYEE, Role.VOLUNTEER, Role.PARTICIPANT], ids=str)
def test_nobody_else_notes_or_reads_one(role: Role):
    berit, tor = a_centre_with()
    actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)
    actor = an_actor(_house(berit), role, name="Odd")

    with pytest.raises(NotAllowed):
        actions.note_record_check(actor, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)
    with given(berit):
        assert not RecordCheck.objects.visible_to(actor).exists()


@pytest.mark.django_db
def test_the_note_goes_with_the_reason_for_it_and_with_the_seat():
    berit, tor = a_centre_with()
    for take_away in (
        lambda: actions.choose_checked_roles(berit, tasks={Role.VOLUNTEER: None}, now=NOW),
        lambda: actions.end_seat(berit, seat_id=tor.seat_id, now=NOW),
    ):
        actions.choose_checked_roles(berit, tasks={Role.VOLUNTEER: CheckedTask.MINORS}, now=NOW)
        actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)
        take_away()
        with given(berit):
            assert not RecordCheck.objects.exists()


@pytest.mark.django_db
def test_the_clock_takes_it_away_after_a_last_day():
    berit, tor = a_centre_with()
    actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)
    actions.end_seat(berit, seat_id=tor.seat_id, last_on=TODAY, now=NOW)

    tasks.forget_ended_checks(NOW)
    with given(berit):
        assert RecordCheck.objects.exists()
    tasks.forget_ended_checks(NOW + timedelta(days=1))
    with given(berit):
        assert not RecordCheck.objects.exists()


@pytest.mark.django_db
def test_it_is_the_rule_that_refuses(monkeypatch: pytest.MonkeyPatch):
    berit, tor = a_centre_with(task=None, minimum_age=18, country=DK)
    monkeypatch.setattr("stegvis.areas.people.actions.record_checks.may_be_noted", lambda **named: None)

    actions.note_record_check(berit, seat_id=tor.seat_id, shown_on=TODAY, now=NOW)

    with given(berit):
        assert RecordCheck.objects.exists()
