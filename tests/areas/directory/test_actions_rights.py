"""Who may change offerings, and whose."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory import policy
from stegvis.areas.directory.models import Service
from stegvis.areas.directory.rules import (
    DocumentationMode,
    ServiceKind,
    State,
    Step,
)
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.roles import Role
from tests.factories.directory import (
    NOW,
    TODAY,
    a_published_offering,
    a_service,
    shown,
)
from tests.support import given

pytestmark = pytest.mark.django_db


DOORS: dict[str, Callable[[Actor, UUID], object]] = {
    "save_step": lambda a, i: directory.save_step(
        a, listing_id=i, step=Step.WHAT, values={"content": "Mitt"}, version=1, now=NOW
    ),
    "set_times": lambda a, i: directory.set_times(a, listing_id=i, times=[], now=NOW),
    "set_alternatives": lambda a, i: directory.set_alternatives(a, listing_id=i, alternatives=[], now=NOW),
    "translate": lambda a, i: directory.translate(
        a, listing_id=i, language="da", words={"title": "Frokost"}, now=NOW
    ),
    "copy": lambda a, i: directory.copy(a, listing_id=i, title="Min", now=NOW),
    "publish": lambda a, i: directory.publish(a, listing_id=i, now=NOW),
    "pause": lambda a, i: directory.pause(a, listing_id=i, told="Vi tar en pause.", now=NOW),
    "close": lambda a, i: directory.close(a, listing_id=i, told="Det er slutt.", now=NOW),
    "desk_offering": lambda a, i: directory.desk_offering(a, i, today=TODAY),
}
DECIDING = {"publish", "pause", "close"}


@pytest.mark.parametrize("door", DOORS)
def test_another_centres_offering_is_unknown(adviser: Actor, stranger: Actor, door: str):
    listing_id = a_published_offering(adviser)
    with pytest.raises(NotFound):
        DOORS[door](stranger, listing_id)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.HOST, Role.FRONT_LINE])
def test_other_seats_may_not(adviser: Actor, door: str, role: Role):
    listing_id = a_published_offering(adviser)
    somebody = Actor.in_seat(
        organisation_id=adviser.organisation_id, role=role, user_id=uuid4(), seat_id=uuid4()
    )
    with pytest.raises(NotAllowed):
        DOORS[door](somebody, listing_id)


def test_without_the_right_being_asked_for_an_employee_would_decide(
    adviser: Actor, colleague: Actor, monkeypatch: pytest.MonkeyPatch
):
    """The guard: with the question away, an employee takes an offering out of sight."""
    listing_id = a_published_offering(adviser)
    monkeypatch.setattr(policy, "require_may_publish", lambda actor: None)
    directory.pause(colleague, listing_id=listing_id, told="Vi tar en pause.", now=NOW)
    assert shown(adviser, listing_id).state is State.PAUSED


@pytest.mark.parametrize("door", sorted(DECIDING))
def test_an_employee_describes_and_leaves_showing_to_others(adviser: Actor, colleague: Actor, door: str):
    listing_id = a_published_offering(adviser)
    with pytest.raises(NotAllowed):
        DOORS[door](colleague, listing_id)


def test_a_participant_starts_neither_service_nor_offering(adviser: Actor):
    service = a_service(adviser)
    somebody = Actor.in_seat(
        organisation_id=adviser.organisation_id, role=Role.PARTICIPANT, user_id=uuid4(), seat_id=uuid4()
    )
    with pytest.raises(NotAllowed):
        directory.describe(somebody, service_id=service, language="nb", title="Lunsj", now=NOW)
    with pytest.raises(NotAllowed):
        directory.add_service(
            somebody,
            kind=ServiceKind.OTHER_GROUPS,
            name="Min",
            documentation=DocumentationMode.NONE,
            now=NOW,
        )
    with given(adviser):
        assert Service.objects.filter(organisation_id=adviser.organisation_id).count() == 1
