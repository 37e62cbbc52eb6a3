"""The talk on paper and typed in after, over several meetings, and the offer of talks about what happened."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.utils import timezone

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import Talk
from stegvis.areas.admission.rules import TalkWords
from stegvis.areas.directory.models import Listing, Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.browsers import english
from tests.factories.admission import participant_of
from tests.factories.people import an_actor
from tests.support import given

pytestmark = pytest.mark.django_db


def _talk(ingrid: Actor, kari: Actor) -> UUID:
    return actions.start_talk(ingrid, participant_id=participant_of(kari).pk, now=timezone.now())


def _held_on(ingrid: Actor) -> date | None:
    with given(ingrid):
        return Talk.objects.get().held_on


@pytest.mark.requirement("X-09")
def test_the_form_to_print_asks_what_the_screen_asks(ingrid: Actor, lunch: Listing):
    page = unescape(english(ingrid).get("/desk/talks/form/").content.decode())
    for asked in (
        "What would be good for you now?",
        "Thursday lunch",
        "What is good for us to know",
        "If we meet outside",
        "I would like talks about what happened",
        "What do we do if it does not fit after all?",
    ):
        assert asked in page


@pytest.mark.requirement("X-15")
def test_in_mode_none_the_form_to_print_has_no_room_for_words(ingrid: Actor, lunch: Listing):
    with given(ingrid):
        Service.objects.update(documentation=DocumentationMode.NONE)
    page = unescape(english(ingrid).get("/desk/talks/form/").content.decode())
    assert "We write nothing down about you" in page
    assert "What is good for us to know" not in page


@pytest.mark.requirement("X-09")
def test_a_talk_on_paper_is_typed_in_with_its_day(kari: Actor, ingrid: Actor, lunch: Listing):
    client, address = english(ingrid), f"/desk/talks/{_talk(ingrid, kari)}/"
    last_week = timezone.localdate() - timedelta(days=7)
    tomorrow = timezone.localdate() + timedelta(days=1)
    typed = {"do": "hold", "good_for_me": "Somewhere to be", "version": 1}
    refused = client.post(address, typed | {"held_on": tomorrow.isoformat()})
    assert refused.status_code == 422
    assert "That day is still to come" in refused.content.decode()
    assert tomorrow.isoformat() in refused.content.decode()
    assert _held_on(ingrid) is None

    assert client.post(address, typed | {"held_on": last_week.isoformat(), "version": 2}).status_code == 303
    assert _held_on(ingrid) == last_week
    assert queries.clarification_of(kari, participant_of(kari).pk).held_on == last_week


@pytest.mark.requirement("S1-12")
def test_a_talk_over_three_meetings_with_two_advisers_is_one_talk(
    kari: Actor, ingrid: Actor, lunch: Listing, centre: Organisation
):
    siri = an_actor(centre, Role.ADVISER, name="Siri")
    talk_id, first = _talk(ingrid, kari), timezone.now()
    for version, (adviser, words) in enumerate([(ingrid, "A bit"), (siri, "A bit more")], start=1):
        day = first + timedelta(days=7 * version)
        assert actions.start_talk(adviser, participant_id=participant_of(kari).pk, now=day) == talk_id
        actions.save_talk(
            adviser,
            talk_id=talk_id,
            words=TalkWords(good_for_me=words),
            choices=[],
            version=version,
            now=day,
        )
    page = english(ingrid).get(f"/desk/talks/{talk_id}/").content.decode()
    assert "Begun" in page
    assert "Last written in by Siri" in page
    assert "A bit more" in page
    actions.hold_talk(ingrid, talk_id=talk_id, version=3, now=first + timedelta(days=21))
    assert queries.my_talk(kari, "en").talk.adviser == "Ingrid"


@pytest.mark.requirement("S2-07")
@pytest.mark.parametrize("wants", [True, False])
def test_talks_about_what_happened_are_offered_and_nothing_hangs_on_them(
    wants: bool, kari: Actor, ingrid: Actor, lunch: Listing
):
    client, address = english(ingrid), f"/desk/talks/{_talk(ingrid, kari)}/"
    page = unescape(client.get(address).content.decode())
    assert "This is an offer. You can say no, or later, and everything else here is open to you." in page
    ticks = {f"{lunch.pk}-choice": "now", f"{lunch.pk}-by_person": "on", f"{lunch.pk}-by_adviser": "on"}
    said = ticks | ({"wants_talks": "on"} if wants else {})
    assert client.post(address, said | {"version": 1, "do": "hold"}).status_code == 303
    assert ("Talks about what happened" in client.get(address).content.decode()) is wants
    copy = unescape(english(kari).get("/me/talk/").content.decode())
    assert ("You can change your mind." in copy) is wants
    assert queries.clarification_of(kari, participant_of(kari).pk).now == {lunch.pk}


@pytest.mark.requirement("X-15")
def test_in_mode_none_her_wish_is_not_kept(kari: Actor, ingrid: Actor, lunch: Listing):
    with given(ingrid):
        Service.objects.update(documentation=DocumentationMode.NONE)
    client, address = english(ingrid), f"/desk/talks/{_talk(ingrid, kari)}/"
    client.post(address, {"version": 1, "do": "save", "wants_talks": "on"})
    with given(ingrid):
        assert not Talk.objects.get().wants_talks


def test_the_back_button_after_the_talk_was_held_overwrites_nothing(
    kari: Actor, ingrid: Actor, lunch: Listing
):
    """The page in the browser's memory carries the old version: both texts are shown, and the day stays."""
    client, address = english(ingrid), f"/desk/talks/{_talk(ingrid, kari)}/"
    sent = {"version": 1, "do": "hold", "good_for_me": "Somewhere to be"}
    assert client.post(address, sent).status_code == 303
    day = _held_on(ingrid)
    again = client.post(address, sent | {"good_for_me": "Something older"})
    assert again.status_code == 422
    assert "Somewhere to be" in again.content.decode()
    assert "Something older" in again.content.decode()
    assert _held_on(ingrid) == day
