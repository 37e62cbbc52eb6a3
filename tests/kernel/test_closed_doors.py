"""What a participant has closed is not there for those who work here: on every table that is about her (X-06)."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, models, transaction
from django.test.utils import isolate_apps

from stegvis.areas.people.models import Participant
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.models import (
    OPEN_TO_ALL_DOORS,
    ClosedDoor,
    OrganisationOwned,
    OwnedQuerySet,
    require_open_door,
)
from stegvis.kernel.roles import Role
from tests.architecture.tables import our_models
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.factories.rows import a_row
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-06")]

STAY_OPEN = {
    "groups.Place": "A place is counted, or it would be given twice; the page says somebody.",
    "groups.Attendance": "How many came is counted; the page says somebody.",
    "groups.NotToday": "Nobody waits at the door for somebody; it is gone the day after.",
}
"""Tables about participants that no door closes, each with the reason. Nothing is added here without one."""

ABOUT_PEOPLE = [model for model in our_models() if getattr(model, "ABOUT", "")]
STAFF = [role for role in Role if role not in OPEN_TO_ALL_DOORS]
SHOWN_TO_STAFF = [(model, role) for model in ABOUT_PEOPLE for role in STAFF if role in model.VISIBLE_TO]


def close(actor: Actor, about: UUID, *, to: Actor | None = None, section: str = "") -> None:
    with given(actor):
        ClosedDoor.objects.create(
            organisation_id=actor.organisation_id, about=about, section=section, closed_at=NOW,
            seat_id=to.seat_id if to else None, user_id=to.user_id if to else None,
        )  # fmt: skip


def sees(actor: Actor, row: OrganisationOwned) -> bool:
    model = type(row)
    with given(actor):
        return bool(model._default_manager.visible_to(actor).filter(pk=row.pk).exists())  # type: ignore[attr-defined]


def about_whom(row: OrganisationOwned) -> UUID:
    with given(row.organisation_id):
        return type(row)._base_manager.filter(pk=row.pk).values_list(row.ABOUT, flat=True).get()


def test_every_table_about_participants_can_be_closed_or_says_why_not():
    assert {model._meta.label for model in ABOUT_PEOPLE if not model.CLOSABLE} == set(STAY_OPEN)
    assert all(len(reason.split()) > 4 for reason in STAY_OPEN.values())


@pytest.mark.parametrize(
    ("model", "role"),
    [pair for pair in SHOWN_TO_STAFF if pair[0].CLOSABLE],
    ids=lambda part: part.value if isinstance(part, Role) else part._meta.label,
)
def test_a_door_that_is_closed_to_one_worker_hides_the_row_from_that_worker_alone(
    model: type[OrganisationOwned], role: Role
):
    house = an_organisation()
    blocked, another = an_actor(house, role), an_actor(house, role)
    row = a_row(model, house.pk)
    before = sees(blocked, row), sees(another, row)
    close(blocked, about_whom(row), to=blocked)

    assert (sees(blocked, row), sees(another, row)) == (False, before[1])


@pytest.mark.parametrize(
    ("model", "role"),
    [pair for pair in SHOWN_TO_STAFF if pair[0].SECTION],
    ids=lambda part: part.value if isinstance(part, Role) else part._meta.label,
)
def test_a_section_that_is_closed_is_closed_to_all_who_work_here(model: type[OrganisationOwned], role: Role):
    house = an_organisation()
    worker = an_actor(house, role)
    row = a_row(model, house.pk)
    assert sees(worker, row), "else this would say nothing"
    close(worker, about_whom(row), section="another_section")
    assert sees(worker, row)
    close(worker, about_whom(row), section=model.SECTION)

    assert not sees(worker, row)
    assert sees(Actor.housekeeper(house.pk), row) is (Role.HOUSEKEEPER in model.VISIBLE_TO)


def test_another_seat_of_the_same_worker_opens_nothing():
    house = an_organisation()
    first = an_actor(house, Role.MANAGER)
    with given(house.pk):
        from stegvis.areas.people.models import User

        user = User.objects.get(pk=first.user_id)
    second = an_actor(house, Role.ADVISER, user=user)
    her = a_row(Participant, house.pk)
    assert sees(second, her)
    close(first, her.pk, to=first)

    assert not sees(second, her)


def test_she_herself_sees_what_she_has_closed():
    house = an_organisation()
    kari = an_actor(house, Role.PARTICIPANT)
    with given(house.pk):
        her = Participant.objects.get(user_id=kari.user_id)
    close(kari, her.pk, to=an_actor(house, Role.ADVISER))
    close(kari, her.pk, section="talks")
    assert sees(kari, her)


def test_another_organisations_doors_close_nothing_here():
    house = an_organisation()
    adviser, her = an_actor(house, Role.ADVISER), a_row(Participant, house.pk)
    close(an_actor(an_organisation(), Role.ADVISER), her.pk, to=adviser)
    assert sees(adviser, her)


def test_a_closed_door_costs_no_statement_of_its_own(django_assert_num_queries):
    house = an_organisation()
    adviser = an_actor(house, Role.ADVISER)
    with given(adviser), django_assert_num_queries(1):
        list(Participant.objects.visible_to(adviser))


def test_nothing_can_be_written_behind_a_closed_door():
    house = an_organisation()
    adviser, her = an_actor(house, Role.ADVISER), a_row(Participant, house.pk)
    with given(adviser):
        require_open_door(adviser, her.pk, "talks")
    close(adviser, her.pk, section="talks")
    with given(adviser), pytest.raises(NotFound):
        require_open_door(adviser, her.pk, "talks")
    with given(adviser):
        require_open_door(adviser, her.pk, "messages")
        require_open_door(Actor.housekeeper(house.pk), her.pk, "talks")


@pytest.mark.parametrize("fields", [{}, {"section": "talks", "user_id": uuid4(), "seat_id": uuid4()}])
def test_a_door_is_closed_to_a_worker_or_around_a_section(fields: dict[str, object]):
    house = an_organisation()
    with given(house.pk), pytest.raises(IntegrityError), transaction.atomic():
        ClosedDoor.objects.create(organisation_id=house.pk, about=uuid4(), closed_at=NOW, **fields)


# Take the guard away, and what was closed shows


def test_without_the_guard_the_closed_row_would_show(monkeypatch: pytest.MonkeyPatch):
    house = an_organisation()
    adviser, her = an_actor(house, Role.ADVISER), a_row(Participant, house.pk)
    close(adviser, her.pk, to=adviser)
    assert not sees(adviser, her)
    monkeypatch.setattr(OwnedQuerySet, "_has_doors", lambda self, actor: False)
    assert sees(adviser, her)


@isolate_apps()
def test_a_new_table_inherits_closed_doors_without_thinking():
    class Remark(OrganisationOwned):
        to_id = models.UUIDField()
        ABOUT = "to_id"
        VISIBLE_TO = Participant.VISIBLE_TO
        objects = OwnedQuerySet["Remark"].as_manager()

        class Meta:
            app_label = "nowhere_yet"

    adviser = Actor.in_seat(organisation_id=uuid4(), role=Role.ADVISER, user_id=uuid4(), seat_id=uuid4())
    assert "kernel_closeddoor" in str(Remark.objects.visible_to(adviser).query)
