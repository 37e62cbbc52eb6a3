"""The pages of messages, without a script."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Letter, Message, Reach
from stegvis.areas.messages.rules import Wanted, Way
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.browsers import english
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, message, sent, wants
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(phone="55 51 00 00", quiet_from="00:00", quiet_until="00:00")


def _page(actor: Actor, path: str) -> str:
    return english(actor).get(path).content.decode()


def test_an_empty_page_says_what_it_is_for(kari: Actor, ingrid: Actor):
    assert "There are no messages yet" in _page(kari, "/me/messages/")
    assert "Nobody waits for an answer" in _page(ingrid, "/desk/messages/")
    assert "Nobody to call" in _page(ingrid, "/desk/calls/")


def test_she_writes_an_adviser_answers_she_reads(kari: Actor, ingrid: Actor):
    wrote = english(kari).post("/me/messages/", {"do": "write", "words": "May I bring my dog?"})
    assert (wrote.status_code, wrote["Location"]) == (303, "/me/messages/")
    assert "Kari" in _page(ingrid, "/desk/messages/")
    thread = f"/desk/messages/{participant_of(kari).pk}/"
    assert "May I bring my dog?" in _page(ingrid, thread)
    assert english(ingrid).post(thread, {"do": "answer", "words": "Yes, do."}).status_code == 303
    assert "Not read yet" in _page(ingrid, thread)
    page = _page(kari, "/me/messages/")
    assert "Ingrid answered" in page
    assert "Yes, do." in page
    assert "New to you" in page
    assert "New to you" not in _page(kari, "/me/messages/"), "it has been opened"
    assert "Not read yet" not in _page(ingrid, thread)


def test_what_waits_for_an_answer_is_read_before_the_field_for_it(kari: Actor, ingrid: Actor):
    thread = f"/desk/messages/{participant_of(kari).pk}/"
    actions.write(kari, words="Is it warm inside?", now=NOW)
    actions.answer(ingrid, participant_id=participant_of(kari).pk, words="It is.", now=NOW)
    actions.write(kari, words="May I bring my dog?", now=NOW)
    page = _page(ingrid, thread)
    asked, field, earlier = (page.index(words) for words in ("my dog?", "<textarea", "Is it warm"))
    assert asked < field < earlier
    actions.settle(ingrid, participant_id=participant_of(kari).pk, now=NOW)
    page = _page(ingrid, thread)
    assert "Waiting for an answer" not in page
    assert page.index("<textarea") < page.index("my dog?")


@pytest.mark.parametrize("words", ["", " ", "x" * 4001])
def test_what_cannot_be_sent_stays_typed(kari: Actor, words: str):
    answer = english(kari).post("/me/messages/", {"do": "write", "words": words})
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()


def test_a_message_leads_on(kari: Actor, ingrid: Actor):
    with a_kind():
        sent(ingrid, participant_of(kari).pk, arguments={"loaves": "<b>3</b>"})
        page = _page(kari, "/me/messages/")
    assert "Bread en" in page
    assert "&lt;b&gt;3&lt;/b&gt; loaves" in page


def test_looking_ahead_opens_nothing(kari: Actor, ingrid: Actor):
    with a_kind():
        key = sent(ingrid, participant_of(kari).pk)
        english(kari).head("/me/messages/")
        english(kari).post("/me/messages/", {"do": "write", "words": ""})
    assert message(kari, key).reached_at is None


def test_she_takes_back_what_she_wrote(kari: Actor, centre: Organisation):
    letter_id = actions.write(kari, words="Hello", now=NOW)
    answer = english(kari).post("/me/messages/", {"do": "take_back", "letter": str(letter_id)})
    assert answer.status_code == 303
    with given(centre.pk):
        assert not Letter.objects.exists()
    assert english(kari).post("/me/messages/", {"do": "take_back", "letter": "x"}).status_code == 404


def test_nothing_of_another_shows(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    actions.write(eva, words="Only for Ingrid", now=NOW)
    with a_kind():
        sent(ingrid, participant_of(eva).pk)
        page = _page(kari, "/me/messages/")
    assert "Only for Ingrid" not in page
    assert "Bread" not in page


# How to be reached


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"way": "email", "address": "kari", "others_may_see": "yes"}, "one whole e-mail address"),
        (
            {"way": "email", "address": "kari@example.org", "others_may_see": "no"},
            "does no harm if others see",
        ),
        ({"way": "email", "address": "kari@example.org"}, "does no harm if others see"),
        ({"way": "call", "phone": "hello"}, "a number we can call"),
        (
            {"way": "email", "address": "a@b.no\r\nBcc: c@d.no", "others_may_see": "yes"},
            "one whole e-mail address",
        ),
    ],
)
def test_a_way_that_cannot_be_kept_is_explained(
    kari: Actor, centre: Organisation, sent: dict[str, str], words: str
):
    answer = english(kari).post("/me/reach/", {"do": "choose", **sent})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    with given(centre.pk):
        assert not Reach.objects.exists()


def test_she_chooses_and_sees_what_goes_out(kari: Actor):
    page = _page(kari, "/me/reach/")
    assert "There is a message for you. You know where to find it." in page
    chosen = {"do": "choose", "way": "email", "address": " kari@example.org ", "others_may_see": "yes"}
    assert english(kari).post("/me/reach/", chosen).status_code == 303
    assert queries.my_reach(kari).wanted == Wanted(Way.EMAIL, "kari@example.org", "", True)
    assert "By e-mail" in _page(kari, "/me/messages/")


def test_what_an_adviser_wrote_down_waits_for_her_yes(kari: Actor, ingrid: Actor):
    path = f"/desk/messages/{participant_of(kari).pk}/reach/"
    assert english(ingrid).get(path).status_code == 200
    refused = english(ingrid).post(path, {"way": "call", "phone": ""})
    assert refused.status_code == 422
    assert english(ingrid).post(path, {"way": "call", "phone": "900 00 000"}).status_code == 303
    assert "Written down by Ingrid" in _page(kari, "/me/reach/")
    assert english(kari).post("/me/reach/", {"do": "confirm"}).status_code == 303
    assert "Written down by Ingrid" not in _page(kari, "/me/reach/")


# Calls


def test_an_adviser_calls_and_says_so(centre: Organisation, ingrid: Actor):
    odd = a_participant(centre, nickname="Odd")
    wants(centre.pk, odd.pk, Way.CALL)
    with a_kind():
        key = sent(ingrid, odd.pk)
        page = _page(ingrid, "/desk/calls/")
        assert "There are 3 loaves." in page
        assert 'href="tel:90000000"' in page
        [call] = queries.calls_waiting(ingrid, NOW)
        told = english(ingrid).post("/desk/calls/", {"call": str(call.delivery_id)})
        assert told.status_code == 303
        assert "Nobody to call" in _page(ingrid, "/desk/calls/")
        again = english(ingrid).post("/desk/calls/", {"call": str(call.delivery_id)}, follow=True)
    assert "settled already" in again.content.decode()
    assert message(ingrid, key).reached_at is not None


def test_a_call_that_nobody_took_leaves_no_trace(centre: Organisation, ingrid: Actor):
    """There is nothing to press: the line stays as it is, and says nothing of attempts."""
    with a_kind():
        sent(ingrid, a_participant(centre).pk)
        assert "Nothing is noted about it" in _page(ingrid, "/desk/calls/")
        before = queries.calls_waiting(ingrid, NOW)
        _page(ingrid, "/desk/calls/")
        assert queries.calls_waiting(ingrid, NOW) == before


# How they grow


def _statements(actor: Actor, path: str) -> int:
    client = english(actor)
    client.get(path)
    with asked_of_database() as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def _much(centre: Organisation, ingrid: Actor, kari: Actor, count: int) -> None:
    for number in range(count):
        eva = an_actor(centre, Role.PARTICIPANT)
        wants(centre.pk, participant_of(eva).pk, Way.CALL)
        for one in (kari, eva):
            sent(ingrid, participant_of(one).pk)
            actions.write(one, words="Hello", now=timezone.now() - timedelta(days=number))
    with given(centre.pk):
        Message.objects.filter(participant_id=participant_of(kari).pk).update(reached_at=NOW)


@pytest.mark.parametrize("count", [1, 12])
def test_no_page_asks_the_database_more_as_it_grows(
    centre: Organisation, kari: Actor, ingrid: Actor, count: int
):
    with a_kind():
        _much(centre, ingrid, kari, count)
        thread = f"/desk/messages/{participant_of(kari).pk}/"
        assert {
            "mine": _statements(kari, "/me/messages/"),
            "written": _statements(ingrid, "/desk/messages/"),
            "thread": _statements(ingrid, thread),
            "calls": _statements(ingrid, "/desk/calls/"),
        } == {"mine": 9, "written": 7, "thread": 8, "calls": 8}
