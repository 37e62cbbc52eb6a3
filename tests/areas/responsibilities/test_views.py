"""The pages of tasks, as people fill them in."""

import pytest
from django.utils import timezone

from stegvis.areas.responsibilities.models import Responsibility
from stegvis.areas.responsibilities.rules import Said
from tests.browsers import english, page_of
from tests.factories.admission import participant_of
from tests.support import given

ON = "2027-01-14"


@pytest.mark.requirement("S1-27")
def test_from_her_wish_to_handing_it_back(scene):
    me, desk, guide = english(scene.kari), english(scene.ingrid), english(scene.odd)
    assert "Make coffee" in page_of(me, "/me/tasks/")
    hers = me.post("/me/tasks/", {"task": str(scene.coffee)}).headers["Location"]
    assert "We look for somebody" in page_of(me, hers)
    me.post(hers, {"do": "purpose", "purpose": "mastery"})

    theirs = hers.replace("/me/", "/desk/")
    assert "Waits for somebody who goes along" in page_of(desk, "/desk/tasks/")
    said = {"version": "2", "guide": str(scene.odd.seat_id), "purpose": "mastery", "review_on": ON}
    assert desk.post(theirs, {"do": "agree", **said}).status_code == 303
    assert "Kari" in page_of(guide, theirs)

    assert "Odd" in page_of(me, hers)
    assert me.post(hers, {"do": "yes", "version": "3"}).status_code == 303
    assert "It is yours on" in page_of(me, hers)
    assert "Make coffee" in page_of(me, f"/me/meetings/{scene.sessions[0]}/")
    assert "Kari</a>: Make coffee" in page_of(desk, f"/desk/sessions/{scene.sessions[0]}/")

    assert me.post(hers, {"do": "back"}).status_code == 303
    assert "The staff do it now" in page_of(me, "/me/tasks/")
    assert "Nobody asks why" in page_of(desk, "/desk/tasks/")


@pytest.mark.requirement("S1-28")
def test_an_adviser_writes_a_wish_down_unless_staff_are_too_few(scene):
    desk, note = english(scene.ingrid), f"/desk/tasks/note/{scene.round}/"
    assert note in page_of(desk, f"/desk/rounds/{scene.round}/")
    said = {
        "person": str(participant_of(scene.kari).pk),
        "task": str(scene.coffee),
        "guide": str(scene.odd.seat_id),
        "purpose": "mastery",
        "review_on": ON,
    }
    for name, words in (
        ("guide", "Choose who goes along"),
        ("purpose", "Say what it is for"),
        ("review_on", "Choose the day on which"),
    ):
        answer = desk.post(note, said | {name: ""})
        assert answer.status_code == 422
        assert words in answer.content.decode()

    scene.fall_ill(scene.odd)
    short = page_of(desk, note)
    assert "has enough staff" in short
    assert "Write it down" not in short.split("<h1")[1].split("never to help us out")[1]
    assert desk.post(note, said).status_code == 422
    assert note not in page_of(desk, f"/desk/sessions/{scene.sessions[0]}/")

    scene.be_back(scene.odd)
    made = desk.post(note, said).headers["Location"]
    paper = page_of(desk, f"{made}paper/")
    assert "My nickname, or a sign of mine" in paper
    assert desk.post(f"{made}paper/", {"version": "1", "signed_on": "2999-01-01"}).status_code == 422
    assert desk.post(f"{made}paper/", {"version": "9", "signed_on": "2026-11-20"}).status_code == 422
    assert desk.post(f"{made}paper/", {"version": "1", "signed_on": "2026-11-20"}).status_code == 303
    assert "on paper" in page_of(desk, made)


@pytest.mark.requirement("S1-29")
def test_the_review_opens_with_is_this_good_for_you(scene):
    made = scene.running()
    with given(scene.ingrid):
        Responsibility.objects.filter(pk=made).update(review_on=timezone.localdate())
    hers = page_of(english(scene.kari), f"/me/tasks/{made}/")
    first = hers.index("Is this good for you?")
    assert first < hers.index("What we have agreed on")
    theirs = page_of(english(scene.odd), f"/desk/tasks/{made}/")
    assert theirs.index("Is this good for you?") < theirs.index("What stands now")
    words = {"do": "how", "said": "change", "words": "The kettle is heavy."}
    assert english(scene.kari).post(f"/me/tasks/{made}/", words | {"shared": "on"}).status_code == 303
    assert "The kettle is heavy." in page_of(english(scene.odd), f"/desk/tasks/{made}/")


@pytest.mark.requirement("S1-20")
def test_how_it_is_can_be_left_open_or_said_in_words_alone(scene):
    made = scene.running()
    hers = f"/me/tasks/{made}/"
    me = english(scene.kari)
    for said in ({}, {"words": "The kettle is heavy."}, {"said": "good"}):
        assert me.post(hers, {"do": "how", **said}).status_code == 303
    assert scene.mine().said is Said.GOOD
    me.post(hers, {"do": "how", "words": "Better now."})
    assert (scene.mine().said, scene.mine().words) == (Said.GOOD, "Better now.")


def test_two_who_decide_at_once_see_both(scene):
    page = f"/desk/offerings/{scene.lunch.pk}/tasks/"
    first, second = english(scene.ingrid), english(scene.berit)
    said = {"version": "1", "possible": "yes", "kinds": ["coffee"], "names": ""}
    assert first.post(page, said | {"names": "Water the plants"}).status_code == 303
    answer = second.post(page, said | {"possible": "no"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody else decided meanwhile" in html
    assert "Water the plants" in html
    assert second.post(page, said | {"possible": "yes", "kinds": [], "version": "2"}).status_code == 422
