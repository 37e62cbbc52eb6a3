"""The pages of working groups, as people fill them in."""

import pytest

from stegvis.areas.directory.models import Offering
from stegvis.areas.directory.rules import ParticipationKind
from stegvis.areas.participation import actions, queries
from stegvis.areas.participation.rules import Wish
from stegvis.kernel.roles import Role
from tests.areas.participation.conftest import shown
from tests.browsers import english, page_of
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor
from tests.support import given


@pytest.mark.requirement("S1-06")
def test_one_brings_it_up_and_the_other_agrees(ingrid, kari, group_id):
    hers, desk = f"/me/working-groups/{group_id}/", f"/desk/working-groups/{group_id}/"
    here, there = english(kari), english(ingrid)
    assert here.post(hers, {"do": "raise", "words": "Round tables", "wish": "decide"}).status_code == 303
    page = page_of(there, desk)
    assert "Round tables" in page
    assert "I agree" in page

    (matter,) = shown(ingrid, group_id).agenda
    there.post(desk, {"do": "agree", "matter": str(matter.matter_id)})
    assert "Everybody agreed" in page_of(here, hers)
    again = there.post(desk, {"do": "not_agree", "matter": str(matter.matter_id)})
    assert again.status_code == 422
    assert "settled meanwhile" in again.content.decode()


def test_nothing_written_keeps_the_page_and_what_was_chosen(kari, group_id):
    answer = english(kari).post(f"/me/working-groups/{group_id}/", {"do": "raise", "wish": "decide"})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "A few words will do" in html
    assert 'value="decide"' in html.split("checked")[0][-200:]


def test_a_day_to_come_is_answered_beside_the_day(ingrid, kari, group_id):
    english(kari).post(f"/me/working-groups/{group_id}/", {"do": "raise", "words": "Tea", "wish": "decide"})
    (matter,) = shown(ingrid, group_id).agenda
    desk = f"/desk/working-groups/{group_id}/"
    for on, words in (
        ("2999-01-01", "has not come yet"),
        ("", "Write the day"),
        ("soon", "day, month and year"),
    ):
        answer = english(ingrid).post(desk, {"do": "decided", "matter": str(matter.matter_id), "on": on})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    day = {"do": "decided", "matter": str(matter.matter_id), "on": "2026-11-20"}
    assert english(ingrid).post(desk, day).status_code == 303


def test_she_chooses_her_name_and_leaves(kari, ingrid, group_id):
    hers = f"/me/working-groups/{group_id}/"
    assert "Ingrid wrote down" in page_of(english(kari), hers)
    english(kari).post(hers, {"do": "name", "shown_as": "Solveig"})
    assert "Solveig" in page_of(english(ingrid), f"/desk/working-groups/{group_id}/")
    assert english(kari).post(hers, {"do": "name", "shown_as": "x" * 41}).status_code == 422
    assert english(kari).post(hers, {"do": "leave"}).status_code == 303
    assert english(kari).get(hers).status_code == 404


def test_her_page_shows_where_she_decides_and_how_to_come_in(centre, kari, group_id):
    hers = f'href="/me/working-groups/{group_id}/"'
    assert hers in page_of(english(kari), "/me/working-groups/")
    other = page_of(english(an_actor(centre, Role.PARTICIPANT)), "/me/working-groups/")
    assert hers not in other
    assert "Would you like to sit in a working group?" in other


@pytest.mark.requirement("S2-18")
def test_the_overview_names_what_lacks_a_way_of_taking_part(centre, ingrid, lunch):
    berit = an_actor(centre, Role.MANAGER)
    assert "No way to take part chosen yet" in page_of(english(berit), "/desk/participation/")
    assert [(one.title, one.lacks) for one in queries.taking_part(berit)] == [("Thursday lunch", True)]

    choose(ingrid, lunch, ParticipationKind.DECIDE_IN_WORKING_GROUP)
    page = page_of(english(berit), "/desk/participation/")
    assert "No way to take part chosen yet" not in page
    assert "promised a working group" in page, "chosen, and not there yet"
    actions.start_group(ingrid, name="The house", now=NOW)
    assert "promised a working group" not in page_of(english(berit), "/desk/participation/")


def choose(actor, listing, *kinds):
    with given(actor):
        Offering.objects.filter(listing=listing).update(participation_kinds=list(kinds))


@pytest.mark.requirement("S1-06")
def test_an_adviser_starts_a_group_and_notes_a_yes(centre, ingrid, kari, lunch):
    desk = english(ingrid)
    assert desk.post("/desk/working-groups/", {"name": ""}).status_code == 422
    started = desk.post("/desk/working-groups/", {"name": "The council", "listing": str(lunch.pk)})
    assert started.status_code == 303
    for_her = f"/desk/working-groups/for/{participant_of(kari).pk}/"
    assert "Has said yes to The council" in page_of(desk, for_her)
    group_id = started.headers["Location"].rstrip("/").split("/")[-1]
    assert desk.post(for_her, {"group": group_id}).status_code == 303
    assert "Sits in" in page_of(desk, for_her)
    assert "You sit in a working group" in page_of(english(kari), "/me/messages/")

    odd = an_actor(centre, Role.EMPLOYEE)
    address = started.headers["Location"]
    english(odd).post(address, {"do": "sit"})
    assert shown(odd, group_id).me is not None
    english(odd).post(address, {"do": "leave"})
    english(odd).post(address, {"do": "end"})
    assert "This working group ended" in page_of(english(odd), address)


def test_a_group_costs_the_same_reads_with_two_and_with_twenty(
    centre, ingrid, kari, group_id, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60) as few:
        page_of(english(kari), f"/me/working-groups/{group_id}/")
    for number in range(18):
        other = an_actor(centre, Role.PARTICIPANT)
        actions.add_participant(ingrid, group_id=group_id, participant_id=participant_of(other).pk, now=NOW)
        actions.raise_matter(other, group_id=group_id, words=f"Tea {number}", wish=Wish.DECIDE, now=NOW)
    with django_assert_max_num_queries(len(few)):
        page_of(english(kari), f"/me/working-groups/{group_id}/")
