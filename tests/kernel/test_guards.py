"""The guards of the frame: each is shown holding, and shown to be what holds."""

from datetime import UTC, datetime
from enum import StrEnum

import pytest
from django.db import connection

from stegvis.areas.people.models import Organisation, Participant
from stegvis.kernel import journal, rights
from stegvis.kernel.action import UnwrittenChange, action
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, Refused
from stegvis.kernel.http import StegvisRequest, access_of, needs, public
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.query import query
from stegvis.kernel.roles import Role
from tests.conftest import ChangeOutsideAction
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


class Why(StrEnum):
    FULL = "full"


@pytest.fixture
def adviser() -> Actor:
    return an_actor(an_organisation(), Role.ADVISER)


def _rename(actor: Actor, nickname: str) -> None:
    Participant.objects.visible_to(actor).update(nickname=nickname)


def _nicknames(actor: Actor) -> list[str]:
    with given(actor):
        return [row.nickname for row in Participant.objects.all()]


def test_a_change_outside_an_action_is_refused(adviser: Actor):
    with pytest.raises(ChangeOutsideAction):
        Organisation.objects.update(name="Elsewhere")


def test_it_is_the_guard_that_refuses_it():
    wrappers = connection.execute_wrappers[:]
    connection.execute_wrappers.clear()
    try:
        Organisation.objects.update(name="Elsewhere")
    finally:
        connection.execute_wrappers[:] = wrappers


def test_a_change_without_a_journal_entry_did_not_happen(adviser: Actor):
    given_organisation = adviser.organisation_id
    with given(adviser):
        Participant.objects.create(
            organisation_id=given_organisation, nickname="Kari", language="nb", came_on=NOW
        )

    @action
    def rename(actor: Actor) -> None:
        _rename(actor, "Eva")

    with pytest.raises(UnwrittenChange):
        rename(adviser)
    assert _nicknames(adviser) == ["Kari"]


def test_a_change_with_its_entry_stands(adviser: Actor):
    with given(adviser):
        kari = Participant.objects.create(
            organisation_id=adviser.organisation_id, nickname="Kari", language="nb", came_on=NOW
        )

    @action
    def rename(actor: Actor, *, now: datetime) -> None:
        _rename(actor, "Eva")
        journal.written(actor, "people.renamed", about=kari.pk, at=now)

    rename(adviser, now=NOW)
    assert _nicknames(adviser) == ["Eva"]
    with given(adviser):
        entry = JournalEntry.objects.get(about=kari.pk)
    assert (entry.seat_id, entry.role, entry.what) == (adviser.seat_id, "adviser", "people.renamed")


def test_a_refusal_in_the_middle_undoes_what_came_before(adviser: Actor):
    with given(adviser):
        Participant.objects.create(
            organisation_id=adviser.organisation_id, nickname="Kari", language="nb", came_on=NOW
        )

    @action
    def rename(actor: Actor) -> None:
        _rename(actor, "Eva")
        raise Refused(Why.FULL)

    with pytest.raises(Refused):
        rename(adviser)
    assert _nicknames(adviser) == ["Kari"]


def test_an_action_within_an_action_is_one(adviser: Actor):
    @action
    def inner(actor: Actor, *, now: datetime) -> None:
        Participant.objects.create(
            organisation_id=actor.organisation_id, nickname="Kari", language="nb", came_on=now
        )

    @action
    def outer(actor: Actor, *, now: datetime) -> None:
        inner(actor, now=now)
        journal.written(actor, "people.came", about=actor.organisation_id, at=now)

    outer(adviser, now=NOW)
    assert _nicknames(adviser) == ["Kari"]


def test_a_query_answers_with_rows(adviser: Actor):
    @query
    def lazy(actor: Actor) -> object:
        return Participant.objects.visible_to(actor)

    @query
    def ready(actor: Actor) -> list[Participant]:
        return list(Participant.objects.visible_to(actor))

    with pytest.raises(TypeError, match="not with a question"):
        lazy(adviser)
    assert ready(adviser) == []


@pytest.mark.requirement("X-06")
def test_a_look_is_one_entry_for_each_participant(adviser: Actor):
    organisation = Organisation.objects.get(pk=adviser.organisation_id)
    looked_at = [a_participant(organisation).pk for _ in range(3)]
    journal.seen(adviser, about=looked_at, why="test", at=NOW)
    with given(adviser):
        assert {look.about for look in Look.objects.all()} == set(looked_at)


@pytest.mark.requirement("X-06")
def test_a_look_that_cannot_be_logged_is_not_shown(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Look.objects, "bulk_create", broken)

    def page(actor: Actor) -> str:
        journal.seen(actor, about=[actor.organisation_id], why="test", at=NOW)
        return "Kari"

    with pytest.raises(OSError, match="disk is full"):
        page(adviser)


def _request(actor: Actor) -> StegvisRequest:
    request = StegvisRequest()
    request.actor = actor
    return request


def test_a_page_opens_for_those_who_hold_its_right_only():
    read: list[Actor] = []

    @needs("people.test")
    def page(request: StegvisRequest) -> object:
        read.append(request.actor)
        return object()

    holder = Actor(an_organisation().pk, Role.ADVISER, frozenset({"people.test"}))
    page(_request(holder))
    with pytest.raises(NotAllowed):
        page(_request(Actor.visitor()))
    assert read == [holder]
    assert access_of(page) == "people.test"


def test_a_page_that_forgot_to_say_is_seen_to_have_forgotten():
    def forgot() -> None: ...

    assert access_of(forgot) is None
    assert access_of(public(lambda request: request)) == "public"


def test_a_right_is_declared_once():
    rights.declare({"people.once": frozenset({Role.ADVISER})})
    try:
        with pytest.raises(ValueError, match="declared twice"):
            rights.declare({"people.once": frozenset({Role.MANAGER})})
        assert "people.once" in rights.of_role(Role.ADVISER)
        assert "people.once" not in rights.of_role(Role.MANAGER)
    finally:
        rights._holders.pop("people.once")
