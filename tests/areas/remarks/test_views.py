"""The pages: two taps from any meeting, one minute for "something was said", and a wall that anybody can read."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
import time_machine
from django.urls import reverse

from stegvis.areas.remarks import actions, queries
from stegvis.areas.remarks.rules import Written
from tests.areas.groups.meetings import ten_days_with
from tests.areas.remarks.house import MET_FIRST, ROOM, TODAY, WORDS, a_guideline, a_remark, lacks, rows
from tests.browsers import english, page_of
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import places_in

LATER = NOW + timedelta(days=3)
DANISH = Written("Her er alle trygge, på dansk", "Vi siger stop.")


@pytest.fixture(autouse=True)
def _on_that_monday():
    with time_machine.travel(NOW, tick=False):
        yield


def said(client, meeting: UUID, **answers: str):
    path = reverse("remarks:remark", args=[meeting])
    return client.post(path, {"by": (TODAY + timedelta(days=1)).isoformat(), **answers})


@pytest.mark.requirement("S1-15")
@pytest.mark.requirement("S1-34")
def test_from_a_meeting_both_the_guideline_and_something_was_said_are_one_tap_away(odd, guideline, meeting):
    client = english(odd)
    session = page_of(client, reverse("groups:session", args=[meeting]))
    for name, keys in (("remarks:guideline", []), ("remarks:remark", [meeting])):
        address = reverse(name, args=keys)
        assert f'href="{address}"' in session
        assert WORDS.heading in page_of(client, address)


@pytest.mark.requirement("S1-34")
def test_the_steps_stand_in_their_order_and_hold_without_a_guideline_too(odd, meeting):
    page = page_of(english(odd), reverse("remarks:remark", args=[meeting]))
    steps = ["Stop", "Refer to the rule", "Talk apart", "Follow up the one who was hit"]
    places = [page.index(f"<strong>{step}</strong>") for step in steps]
    assert places == sorted(places)


@pytest.mark.requirement("S1-34")
def test_it_is_kept_with_what_is_answered_already(odd, guideline, meeting):
    client = english(odd)
    answer = said(client, meeting, who=str(odd.seat_id))
    assert (answer.status_code, answer["Location"]) == (303, reverse("groups:session", args=[meeting]))
    desk = page_of(client, "/desk/")
    remark = rows(odd)[0].pk
    assert f'action="{reverse("remarks:follow_up", args=[remark])}"' in desk, "done in one tap from the desk"
    assert client.post(reverse("remarks:follow_up", args=[remark]), {"do": "done"}).status_code == 303
    assert reverse("remarks:follow_up", args=[remark]) not in page_of(client, "/desk/")


@pytest.mark.requirement("S1-34")
def test_a_name_or_number_is_refused_with_the_very_words_and_what_was_typed_stays(odd, meeting):
    typed = "Mohammed ble såret, ring 55 51 22 22"
    answer = said(english(odd), meeting, who=str(odd.seat_id), words=typed)
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Leave out what can lead to somebody: 55 51 22 22, Mohammed." in page
    assert f">\n{typed}</textarea>" in page
    assert rows(odd) == []


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"by": "2027-01-01"}, "Choose by when."),
        ({"by": ""}, "Choose by when."),
        ({"who": "nobody"}, "Choose somebody who works here."),
    ],
)
def test_a_form_that_was_tampered_with_is_answered_in_words(odd, meeting, answers, words):
    answer = said(english(odd), meeting, **{"who": str(odd.seat_id), **answers})
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.requirement("S1-34")
def test_the_words_stand_on_no_page_but_that_of_the_one_who_follows_up(
    berit, ingrid, odd, guideline, meeting
):
    remark = a_remark(odd, meeting, words="Noe om tro.", seat_id=ingrid.seat_id, by=TODAY)
    path = reverse("remarks:follow_up", args=[remark])
    assert "Noe om tro." in page_of(english(ingrid), path)
    with time_machine.travel(LATER, tick=False):
        assert "Noe om tro." not in page_of(english(berit), path)
        for person in (berit, ingrid, odd):
            for other in ("/desk/", reverse("remarks:guideline"), reverse("groups:session", args=[meeting])):
                assert "Noe om tro." not in page_of(english(person), other)
        assert english(odd).get(path).status_code == 404


def test_it_is_handed_on_from_the_page(ingrid, odd, meeting):
    remark = a_remark(ingrid, meeting)
    path = reverse("remarks:follow_up", args=[remark])
    client = english(ingrid)
    assert client.post(path, {"do": "hand_on"}).status_code == 422
    assert client.post(path, {"do": "hand_on", "who": str(odd.seat_id)}).status_code == 303
    assert client.get(path).status_code == 404
    assert english(odd).get(path).status_code == 200


@pytest.mark.requirement("S1-16")
def test_the_wall_is_read_without_login_in_the_languages_it_is_written_in(centre, berit):
    a_guideline(berit, written={"nb": WORDS, "da": DANISH})
    path = reverse("remarks:wall", args=[centre.slug])
    visitor = english()
    assert WORDS.heading in page_of(visitor, path), "not in English: the house's own"
    danish = page_of(visitor, f"{path}?in=da")
    assert '<article class="rm-poster rm-largest" lang="da">' in danish
    assert DANISH.heading in danish
    assert WORDS.acting not in page_of(visitor, path)
    assert "<title>Stegvis</title>" in danish


@pytest.mark.requirement("S1-16")
def test_only_a_screen_on_the_wall_goes_on_by_itself(centre, berit):
    a_guideline(berit, written={"nb": WORDS, "da": DANISH})
    path = reverse("remarks:wall", args=[centre.slug])
    assert "Refresh" not in english().get(path).headers
    at_first = english().get(f"{path}?screen=1")
    assert at_first.headers["Refresh"] == f"45; url={path}?screen=1&in=da"
    assert english().get(f"{path}?screen=1&in=da").headers["Refresh"].endswith("in=nb")


@pytest.mark.parametrize("slug", ["no-such-house", None])
def test_no_house_and_a_house_without_a_guideline_look_alike(centre, slug):
    assert english().get(reverse("remarks:wall", args=[slug or centre.slug])).status_code == 404


@pytest.mark.requirement("S1-16")
@pytest.mark.parametrize("size", ["a4", "a3"])
def test_the_poster_prints_on_either_paper(odd, guideline, size):
    page = page_of(english(odd), f"{reverse('remarks:poster')}?size={size}")
    assert f"rm-print-{size}" in page
    assert WORDS.heading in page
    assert WORDS.acting not in page


@pytest.mark.requirement("S1-15")
def test_without_a_guideline_the_poster_says_how_to_get_one(odd, berit):
    assert "A manager writes it" in page_of(english(odd), reverse("remarks:poster"))
    assert f'href="{reverse("remarks:change")}"' in page_of(english(berit), reverse("remarks:poster"))


@pytest.mark.requirement("S1-15")
def test_a_manager_takes_the_words_to_begin_with_as_they_stand(berit):
    client = english(berit)
    form = client.get(reverse("remarks:change")).context["form"]
    answers = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    assert client.post(reverse("remarks:change"), answers).status_code == 303
    assert set(queries.guideline(berit).written) == {"nb", "da", "sv", "en"}
    assert "no guideline" not in page_of(client, "/desk/")


def test_two_managers_see_both_texts_and_nothing_typed_is_lost(berit, guideline):
    client = english(berit)
    a_guideline(berit, based_on=1, written={"nb": Written("Den andres overskrift", "Stopp")})
    mine = {"based_on": "1", "note_days": "30", "heading_nb": "Min overskrift", "words_nb": "Vi sier stopp"}
    answer = client.post(reverse("remarks:change"), mine)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Den andres overskrift" in page
    assert 'value="Min overskrift"' in page
    assert client.post(reverse("remarks:change"), mine | {"based_on": "2"}).status_code == 303
    assert queries.guideline(berit).written["nb"].heading == "Min overskrift"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"words_nb": "a\n" * 7}, "At most six lines"),
        ({"words_nb": "a" * 121}, "Say it shorter"),
        ({"note_days": "0"}, "Choose between 1 and 90 days."),
        ({"heading_da": "Her"}, "A heading and at least one line are needed."),
        ({"heading_nb": ""}, "Write a heading."),
    ],
)
def test_what_cannot_hang_on_a_wall_is_said_beside_the_question(berit, answers, words):
    good = {"based_on": "0", "note_days": "30", "heading_nb": "Her", "words_nb": "Vi sier stopp"}
    answer = english(berit).post(reverse("remarks:change"), good | answers)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.requirement("S1-16")
def test_a_group_that_lacks_it_says_so_on_its_page_and_is_mended_there(odd, guideline, running):
    client = english(odd)
    round_page, mend = reverse("groups:round", args=[running]), reverse("remarks:round", args=[running])
    assert "neither on the wall nor written down" in page_of(client, round_page)
    assert client.post(mend, {"do": "write_down", "on": "2026-11-13"}).status_code == 422
    assert client.post(mend, {"do": "write_down", "on": MET_FIRST.isoformat()}).status_code == 303
    assert "Written down with the group on" in page_of(client, round_page)
    assert client.post(mend, {"do": "not_written_down"}).status_code == 303
    assert client.post(mend, {"do": "hang"}).status_code == 303
    assert "Hangs in the room" in page_of(client, round_page)


@pytest.mark.requirement("S1-16")
def test_room_and_day_are_noted_for_a_room_that_groups_meet_in_or_another(odd, guideline, running):
    client, path = english(odd), reverse("remarks:guideline")
    assert client.post(path, {"do": "hang", "room": "another", "on": "2026-11-20"}).status_code == 422
    assert client.post(path, {"do": "hang", "room": ROOM, "on": "2026-11-24"}).status_code == 422
    assert (
        client.post(
            path, {"do": "hang", "room": "another", "other": "Gangen", "on": "2026-11-20"}
        ).status_code
        == 303
    )
    assert lacks(odd, running)
    assert client.post(path, {"do": "hang", "room": ROOM, "on": "2026-11-20"}).status_code == 303
    assert not lacks(odd, running)
    poster = {room.room: room.poster_id for room in queries.rooms(odd)}[ROOM]
    assert client.post(path, {"do": "take_down", "poster": str(poster)}).status_code == 303
    assert lacks(odd, running)


@pytest.mark.requirement("S1-15")
def test_a_participant_reads_the_same_words_from_her_place(centre, ingrid, kari, guideline):
    daily = ten_days_with(kari, ingrid, an_offering(centre.pk).pk)
    place = places_in(ingrid, daily)[0].pk
    page = page_of(english(kari), reverse("groups:my_place", args=[place]))
    assert f'href="{reverse("remarks:wall", args=[centre.slug])}"' in page


def test_a_poster_of_before_is_told_apart_from_the_new_one(odd, berit, guideline, running):
    actions.hang_up(odd, room=ROOM, on=TODAY, now=NOW)
    a_guideline(berit, based_on=1, note_days=10)
    for path in (reverse("groups:round", args=[running]), reverse("remarks:guideline")):
        assert "An older version hangs there" in page_of(english(odd), path)


@pytest.mark.requirement("S1-15")
def test_whoever_reads_about_an_offering_finds_the_same_words(centre, lunch, berit):
    path, wall = reverse("directory:offering", args=[lunch.slug]), reverse("remarks:wall", args=[centre.slug])
    assert wall not in page_of(english(), path), "nothing to read yet"
    a_guideline(berit)
    assert f'href="{wall}"' in page_of(english(), path)
