"""She asks why somebody looked; an adviser answers, and the answer stands on her page (X-06)."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client

from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.models import Question
from stegvis.areas.privacy.rules.doors import Door
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor
from tests.journeys.sessions import session_of
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday"), pytest.mark.requirement("X-06")]


@pytest.fixture
def look_id(kari: Actor, ingrid: Actor) -> UUID:
    journal.seen(ingrid, about=[participant_of(kari).pk], why="admission.talk", at=NOW)
    with given(kari):
        return Look.objects.get().pk


def browser(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.cookies["session"] = session_of(actor)
    return client


def page(actor: Actor, address: str) -> str:
    response = browser(actor).get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_she_asks_and_reads_the_answer_beside_the_look(kari, ingrid, look_id):
    assert "Ask why" in page(kari, "/me/looks/")
    asked = browser(kari).post(f"/me/looks/{look_id}/", {"words": "Hva lette du etter?"})
    assert asked.status_code == 303
    assert "There is no answer yet" in page(kari, "/me/looks/")

    assert "You looked" in page(ingrid, "/desk/questions/")
    with given(kari):
        question = Question.objects.get()
    assert "Hva lette du etter?" in page(ingrid, f"/desk/questions/{question.pk}/")
    answered = browser(ingrid).post(f"/desk/questions/{question.pk}/", {"answer": "Jeg skulle ringe deg."})
    assert answered.status_code == 303
    html = page(kari, "/me/looks/")
    assert "Jeg skulle ringe deg." in html
    assert "Ingrid answered on" in html


def test_why_is_enough_without_words_and_once_is_enough(kari, look_id):
    for _ in range(2):
        assert browser(kari).post(f"/me/looks/{look_id}/", {}).status_code == 303
    with given(kari):
        assert Question.objects.get().words == ""


def test_another_adviser_may_answer_and_the_first_answer_stands(kari, ingrid, ane, look_id):
    question_id = actions.ask_why(kari, look_id, words="", now=NOW)
    actions.answer_question(ane, question_id, answer="Vi fordelte samtalene.", now=NOW)
    with pytest.raises(Refused):
        actions.answer_question(ingrid, question_id, answer="Noe annet", now=NOW)
    late = browser(ingrid).post(f"/desk/questions/{question_id}/", {"answer": "Noe annet"})
    assert late.status_code == 422
    html = late.content.decode()
    assert "Somebody else has answered this meanwhile" in html
    assert "Noe annet" in html, "what was typed is not lost"
    assert "Vi fordelte samtalene." in html


def test_whoever_she_has_closed_to_does_not_see_the_question(kari, ingrid, ane, look_id):
    question_id = actions.ask_why(kari, look_id, words="Hvorfor?", now=NOW)
    actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    assert queries.questions(ingrid, NOW) == ([], [])
    assert browser(ingrid).get(f"/desk/questions/{question_id}/").status_code == 404
    assert len(queries.questions(ane, NOW)[0]) == 1


def test_reading_a_question_is_a_look(kari, ane, look_id):
    question_id = actions.ask_why(kari, look_id, words="", now=NOW)
    page(ane, "/desk/questions/")
    page(ane, f"/desk/questions/{question_id}/")
    with given(kari):
        assert Look.objects.filter(seat_id=ane.seat_id, why="privacy.questions").count() == 2


def test_her_words_are_unreadable_in_the_database(kari, look_id):
    actions.ask_why(kari, look_id, words="Hemmelig spørsmål", now=NOW)
    with given(kari), connection.cursor() as cursor:
        cursor.execute("SELECT words FROM privacy_question")
        assert "Hemmelig" not in cursor.fetchone()[0]


def test_nobody_asks_about_anothers_look_or_answers_without_the_right(centre, kari, look_id):
    eva = an_actor(centre, Role.PARTICIPANT)
    with pytest.raises(NotFound):
        actions.ask_why(eva, look_id, words="", now=NOW)
    assert browser(eva).get(f"/me/looks/{look_id}/").status_code == 404
    question_id = actions.ask_why(kari, look_id, words="", now=NOW)
    for role in (Role.PARTICIPANT, Role.MANAGER, Role.EMPLOYEE):
        with pytest.raises(NotAllowed):
            actions.answer_question(an_actor(centre, role), question_id, answer="x", now=NOW)
    with pytest.raises(NotFound):
        actions.answer_question(an_actor(centre, Role.ADVISER), uuid4(), answer="x", now=NOW)


def test_an_answer_without_words_is_refused_kindly(kari, ane, look_id):
    question_id = actions.ask_why(kari, look_id, words="", now=NOW)
    answer = browser(ane).post(f"/desk/questions/{question_id}/", {"answer": "  "})
    assert answer.status_code == 422
    assert "Write something first" in answer.content.decode()
