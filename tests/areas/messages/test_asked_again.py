"""Safe contact on the pages: asked again at each contact, chosen in one form, told what a choice costs."""

from collections.abc import Iterator
from datetime import time

import pytest

from stegvis.areas.messages import actions, queries
from stegvis.areas.messages.models import Reach
from stegvis.areas.messages.rules import Hours, Wanted, Way
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.roles import Role
from tests.browsers import english
from tests.factories.admission import participant_of
from tests.factories.messages import NOW, a_kind, sent
from tests.factories.people import a_participant, an_actor
from tests.support import given

CALL = Wanted(Way.CALL, phone="900 00 000", hours=Hours(time(10), time(12)), code_word="the bicycle shop")
NEVER = Wanted(Way.NEVER)


@pytest.fixture(autouse=True)
def _kind() -> Iterator[None]:
    with a_kind():
        yield


# Asked again at each contact


@pytest.mark.parametrize(("do", "later"), [("right", True), ("", False), ("change", False)])
def test_each_call_asks_whether_it_is_still_right(kari: Actor, ingrid: Actor, do: str, later: bool):
    actions.choose_reach(kari, wanted=CALL, now=NOW)
    sent(ingrid, participant_of(kari).pk)
    [call] = queries.calls_waiting(ingrid, NOW)
    assert call.still_right_at == NOW
    page = english(ingrid).get("/desk/calls/").content.decode()
    assert "Is it still right to reach you like this?" in page
    answer = english(ingrid).post("/desk/calls/", {"call": str(call.delivery_id), "do": do})
    person = f"/desk/messages/{participant_of(kari).pk}/reach/"
    assert answer["Location"] == (person if do == "change" else "/desk/calls/")
    with given(kari):
        assert (Reach.objects.get().still_right_at != NOW) is later
    assert queries.calls_waiting(ingrid, NOW) == [], "told is told, whatever she answers"


def test_who_never_chose_is_asked_how(centre: Organisation, ingrid: Actor):
    sent(ingrid, a_participant(centre).pk)
    page = english(ingrid).get("/desk/calls/").content.decode()
    assert "How may we reach you?" in page
    assert "Told, and it is still right" not in page


def test_an_adviser_notes_that_it_is_right_without_a_call(kari: Actor, ingrid: Actor):
    actions.choose_reach(kari, wanted=CALL, now=NOW)
    page = f"/desk/messages/{participant_of(kari).pk}/reach/"
    assert english(ingrid).post(page, {"do": "right"}).status_code == 303
    with given(kari):
        assert Reach.objects.get().still_right_at != NOW


def test_nobody_but_an_adviser_notes_it(centre: Organisation, kari: Actor):
    for role in set(Role) - {Role.ADVISER}:
        with pytest.raises(NotAllowed):
            actions.note_still_right(an_actor(centre, role), participant_id=participant_of(kari).pk, now=NOW)


# The pages


def test_she_chooses_hours_and_a_word_on_her_page(kari: Actor):
    typed = {
        "do": "choose",
        "way": "call",
        "phone": "900 00 000",
        "code_word": "the bicycle shop",
        "safe_from": "10:00",
        "safe_until": "12:00",
    }
    assert english(kari).post("/me/reach/", typed).status_code == 303
    assert queries.my_reach(kari).wanted == CALL
    page = english(kari).get("/me/reach/").content.decode()
    assert "the bicycle shop" in page
    assert '<option value="10:00" selected>' in page
    assert '<option value="21:00"' not in page, "the house is quiet then"


def test_a_refusal_keeps_what_she_typed(kari: Actor):
    typed = {
        "do": "choose",
        "way": "call",
        "phone": "900 00 000",
        "safe_from": "12:00",
        "safe_until": "10:00",
    }
    answer = english(kari).post("/me/reach/", typed)
    assert answer.status_code == 422
    assert "We never call or send at that time" in answer.content.decode()
    assert '<option value="12:00" selected>' in answer.content.decode()


@pytest.mark.requirement("X-02")
def test_a_word_that_tells_is_hers_to_choose_and_she_is_warned(kari: Actor):
    typed = {"do": "choose", "way": "call", "phone": "900 00 000", "code_word": "krisesenteret"}
    page = english(kari).post("/me/reach/", typed, follow=True).content.decode()
    assert "others who hear that word may understand" in page
    assert queries.my_reach(kari).wanted.code_word == "krisesenteret"
    typed["code_word"] = "the bicycle shop"
    page = english(kari).post("/me/reach/", typed, follow=True).content.decode()
    assert "others who hear that word" not in page


def test_never_can_be_chosen_and_says_what_it_costs(kari: Actor):
    assert english(kari).post("/me/reach/", {"do": "choose", "way": "never"}).status_code == 303
    assert queries.my_reach(kari).wanted == NEVER
    assert "it may go to somebody else before you see it" in english(kari).get("/me/reach/").content.decode()
