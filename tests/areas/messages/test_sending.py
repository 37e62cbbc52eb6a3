"""What is told somebody: once, on her page in any case, outside only the way she chose."""

import pytest
from django.db import DatabaseError
from django.utils.translation import override

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Message
from stegvis.areas.messages.rules import DeliveryState, Way, Why, declare_kind, first_delivery, kind_of
from stegvis.areas.messages.rules.kinds import Kind, Words
from stegvis.areas.people.models import Organisation
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.roles import Role
from tests.factories.admission import participant_of
from tests.factories.messages import KIND, NOW, a_kind, delivery, message, sent, wants
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("X-02")
@pytest.mark.parametrize(
    ("has_login", "way", "expected"),
    [
        (True, Way.HERE, None),
        (True, Way.EMAIL, (DeliveryState.WAITING, None)),
        (True, Way.CALL, (DeliveryState.TO_CALL, Why.CHOSEN)),
        (False, Way.HERE, (DeliveryState.TO_CALL, Why.NO_LOGIN)),
        (False, Way.CALL, (DeliveryState.TO_CALL, Why.CHOSEN)),
        (False, Way.EMAIL, (DeliveryState.TO_CALL, Why.NO_LOGIN)),
    ],
)
def test_nothing_leaves_the_house_unless_she_chose_it(has_login, way, expected):
    assert first_delivery(has_login=has_login, way=way) == expected


def test_a_message_stands_on_her_page(centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    with a_kind():
        sent(ingrid, participant_of(kari).pk)
        [row] = queries.my_thread(kari)
    assert row.subject == "Bread nb"
    assert queries.has_news(kari)


def test_the_same_key_is_told_once(centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    with a_kind():
        for loaves in ("3", "4"):
            sent(ingrid, participant_of(kari).pk, key="once", arguments={"loaves": loaves})
    with given(centre.pk):
        assert Message.objects.count() == 1
    assert '"3"' in message(kari, "once").arguments


def test_without_a_choice_nothing_goes_out(centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
    assert delivery(kari, key) is None


def test_without_a_login_there_is_a_line_in_the_call_list(centre: Organisation):
    ingrid, odd = an_actor(centre, Role.ADVISER), a_participant(centre, nickname="Odd")
    with a_kind():
        sent(ingrid, odd.pk)
        [call] = queries.calls_waiting(ingrid, NOW)
    assert (call.nickname, call.phone, call.spoken) == ("Odd", "", "There are 3 loaves.")
    assert call.why is Why.NO_LOGIN


def test_a_participant_whose_deed_reaches_another_may_send_it(centre: Organisation):
    """Somebody leaves, and the next in line is told."""
    kari, eva = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.PARTICIPANT)
    wants(centre.pk, participant_of(eva).pk, Way.EMAIL)
    with a_kind():
        key = sent(kari, participant_of(eva).pk)
    found = delivery(eva, key)
    assert found is not None
    assert found.state == DeliveryState.WAITING


@pytest.mark.parametrize("way", [Way.EMAIL, Way.CALL])
def test_a_message_taken_back_reaches_nobody(centre: Organisation, way: Way):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    wants(centre.pk, participant_of(kari).pk, way)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
        with given(ingrid):
            actions.withdraw(ingrid, key=key, now=NOW)
        assert not queries.has_news(kari)
        assert queries.calls_waiting(ingrid, NOW) == []
    found = delivery(kari, key)
    assert found is not None
    assert found.state == DeliveryState.DROPPED


def test_what_was_seen_is_not_taken_back(centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
        with given(ingrid):
            Message.objects.filter(key=key).update(reached_at=NOW)
            actions.withdraw(ingrid, key=key, now=NOW)
    assert message(kari, key).withdrawn_at is None


def test_an_undeclared_kind_is_a_mistake(centre: Organisation):
    kari = an_actor(centre, Role.PARTICIPANT)
    with pytest.raises(KeyError):
        sent(kari, participant_of(kari).pk, kind="tests.never_declared")


def test_a_message_outlives_its_kind(centre: Organisation):
    """What was written while an area still spoke of it opens, and is told, without its words."""
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
        sent(ingrid, a_participant(centre).pk)
    with override("en"):
        assert queries.my_thread(kari)[0].subject == "This message no longer applies"
        assert queries.calls_waiting(ingrid, NOW)[0].spoken == "This message no longer applies"
    actions.open_mine(kari, now=NOW)
    assert message(kari, key).reached_at == NOW


def test_a_kind_is_declared_once():
    with a_kind():
        declare_kind(kind_of(KIND))
        other = Kind(KIND, words=lambda a, language: Words("", ""), spoken=lambda a, language: "")
        with pytest.raises(ValueError, match="twice"):
            declare_kind(other)


def test_sending_costs_at_most_five_statements(centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    wants(centre.pk, participant_of(kari).pk, Way.EMAIL)
    participant_id = participant_of(kari).pk
    with a_kind(), asked_of_database() as asked:
        sent(ingrid, participant_id)
    assert len(asked) <= 5


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVISER], ids=str)
def test_only_advisers_see_who_is_to_be_called(centre: Organisation, role: Role):
    actor = an_actor(centre, role)
    with pytest.raises(NotAllowed):
        queries.calls_waiting(actor, NOW)
    with pytest.raises(NotAllowed):
        queries.written_to_us(actor, NOW)


def test_another_organisations_people_cannot_be_written_to(centre: Organisation):
    stranger = a_participant(an_organisation())
    with a_kind(), pytest.raises((NotFound, DatabaseError)):  # PostgreSQL refuses it before we do
        sent(an_actor(centre, Role.ADVISER), stranger.pk)
