"""One organisation never sees another's rows: not with `visible_to`, on PostgreSQL not without."""

import pytest
from django.db.utils import DatabaseError

from stegvis.areas.people.models import Participant
from stegvis.kernel.roles import Role
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


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


@pytest.mark.postgresql
def test_without_a_context_the_database_shows_nothing():
    ours, theirs = an_organisation(), an_organisation()
    a_participant(ours)

    assert not Participant.objects.exists()
    with given(theirs.pk):
        assert not Participant.objects.exists()
        with pytest.raises(DatabaseError, match="row-level security"):
            Participant.objects.create(
                organisation_id=ours.pk, nickname="Eva", language="nb", came_on="2026-01-01"
            )
