"""The pages of sharing: hers, the reader's, and the paper; without a script, in words, with nothing lost."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from stegvis.areas.people.models import Organisation
from stegvis.areas.privacy import actions, queries
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.areas.privacy.sharing import GOOD_TO_KNOW, House, browser_of
from tests.factories.admission import NOW
from tests.factories.people import a_participant, an_actor
from tests.support import asked_of_database, given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-04")]


@pytest.fixture(autouse=True)
def _a_monday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def house(db: None) -> House:
    return House()


def opened(actor: Actor, address: str, language: str = "en", status: int = 200) -> str:
    response = browser_of(actor, language).get(address)
    assert response.status_code == status
    return response.content.decode()


def answers(house: House, to: Actor, **other: object) -> dict[str, object]:
    return {
        "recipient": str(to.seat_id),
        "items": ["admission.good_to_know"],
        "purpose": "welcome",
        "words": "Så jeg slipper å si det",
        "months": "3",
    } | other


def test_with_nothing_shared_the_page_says_that_it_stays_so(house):
    html = opened(house.kari, "/me/sharing/")
    assert "You share nothing" in html
    assert "/me/sharing/new/" in html


def test_she_shares_sees_it_and_takes_it_back_in_one_tap(house):
    browser = browser_of(house.kari)
    assert browser.post("/me/sharing/new/", answers(house, house.odd)).status_code == 303
    html = browser.get("/me/sharing/").content.decode()
    for words in ("Odd", "Employee", "only what is good to know", "Until Tuesday 23 February 2027"):
        assert words in html

    grant_id = house.grants()[0].pk
    assert GOOD_TO_KNOW in opened(house.odd, f"/desk/shared/{grant_id}/")
    answer = browser.post("/me/sharing/", {"do": "take_back", "grant": grant_id}, follow=True)
    html = answer.content.decode()
    assert "Odd sees nothing of it any more" in html
    assert "Monday 23 November, 11:00" in html, "what had been read, and when"
    opened(house.odd, f"/desk/shared/{grant_id}/", status=404)
    assert "Kari" not in opened(house.odd, "/desk/shared/")


def test_what_was_taken_back_looks_like_what_never_was(house):
    grant_id = house.share(house.odd)
    actions.take_back(house.kari, grant_id=grant_id, now=NOW)
    ended = opened(house.odd, f"/desk/shared/{grant_id}/", status=404)
    assert ended == opened(house.odd, f"/desk/shared/{UUID(int=7)}/", status=404)


def test_nothing_is_ticked_beforehand_but_how_long(house):
    html = opened(house.kari, "/me/sharing/new/")
    assert html.count(" checked") == 1
    assert html.index(" checked") > html.index("For how long?")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("items", "Choose at least one thing"),
        ("recipient", "Choose one person"),
        ("purpose", "Choose what it is for"),
        ("months", "Choose how long"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(house, missing, words):
    sent = {name: value for name, value in answers(house, house.odd).items() if name != missing}
    response = browser_of(house.kari).post("/me/sharing/new/", sent)
    html = response.content.decode()
    assert response.status_code == 422
    assert words in html
    assert "Så jeg slipper å si det" in html
    assert house.grants() == []


def test_a_refusal_says_what_is_possible_instead(house):
    house.share(house.odd)
    response = browser_of(house.kari).post("/me/sharing/new/", answers(house, house.odd))
    assert response.status_code == 422
    assert "You share this with Odd already" in response.content.decode()


def test_a_stranger_in_the_form_looks_like_nobody(house):
    stranger = an_actor(House().organisation, Role.EMPLOYEE)
    bodies = []
    for seat_id in (stranger.seat_id, UUID(int=7), "nobody"):
        response = browser_of(house.kari).post(
            "/me/sharing/new/", answers(house, house.odd, recipient=seat_id, key=UUID(int=9))
        )
        assert response.status_code == 422
        bodies.append(response.content.decode().count("Choose one person"))
    assert len(set(bodies)) == 1
    assert house.grants() == []


def test_she_answers_to_what_an_adviser_wrote_down(house):
    grant_id = house.note(house.odd)
    html = opened(house.kari, "/me/sharing/")
    assert "Ingrid wrote this down. Is it right?" in html
    assert "Nobody sees anything before you have said yes" in html
    opened(house.odd, f"/desk/shared/{grant_id}/", status=404)

    browser_of(house.kari).post("/me/sharing/", {"do": "right", "grant": grant_id})
    assert GOOD_TO_KNOW in opened(house.odd, f"/desk/shared/{grant_id}/")


def test_her_no_takes_it_away(house):
    grant_id = house.note(house.odd)
    browser_of(house.kari).post("/me/sharing/", {"do": "not_so", "grant": grant_id})
    assert house.grants() == []
    assert "You share nothing" in opened(house.kari, "/me/sharing/")


def test_a_yes_that_comes_too_late_is_said_so(house):
    grant_id = house.note(house.odd)
    with time_machine.travel(NOW + timedelta(days=200), tick=False):
        response = browser_of(house.kari).post("/me/sharing/", {"do": "right", "grant": grant_id})
    assert response.status_code == 422
    assert "Its time is over" in response.content.decode()


def test_she_lets_it_go_on_for_longer(house):
    grant_id = house.share(house.odd)
    browser = browser_of(house.kari)
    assert browser.post(f"/me/sharing/{grant_id}/", {"months": "12"}).status_code == 303
    assert (
        "Odd can see it until Tuesday 23 November 2027"
        in browser.get(f"/me/sharing/{grant_id}/").content.decode()
    )
    response = browser.post(f"/me/sharing/{grant_id}/", {"months": "13"})
    assert response.status_code == 422
    assert "Choose how long" in response.content.decode()


@pytest.mark.requirement("X-05")
def test_the_page_says_what_taking_back_does_not_do(house):
    html = opened(house.kari, f"/me/sharing/{house.share(house.odd)}/")
    assert "because a law says so, stays where it is" in html
    assert "they can remember" in html


@pytest.mark.requirement("X-09")
def test_an_adviser_writes_it_down_prints_it_and_notes_the_signature(house):
    nora = a_participant(house.organisation, nickname="Nora")
    browser, address = browser_of(house.ingrid), f"/desk/shared/for/{nora.pk}/"
    html = browser.get(address).content.decode()
    assert "What Nora wants to share" in html
    assert str(house.odd.seat_id) in html, "the form to write it down in"
    response = browser.post(address, answers(house, house.odd))
    assert response.status_code == 303
    paper = browser.get(response.url).content.decode()
    for words in ("Nora", "Odd, employee", "To meet me well", "Until Tuesday 23 February 2027"):
        assert words in paper

    signed = browser.post(response.url, {"do": "signed"}, follow=True)
    assert "It counts from now on" in signed.content.decode()
    assert "Nora" in opened(house.odd, "/desk/shared/")
    assert browser.get(response.url).status_code == 404


def test_what_was_written_down_wrongly_is_removed(house):
    grant_id = house.note(house.odd)
    browser_of(house.ingrid).post(f"/desk/shared/noted/{grant_id}/", {"do": "drop"})
    assert house.grants() == []


def test_an_adviser_notes_that_she_takes_back_and_learns_nothing(house):
    address, said = f"/desk/shared/for/{house.kari_id}/", []
    for share in (True, False):
        if share:
            house.share(house.odd)
        response = browser_of(house.ingrid).post(
            address, {"do": "take_back", "recipient": str(house.odd.seat_id)}, follow=True
        )
        said.append("If something was shared, it is not any more" in response.content.decode())
    assert said == [True, True]
    assert queries.my_sharing(house.kari, NOW).running == ()


def test_the_list_is_a_look_at_each_and_the_reading_another(house):
    grant_id = house.share(house.odd)
    opened(house.odd, "/desk/shared/")
    opened(house.odd, f"/desk/shared/{grant_id}/")
    with given(house.kari):
        looks = Look.objects.filter(seat_id=house.odd.seat_id).values_list("why", flat=True)
        assert sorted(looks) == ["privacy.shared", "privacy.shared_list"]
    html = opened(house.kari, "/me/looks/")
    assert "Read what you share" in html


@pytest.mark.requirement("X-05")
def test_for_an_authority_no_name_of_hers_is_offered_to_write_down(house):
    an_actor(house.organisation, Role.FRONT_LINE, name="Peter")
    assert "Peter" not in opened(house.ingrid, f"/desk/shared/for/{house.kari_id}/")
    assert "Peter" in opened(house.kari, "/me/sharing/new/")


def test_many_shares_ask_the_database_as_much_as_one(house):
    def shares(organisation: Organisation) -> None:
        eva = an_actor(organisation, Role.PARTICIPANT)
        actions.share(eva, wish=house.wish(house.odd), now=NOW)

    def asked(client: Client, address: str) -> int:
        with asked_of_database() as statements:
            assert client.get(address).status_code == 200
        return len(statements)

    shares(house.organisation)
    few = asked(browser_of(house.odd), "/desk/shared/")
    for _ in range(12):
        shares(house.organisation)
    assert asked(browser_of(house.odd), "/desk/shared/") == few

    house.share(house.odd)
    mine = asked(browser_of(house.kari), "/me/sharing/")
    for _ in range(6):
        house.share(an_actor(house.organisation, Role.EMPLOYEE, name="Nils"))
    assert asked(browser_of(house.kari), "/me/sharing/") == mine
