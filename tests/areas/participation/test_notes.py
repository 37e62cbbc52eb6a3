"""Telling a working group something without sitting in it, and what the group answers everybody (S1-05)."""

from datetime import timedelta

import pytest

from stegvis.areas.participation import actions, queries
from stegvis.areas.participation.models import Note
from stegvis.areas.participation.rules import Refusal
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.areas.participation.conftest import shown
from tests.browsers import english, page_of
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor
from tests.support import given

WORDS = "The light is too sharp"


@pytest.fixture
def eva(centre) -> Actor:
    """Somebody who comes here and sits in no group."""
    return an_actor(centre, Role.PARTICIPANT)


def told(actor, group_id, words=WORDS, **more):
    return actions.tell(actor, group_id=group_id, words=words, **{"now": NOW, **more})


@pytest.mark.requirement("S1-05")
def test_she_tells_a_group_something_without_sitting_in_it(eva, kari, ingrid, group_id):
    address = f"/me/working-groups/{group_id}/note/"
    assert f'href="{address}"' in page_of(english(eva), "/me/working-groups/")
    assert english(eva).post(address, {"words": WORDS}).status_code == 303

    for member, page in ((kari, "me"), (ingrid, "desk")):
        html = page_of(english(member), f"/{page}/working-groups/{group_id}/")
        assert WORDS in html
        assert "Without a name" in html
    assert english(eva).get(f"/me/working-groups/{group_id}/").status_code == 404, "she still sits in none"


@pytest.mark.requirement("S1-05")
def test_without_a_name_nothing_leads_back_to_her(eva, ingrid, group_id):
    note_id = told(eva, group_id)
    her = participant_of(eva).pk
    with given(ingrid):
        row = Note.objects.get(pk=note_id)
        kept = {field.name: getattr(row, field.attname) for field in Note._meta.local_fields}
        entries = list(JournalEntry.objects.filter(about__in=[note_id, group_id], what__contains="note"))
    assert her not in kept.values()
    assert eva.user_id not in kept.values()
    assert kept["participant"] is None
    assert [(entry.seat_id, entry.about) for entry in entries] == [(None, group_id)]
    assert entries[0].at != NOW, "the minute would tell who was logged in"
    assert queries.my_notes(eva, group_id) == []
    shown(ingrid, group_id)
    with given(ingrid):
        assert not Look.objects.filter(about=her).exists()


@pytest.mark.requirement("S1-05")
def test_with_a_name_of_her_choice_she_can_take_it_back(eva, ingrid, kari, group_id):
    note_id = told(eva, group_id, signed="Solveig")
    assert [(note.words, note.signed) for note in shown(ingrid, group_id).notes] == [(WORDS, "Solveig")]
    with given(ingrid):
        assert Look.objects.filter(about=participant_of(eva).pk).count() == 1
    for other in (kari, an_actor_of(eva)):
        with pytest.raises(NotFound):
            actions.take_note_back(other, note_id=note_id, now=NOW)
    address = f"/me/working-groups/{group_id}/note/"
    assert "Solveig" in page_of(english(eva), address)
    assert english(eva).post(address, {"do": "back", "note": str(note_id)}).status_code == 303
    assert shown(ingrid, group_id).notes == ()


def an_actor_of(actor: Actor) -> Actor:
    """Another participant of the same house."""
    from stegvis.areas.people.models import Organisation

    with given():
        return an_actor(Organisation.objects.get(pk=actor.organisation_id), Role.PARTICIPANT)


def test_only_those_in_the_group_read_what_was_told(eva, centre, group_id):
    told(eva, group_id)
    for role in (Role.EMPLOYEE, Role.MANAGER):
        assert shown(an_actor(centre, role), group_id).notes == ()
    for role in (Role.ADVISER, Role.MANAGER, Role.VOLUNTEER):
        with pytest.raises(NotAllowed):
            told(an_actor(centre, role), group_id)


@pytest.mark.requirement("S1-05")
def test_the_group_answers_everybody_and_never_her_alone(eva, centre, ingrid, kari, group_id):
    told(eva, group_id)
    desk = f"/desk/working-groups/{group_id}/"
    odd = an_actor(centre, Role.EMPLOYEE)
    with pytest.raises(NotFound):
        actions.reply(odd, group_id=group_id, said="Light", answer="Lamps", now=NOW)
    empty = english(ingrid).post(desk, {"do": "reply", "said": "", "answer": "Two lamps"})
    assert empty.status_code == 422
    assert "Two lamps" in empty.content.decode(), "what was typed stays"
    sent = english(ingrid).post(desk, {"do": "reply", "said": "The light", "answer": "Two lamps"})
    assert sent.status_code == 303

    stranger = an_actor(centre, Role.PARTICIPANT)
    for person in (eva, kari, stranger):
        html = page_of(english(person), "/me/working-groups/")
        assert "Two lamps" in html
        assert WORDS not in html, "the group's words, not hers"
        assert "Two lamps" not in page_of(english(person), "/me/messages/"), "nobody is singled out"
    assert shown(ingrid, group_id).notes == ()
    with pytest.raises(Refused, match=Refusal.NOTHING_TO_ANSWER):
        actions.reply(ingrid, group_id=group_id, said="Light", answer="Lamps", now=NOW)


def test_sent_twice_it_is_one(eva, ingrid, group_id):
    key = queries.groups_to_tell(eva)[0].group_id  # any key will do
    assert told(eva, group_id, wanted_id=key) == told(eva, group_id, wanted_id=key) == key
    assert len(shown(ingrid, group_id).notes) == 1


@pytest.mark.parametrize(
    ("days_after_answer", "days_after_note", "left"), [(29, 0, 1), (30, 0, 0), (None, 364, 1), (None, 365, 0)]
)
def test_notes_go_a_month_after_the_answer_and_after_a_year(
    eva, ingrid, centre, group_id, days_after_answer, days_after_note, left
):
    told(eva, group_id)
    later = NOW + timedelta(days=days_after_note)
    if days_after_answer is not None:
        actions.reply(ingrid, group_id=group_id, said="Light", answer="Lamps", now=NOW)
        later = NOW + timedelta(days=days_after_answer)
    actions.forget_old_notes(Actor.housekeeper(centre.pk), now=later)
    with given(ingrid):
        assert Note.objects.count() == left


def test_nothing_written_and_an_ended_group_are_refused(eva, ingrid, group_id):
    with pytest.raises(Refused, match=Refusal.NOTHING_WRITTEN):
        told(eva, group_id, words="  ")
    answer = english(eva).post(f"/me/working-groups/{group_id}/note/", {"words": "", "signed": "Sol"})
    assert answer.status_code == 422
    assert 'value="Sol"' in answer.content.decode()
    actions.end_group(ingrid, group_id=group_id, now=NOW)
    with pytest.raises(Refused, match=Refusal.GROUP_HAS_ENDED):
        told(eva, group_id)
    assert english(eva).get(f"/me/working-groups/{group_id}/note/").status_code == 404
    assert "Write to us" in page_of(english(eva), "/me/working-groups/")
