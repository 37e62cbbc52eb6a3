"""The pages of tasks, as people fill them in."""

import pytest

from tests.browsers import english, page_of

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
