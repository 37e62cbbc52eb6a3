"""What she closes is gone for whoever it is closed to, from the next request; only she opens it again (X-06)."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from stegvis.areas.admission import api as admission
from stegvis.areas.messages import api as messages
from stegvis.areas.people.models import Participant
from stegvis.areas.privacy import actions, queries
from stegvis.areas.privacy.rules.doors import Door, door_named
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound
from stegvis.kernel.models import ClosedDoor, JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.journeys.sessions import session_of
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday"), pytest.mark.requirement("X-06")]


ABOUT_HER = ("messages:thread", "messages:reach", "groups:places_for", "privacy:note_doors")


@pytest.fixture
def her(kari: Actor) -> UUID:
    """Kari under a name that stands nowhere else, with a wish for a talk."""
    admission.ask_for_talk(kari, listing_id=None, how_to_reach=None, now=NOW)
    with given(kari):
        Participant.objects.filter(user_id=kari.user_id).update(nickname="Solstrålen")
    return participant_of(kari).pk


def get(actor: Actor, address: str, language: str = "en") -> tuple[int, str]:
    response = browser(actor, language).get(address)
    return response.status_code, response.content.decode()


def browser(actor: Actor, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.cookies["session"] = session_of(actor)
    return client


def looks_at(her: UUID, actor: Actor) -> int:
    with given(actor):
        return Look.objects.filter(about=her, seat_id=actor.seat_id).count()


def test_a_blocked_worker_finds_nothing_and_another_still_does(kari, her, ingrid, ane):
    assert "Solstrålen" in get(ingrid, "/desk/talks/")[1]
    browser(kari).post("/me/doors/", {"close": f"seat:{ingrid.seat_id}"})

    assert "Solstrålen" not in get(ingrid, "/desk/talks/")[1]
    assert "Solstrålen" in get(ane, "/desk/talks/")[1]
    for name in ABOUT_HER:
        assert get(ane, reverse(name, args=[her]))[0] == 200, "else this would say nothing"
        shut, unknown = (get(ingrid, reverse(name, args=[key])) for key in (her, uuid4()))
        assert shut[0] == 404
        assert without_tokens(shut[1]) == without_tokens(unknown[1]), "the same page as for somebody unknown"


def test_what_a_blocked_worker_does_not_see_is_no_look(kari, her, ingrid):
    get(ingrid, "/desk/talks/")
    assert looks_at(her, ingrid) == 1
    actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    for address in (
        "/desk/",
        "/desk/talks/",
        reverse("admission:times"),
        reverse("messages:written"),
        reverse("messages:calls"),
    ):
        get(ingrid, address)
    assert looks_at(her, ingrid) == 1


def test_closed_talks_are_closed_to_every_adviser_and_not_to_herself(kari, her, ingrid, ane):
    actions.close_door(kari, Door(section="talks"), now=NOW)
    for adviser in (ingrid, ane):
        assert "Solstrålen" not in get(adviser, "/desk/talks/")[1]
        with pytest.raises(NotFound):
            admission.start_talk(adviser, participant_id=her, now=NOW)
    assert get(kari, "/me/talk/")[0] == 200


def test_closed_messages_are_not_read_and_not_answered(kari, her, ingrid):
    messages.write(kari, words="Hei", now=NOW)
    assert "Solstrålen" in get(ingrid, reverse("messages:written"))[1]
    actions.close_door(kari, Door(section="messages"), now=NOW)
    assert "Solstrålen" not in get(ingrid, reverse("messages:written"))[1]
    status, html = get(ingrid, reverse("messages:thread", args=[her]))
    assert (status, "Hei" in html) == (200, False)


def test_only_she_opens_it_again(centre, kari, her, ingrid):
    actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    for role in (Role.ADVISER, Role.MANAGER, Role.COORDINATOR, Role.HOUSEKEEPER):
        somebody = an_actor(centre, role) if role is not Role.HOUSEKEEPER else Actor.housekeeper(centre.pk)
        for decide in (actions.open_door, actions.close_door):
            with pytest.raises(NotAllowed):
                decide(somebody, Door(seat_id=ingrid.seat_id), now=NOW)
    actions.open_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    assert "Solstrålen" in get(ingrid, "/desk/talks/")[1]


def test_an_adviser_notes_what_she_said_and_it_counts_at_once(kari, her, ingrid, ane):
    answer = browser(ane).post(f"/desk/doors/{her}/", {"door": f"seat:{ingrid.seat_id}"})
    assert answer.status_code == 303
    assert "Solstrålen" not in get(ingrid, "/desk/talks/")[1]
    page = get(kari, "/me/doors/")[1]
    assert "written down by Ane" in page
    assert "Open for Ingrid" in page


def test_the_page_for_noting_never_says_what_is_closed(kari, her, ingrid, ane):
    before = get(ane, f"/desk/doors/{her}/")[1]
    actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    actions.close_door(kari, Door(section="talks"), now=NOW)
    after = get(ane, f"/desk/doors/{her}/")[1]
    assert without_tokens(before) == without_tokens(after)


def test_nothing_chosen_says_what_to_do(her, ane):
    answer = browser(ane).post(f"/desk/doors/{her}/", {})
    assert answer.status_code == 422
    assert "Choose first what is to be closed." in answer.content.decode()


def test_closing_twice_and_opening_twice_change_nothing(kari, her, ingrid):
    for _ in range(2):
        actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    with given(kari):
        assert ClosedDoor.objects.count() == 1
        assert JournalEntry.objects.filter(what="privacy.door_closed").count() == 1
    for _ in range(2):
        actions.open_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    with given(kari):
        assert not ClosedDoor.objects.exists()


def test_what_is_not_there_cannot_be_closed(kari, her):
    foreign = an_actor(an_organisation(), Role.ADVISER)
    for door in (
        Door(seat_id=foreign.seat_id),
        Door(seat_id=uuid4()),
        Door(seat_id=kari.seat_id),
        Door(section="no_such"),
        Door(),
    ):
        with pytest.raises(NotFound):
            actions.close_door(kari, door, now=NOW)
    assert browser(kari).post("/me/doors/", {"close": "nothing"}).status_code == 404


def test_she_reads_it_when_no_adviser_is_left(kari, her, ingrid, ane):
    actions.close_door(kari, Door(seat_id=ingrid.seat_id), now=NOW)
    assert not queries.my_doors(kari, NOW).nobody_left
    actions.close_door(kari, Door(seat_id=ane.seat_id), now=NOW)
    assert "No adviser can help you now" in get(kari, "/me/doors/")[1]


def test_every_section_that_a_table_names_has_words():
    from stegvis.areas.privacy.texts import sections
    from tests.architecture.tables import our_models

    assert {model.SECTION for model in our_models() if getattr(model, "SECTION", "")} == set(sections())


@pytest.mark.parametrize("text", ["", "seat:", "seat:x", "section:", "door:x", "seat"])
def test_a_name_of_no_door(text: str):
    assert door_named(text) is None


def without_tokens(html: str) -> str:
    """The page but for what is new each time it is made: marks of forms, ids and nonces."""
    return re.sub(r"[A-Za-z0-9+/=_-]{20,}", "", html)
