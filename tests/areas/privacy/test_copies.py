"""Give me my copy: all that is kept, nobody else in it, made in the background, gone after a week (promise 13)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps
from django.urls import reverse

from stegvis.areas.people import api as people
from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy import actions, tasks
from stegvis.areas.privacy.actions.telling import points_to, told_columns
from stegvis.areas.privacy.models import Copy, telling
from stegvis.areas.privacy.texts import DONE_WITH
from stegvis.kernel import personal_data, rows_about
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.roles import Role
from tests.access.scene import about_participants
from tests.access.world import client_of
from tests.areas.privacy.everything import Everything, everything_about
from tests.factories.admission import NOW, participant_of
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
LANGUAGES = ("nb", "da", "sv", "en")


def make(actor: Actor, language: str = "nb", now: datetime = NOW) -> list[dict[str, Any]]:
    """Her copy, asked for by her and made by the house."""
    copy_id = actions.ask_for_copy(actor, language=language, now=now)
    house = Actor.housekeeper(actor.organisation_id)
    while actions.make_next_step(house, copy_id=copy_id, now=now):
        pass
    with given(actor):
        kept: list[dict[str, Any]] = json.loads(Copy.objects.get(pk=copy_id).content)
    return kept


def lines(kept: list[dict[str, Any]]) -> dict[tuple[str, str], list[dict[str, Any]]]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for part in kept:
        for row in part["rows"]:
            for line in row:
                found.setdefault((part["table"], line["field"]), []).append(line)
    return found


@pytest.fixture
def everything(centre: Organisation, kari: Actor, ingrid: Actor) -> Everything:
    return everything_about(kari, ingrid)


@pytest.mark.requirement("X-07")
def test_every_declared_field_about_her_stands_in_her_copy(everything: Everything, kari: Actor):
    found = lines(make(kari))
    declared = {(table.label, one.field) for table in rows_about.tables() for one in table.fields()}
    making = {("privacy.Copy", "content")}
    assert declared - set(found) == set()
    silent = {
        name
        for name in declared - making
        if not any(line["value"] or line["text"] for line in found[name]) and name[0] in everything.rows
    }
    assert silent - WITHOUT_VALUE == set()


WITHOUT_VALUE = {
    ("kernel.ClosedDoor", "user_id"),
    ("kernel.ClosedDoor", "seat_id"),
    ("kernel.ClosedDoor", "by_seat"),
    ("kernel.ClosedDoor", "section"),
    ("kernel.Look", "seat_id"),
    ("groups.Place", "company"),
    ("people.Seat", "name"),
    ("privacy.Copy", "ready_at"),
    ("kernel.JournalEntry", "outcome"),
}
"""Columns that are empty in this scene by nature: another test speaks of them."""


def test_her_own_words_stand_in_it_whole(everything: Everything, kari: Actor):
    text = json.dumps(make(kari))
    unreadable = {"people.User.password", "people.LoginCode.secret_hash", "privacy.Copy.content"}
    in_words = set(everything.planted) - unreadable - {"messages.Message.arguments"}
    assert {name for name in in_words if everything.planted[name] not in text} == set()
    assert not any(everything.planted[name] in text for name in unreadable if name in everything.planted)


def test_leaving_a_table_out_of_the_register_is_noticed(
    everything: Everything, kari: Actor, monkeypatch: pytest.MonkeyPatch
):
    """The guard of the test above: without its table, a field is missing from the copy."""
    without = tuple(table for table in rows_about.tables() if table.label != "messages.Letter")
    monkeypatch.setattr(rows_about, "tables", lambda: without)
    assert ("messages.Letter", "words") not in lines(make(kari))


@pytest.mark.parametrize("table", rows_about.tables(), ids=lambda table: table.label)
def test_every_field_has_words_in_four_languages(table: rows_about.Table):
    assert without_words(table) == []


def without_words(table: rows_about.Table) -> list[str]:
    """What would stand in the copy without a label, or point to something that nobody tells."""
    wanted = {table.label, *(f"{table.label}.{one.field}" for one in table.fields())}
    missing = [name for name in sorted(wanted) if personal_data.words_of(name) is None]
    for column in table.model._meta.local_fields:
        name = f"{table.label}.{column.name}"
        says_nothing = (
            column.primary_key
            or column.name in {"organisation_id", table.on_the_way, "version"}
            or personal_data.is_declared(table.label, column.name)
        )
        if not says_nothing and personal_data.words_of(name) is None:
            missing.append(name)
    untold = [
        f"{table.label}.{column.name}: {target}"
        for column in told_columns(table)
        if (target := points_to(table, column)) and telling.things_of(target) is None
    ]
    coded = [
        f"{table.label}.{column.name}: codes without words"
        for column in told_columns(table)
        if column.choices and not is_told(name_of(table, column))
    ]
    return missing + untold + coded


def is_told(name: str) -> bool:
    return telling.codes_of(name) is not None or telling.saying_of(name) is not None


def name_of(table: rows_about.Table, column: Any) -> str:
    return f"{table.label}.{column.name}"


@isolate_apps("stegvis.areas.groups")
def test_a_table_without_words_is_noticed():
    class Remark(models.Model):
        words = models.TextField()

        class Meta:
            app_label = "groups"

    assert without_words(rows_about.Table(Remark, "id")) == ["groups.Remark", "groups.Remark.words"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_the_language_she_asked_in(everything: Everything, kari: Actor, language: str):
    headings = {part["table"]: part["heading"] for part in make(kari, language)}
    hers = {"nb": "Det vi kjenner deg som", "da": "Det, vi kender dig som", "sv": "Det vi känner dig som"}
    assert headings["people.Participant"] == hers.get(language, "What we know you as")


@pytest.mark.requirement("X-07")
def test_nobody_else_stands_in_it_but_staff_by_first_name_and_role(
    centre: Organisation, kari: Actor, ingrid: Actor, everything: Everything
):
    other = an_actor(centre, Role.PARTICIPANT)
    with given(other):
        participant = participant_of(other)
        type(participant).objects.filter(pk=participant.pk).update(nickname="Somebody else entirely")
    theirs = everything_about(other, an_actor(centre, Role.ADVISER))
    text = json.dumps(make(kari), ensure_ascii=False)
    assert "Somebody else entirely" not in text
    shared = set(everything.planted.values())
    assert not [word for word in theirs.planted.values() if word in text and word not in shared]
    assert "Ingrid, veileder" in text


def test_another_organisation_where_she_is_known_stays_out_of_it(everything: Everything, kari: Actor):
    with given(user_id=kari.user_id):
        user = people_user(kari)
    elsewhere = an_organisation()
    a_participant(elsewhere, user=user, nickname="Known elsewhere")
    assert "Known elsewhere" not in json.dumps(make(kari))


def people_user(actor: Actor) -> Any:
    from stegvis.areas.people.models import User

    return User.objects.get(pk=actor.user_id)


def test_it_is_made_step_by_step_and_goes_on_where_it_stopped(kari: Actor):
    copy_id = actions.ask_for_copy(kari, language="nb", now=NOW)
    house = Actor.housekeeper(kari.organisation_id)
    assert actions.make_next_step(house, copy_id=copy_id, now=NOW)
    with given(kari):
        begun = Copy.objects.get()
    assert 0 < begun.step < begun.steps
    assert begun.ready_at is None
    tasks.make_copies(NOW)
    with given(kari):
        done = Copy.objects.get()
    assert (done.step, done.ready_at) == (done.steps, NOW)
    assert not actions.make_next_step(house, copy_id=copy_id, now=NOW)


def test_asking_twice_goes_on_with_the_same_and_a_ready_one_is_replaced(kari: Actor):
    first = actions.ask_for_copy(kari, language="nb", now=NOW)
    assert actions.ask_for_copy(kari, language="nb", now=NOW) == first
    tasks.make_copies(NOW)
    assert actions.ask_for_copy(kari, language="nb", now=NOW) != first
    with given(kari):
        assert Copy.objects.count() == 1


def test_the_page_shows_how_far_it_has_come_without_a_script(kari: Actor, centre: Organisation):
    browser, address = client_of(kari), reverse("privacy:copy")
    assert "Gi meg kopien min" in browser.get(address).content.decode()
    assert browser.post(address).status_code == 303
    waiting = browser.get(address).content.decode()
    assert "<progress" in waiting
    assert browser.get(reverse("privacy:copy_read")).status_code == 302
    with given(kari):
        asked_at = Copy.objects.get().asked_at
    tasks.make_copies(asked_at)
    assert "Kopien din er klar" in browser.get(address).content.decode()
    read = browser.get(reverse("privacy:copy_read")).content.decode()
    assert "Det vi kaller deg" in read
    assert "Kari" in read


def test_the_file_holds_the_same_and_its_name_tells_nothing(kari: Actor):
    browser = client_of(kari)
    browser.post(reverse("privacy:copy"))
    with given(kari):
        tasks.make_copies(Copy.objects.get().asked_at)
    answer = browser.get(reverse("privacy:copy_file"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="copy.json"'
    tables = [part["table"] for part in json.loads(answer.content)["kept"]]
    assert "people.Participant" in tables


def test_it_goes_after_a_week(kari: Actor):
    make(kari)
    house, week = Actor.housekeeper(kari.organisation_id), timedelta(days=7)
    assert actions.forget_old_copies(house, now=NOW + week - timedelta(seconds=1)) == 0
    with given(kari):
        from stegvis.areas.privacy import queries
    assert queries.my_copy(kari, now=NOW + week) is None
    tasks.forget_old_copies(NOW + week)
    with given(kari):
        assert not Copy.objects.exists()


def test_it_is_unreadable_in_the_database(kari: Actor):
    make(kari)
    from django.db import connection

    with given(kari), connection.cursor() as cursor:
        cursor.execute("SELECT content FROM privacy_copy")
        assert "Kari" not in cursor.fetchone()[0]


@pytest.mark.requirement("X-09")
def test_an_adviser_prints_it_for_somebody_without_a_login_and_that_is_a_look(
    centre: Organisation, ingrid: Actor, kari: Actor
):
    nina = a_participant(centre, nickname="Nina")
    browser, address = client_of(ingrid), reverse("privacy:copy_for", args=[nina.pk])
    assert browser.post(address).status_code == 303
    with given(ingrid):
        tasks.make_copies(Copy.objects.get().asked_at)
    assert "Nina" in browser.get(address).content.decode()
    from stegvis.kernel.models import Look

    with given(ingrid):
        assert Look.objects.filter(about=nina.pk, why="privacy.copy_printed").exists()


def test_nobody_opens_the_copy_of_somebody_who_has_a_page_of_her_own(ingrid: Actor, kari: Actor):
    make(kari)
    with given(kari):
        participant = participant_of(kari)
    with pytest.raises(NotFound):
        actions.ask_for_copy(ingrid, language="nb", now=NOW, participant_id=participant.pk)
    assert client_of(ingrid).get(reverse("privacy:copy_for", args=[participant.pk])).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR, Role.FRONT_LINE, Role.VOLUNTEER]
)
def test_no_other_role_asks_for_anybodys_copy(centre: Organisation, role: Role):
    nina = a_participant(centre)
    with pytest.raises(NotAllowed):
        actions.ask_for_copy(an_actor(centre, role), language="nb", now=NOW, participant_id=nina.pk)


def test_the_page_about_what_is_hers_leads_to_it(kari: Actor):
    html = client_of(kari).get(reverse("privacy:mine")).content.decode()
    assert reverse("privacy:copy") in html
    assert reverse("privacy:leave_us") in html
    assert people.organisation(kari.organisation_id)


def test_what_was_done_has_words_for_every_area_that_writes_about_somebody():
    areas = {model._meta.app_label for model in about_participants()} - {"kernel"}

    assert areas <= set(DONE_WITH), areas - set(DONE_WITH)


def test_what_she_did_herself_is_told_as_hers():
    kari = an_actor(an_organisation(), Role.PARTICIPANT)
    actions.ask_for_copy(kari, language="en", now=NOW)

    done = next(part for part in make(kari, "en") if part["table"] == "kernel.JournalEntry")

    assert any("You" in [line["text"] for line in row] for row in done["rows"])
