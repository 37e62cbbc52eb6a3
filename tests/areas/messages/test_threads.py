"""What she and the advisers write to each other: hers to begin, hers to take back, read by nobody else."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Letter, Message
from stegvis.areas.messages.queries import From
from stegvis.areas.messages.rules import DeliveryState, Refusal, Way
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, delivery, message, sent, wants
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def _answer(
    ingrid: Actor, kari: Actor, words: str = "Come on Thursday.", wanted_id: UUID | None = None
) -> UUID:
    return actions.answer(
        ingrid, participant_id=participant_of(kari).pk, words=words, wanted_id=wanted_id, now=LATER
    )


def test_she_writes_and_is_answered(kari: Actor, ingrid: Actor):
    actions.write(kari, words="May I bring my dog?", now=NOW)
    [waiting] = queries.written_to_us(ingrid, NOW)
    assert (waiting.nickname, waiting.since) == ("Kari", NOW)
    _answer(ingrid, kari)
    assert queries.written_to_us(ingrid, LATER) == []
    theirs, hers = queries.my_thread(kari)
    assert (theirs.of, theirs.name, theirs.text, theirs.is_new) == (
        From.STAFF,
        "Ingrid",
        "Come on Thursday.",
        True,
    )
    assert (hers.of, hers.text) == (From.HER, "May I bring my dog?")
    assert theirs.at == LATER
    assert queries.has_news(kari)


def test_those_who_wait_stand_in_the_order_of_writing(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    actions.write(eva, words="Hello", now=NOW)
    actions.write(kari, words="Hello", now=NOW + timedelta(minutes=1))
    actions.write(eva, words="Are you there?", now=NOW + timedelta(minutes=2))
    waiting = queries.written_to_us(ingrid, LATER)
    assert [row.participant_id for row in waiting] == [participant_of(eva).pk, participant_of(kari).pk]


@pytest.mark.requirement("X-15")
def test_staff_do_not_begin(kari: Actor, ingrid: Actor):
    with pytest.raises(Refused) as refusal:
        _answer(ingrid, kari)
    assert refusal.value.reason is Refusal.SHE_HAS_NOT_WRITTEN
    actions.take_back(kari, letter_id=actions.write(kari, words="Hello", now=NOW), now=NOW)
    with pytest.raises(Refused):
        _answer(ingrid, kari)


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_not_a_letter(kari: Actor, words: str):
    with pytest.raises(Refused):
        actions.write(kari, words=words, now=NOW)


def test_a_form_sent_twice_is_one_letter(kari: Actor, ingrid: Actor):
    key, answer_key = uuid4(), uuid4()
    for _ in range(2):
        actions.write(kari, words="Hello", wanted_id=key, now=NOW)
        _answer(ingrid, kari, wanted_id=answer_key)
    assert len(queries.my_thread(kari)) == 2
    with given(kari):
        assert Message.objects.filter(reached_at=None).count() == 1


def test_what_she_takes_back_is_gone(kari: Actor, ingrid: Actor, centre: Organisation):
    letter_id = actions.write(kari, words="Hello", now=NOW)
    actions.take_back(kari, letter_id=letter_id, now=NOW)
    assert queries.written_to_us(ingrid, NOW) == []
    with given(centre.pk):
        assert not Letter.objects.exists()


def test_nobody_takes_back_what_another_wrote(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    hers = actions.write(kari, words="Hello", now=NOW)
    theirs = _answer(ingrid, kari)
    for actor, letter_id in ((eva, hers), (kari, theirs)):
        with pytest.raises(NotFound):
            actions.take_back(actor, letter_id=letter_id, now=NOW)
    with pytest.raises(NotAllowed):
        actions.take_back(ingrid, letter_id=theirs, now=NOW)


def test_a_talk_settles_what_waits(kari: Actor, ingrid: Actor):
    actions.write(kari, words="Hello", now=NOW)
    actions.settle(ingrid, participant_id=participant_of(kari).pk, now=LATER)
    assert queries.written_to_us(ingrid, LATER) == []
    [row] = queries.answered_lately(ingrid, LATER)
    assert row.nickname == "Kari"


@pytest.mark.requirement("X-06")
def test_reading_a_thread_is_a_look(centre: Organisation, kari: Actor, ingrid: Actor):
    queries.thread(ingrid, participant_of(kari).pk, NOW)
    with given(centre.pk):
        assert [look.why for look in Look.objects.all()] == ["messages.thread"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVISER], ids=str)
def test_only_an_adviser_reads_or_answers(centre: Organisation, kari: Actor, role: Role):
    actions.write(kari, words="Hello", now=NOW)
    actor, participant_id = an_actor(centre, role), participant_of(kari).pk
    for forbidden in (
        lambda: queries.thread(actor, participant_id, NOW),
        lambda: actions.answer(actor, participant_id=participant_id, words="Hi", now=NOW),
        lambda: actions.settle(actor, participant_id=participant_id, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            forbidden()


def test_another_organisations_adviser_finds_nobody(kari: Actor):
    actions.write(kari, words="Hello", now=NOW)
    inger = an_actor(an_organisation(), Role.ADVISER)
    assert queries.written_to_us(inger, NOW) == []
    with pytest.raises(NotFound):
        queries.thread(inger, participant_of(kari).pk, NOW)


# Being reached


def test_opening_her_page_reaches_her_once(kari: Actor, ingrid: Actor):
    with a_kind() as reached:
        key = sent(ingrid, participant_of(kari).pk, about=UUID(int=9))
        actions.open_mine(kari, now=LATER)
        actions.open_mine(kari, now=LATER + timedelta(days=1))
        assert not queries.has_news(kari)
        assert not queries.my_thread(kari)[0].is_new
    assert message(kari, key).reached_at == LATER
    [(actor, about, at)] = reached
    assert (actor.role, actor.organisation_id, about, at) == (
        Role.HOUSEKEEPER,
        kari.organisation_id,
        UUID(int=9),
        LATER,
    )


def test_looking_at_my_page_reaches_nobody(kari: Actor, ingrid: Actor):
    with a_kind() as reached:
        sent(ingrid, participant_of(kari).pk)
        assert queries.has_news(kari)
    assert reached == []


def test_what_she_has_seen_is_not_told_again(centre: Organisation, kari: Actor, ingrid: Actor):
    wants(centre.pk, participant_of(kari).pk, Way.CALL)
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
        [call] = queries.calls_waiting(ingrid, NOW)
        actions.open_mine(kari, now=NOW)
        assert queries.calls_waiting(ingrid, NOW) == []
        assert not actions.tell(ingrid, delivery_id=call.delivery_id, now=LATER).now
    found = delivery(kari, key)
    assert found is not None
    assert found.state == DeliveryState.DROPPED


def test_told_on_the_phone_she_is_reached(centre: Organisation, ingrid: Actor):
    odd = a_participant(centre, nickname="Odd")
    with a_kind() as reached:
        key = sent(ingrid, odd.pk, about=UUID(int=9))
        [call] = queries.calls_waiting(ingrid, NOW)
        assert actions.tell(ingrid, delivery_id=call.delivery_id, now=LATER).now
        assert not actions.tell(ingrid, delivery_id=call.delivery_id, now=LATER).now, "told is told"
        assert queries.calls_waiting(ingrid, LATER) == []
    assert [(about, at) for _, about, at in reached] == [(UUID(int=9), LATER)]
    assert message(ingrid, key).reached_at == LATER


def test_one_that_fails_keeps_no_other_from_her(kari: Actor, ingrid: Actor):
    """Each message is opened by itself; the one that failed stays new and is tried again."""

    def fails_for_nine(actor: Actor, about: UUID, now: object) -> None:
        if about == UUID(int=9):
            raise NotFound

    with a_kind(reached=fails_for_nine):
        first = sent(ingrid, participant_of(kari).pk)
        second = sent(ingrid, participant_of(kari).pk, about=UUID(int=9), now=LATER)
        with pytest.raises(NotFound):
            actions.open_mine(kari, now=LATER)
    assert message(kari, first).reached_at == LATER
    assert message(kari, second).reached_at is None


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVISER], ids=str)
def test_only_advisers_tell(centre: Organisation, ingrid: Actor, role: Role):
    odd = a_participant(centre)
    with a_kind():
        key = sent(ingrid, odd.pk)
        found = delivery(ingrid, key)
        assert found is not None
        with pytest.raises(NotAllowed):
            actions.tell(an_actor(centre, role), delivery_id=found.pk, now=NOW)


def test_another_organisations_call_does_not_exist(ingrid: Actor):
    there = an_organisation()
    inger = an_actor(there, Role.ADVISER)
    with a_kind():
        found = delivery(inger, sent(inger, a_participant(there).pk))
    assert found is not None
    with pytest.raises(NotFound):
        actions.tell(ingrid, delivery_id=found.pk, now=NOW)
