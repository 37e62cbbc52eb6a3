"""J1 whole: Kari comes to the centre. On a phone without a script, in each language and each documentation mode, with
Ingrid at the desk by keyboard alone. Both get everywhere by pressing what is there: no address is typed but the first.
"""

from __future__ import annotations

import pytest
from django.db import connection
from playwright.sync_api import expect

from stegvis.areas.directory.api import DocumentationMode
from stegvis.areas.people.models import Participant
from stegvis.kernel.roles import Role
from tests.factories.people import an_actor
from tests.journeys import at_the_centre as steps
from tests.journeys.conftest import DESK, PHONE, Opens
from tests.journeys.keyboard import talk_by_keyboard
from tests.journeys.way_in import (
    MODES,
    Reader,
    a_centre,
    button,
    chooses_a_time,
    finds_the_lunch,
    follows,
    looked_at,
    makes_a_code,
    noted,
    reads_what_holds,
    receives_by_keyboard,
)
from tests.support import given

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.requirement(
    "S1-02", "S1-03", "S1-05", "S1-07", "S1-08", "S1-12", "S1-13", "S1-14", "S1-16", "S1-17"
)
@pytest.mark.requirement("S1-19", "S1-21", "S1-22", "S1-23", "S1-27", "S1-28", "S1-29", "S1-34")
@pytest.mark.requirement("S2-05", "S2-06", "X-03", "X-11", "X-15")
@pytest.mark.parametrize(("language", "mode"), MODES[connection.vendor == "postgresql" :: 2])
def test_kari_comes_to_the_centre(opens: Opens, language: str, mode: DocumentationMode):
    centre, say = a_centre(mode), Reader(language)
    kari = opens(size=PHONE, language=language, script=False)
    kari.goto("/")
    kari.get_by_role("link", name=say("Leave the page"), exact=True).click()
    expect(kari).to_have_title("Weather")
    kari.goto("/")
    button(kari, say("Open again")).click()

    finds_the_lunch(kari, say)
    makes_a_code(kari, say)
    chooses_a_time(kari, say)
    desk = opens(size=DESK, actor=centre.ingrid)
    talk_by_keyboard(desk)

    follows(kari, say("My talk"))
    button(kari, say("I have read it, and it is right")).click()
    follows(kari, say("I want to join"))
    button(kari, say("I want to join")).click()
    main = kari.get_by_role("main")
    for words in (say("%(name)s meets you at the door.", name="Ingrid"), "Bakdøra i Storgata 4"):
        expect(main).to_contain_text(words)
    place = kari.url
    reads_what_holds(kari, say)
    receives_by_keyboard(desk, mode)

    follows(kari, say("My page"))
    expect(kari.get_by_role("main")).to_contain_text(say("Good to see you."))
    assert noted(centre) == ((0, 7) if mode is DocumentationMode.NONE else (1, None))

    steps.reads_what_hangs_on_the_wall(kari, say, centre)
    steps.agrees_with_the_group(desk)
    steps.reads_what_the_group_agreed(kari, say)
    steps.keeps_an_aim_to_herself(kari, say)
    steps.follows_up_a_remark(desk)
    steps.would_like_to_make_the_coffee(kari, say, centre)
    steps.is_given_nothing_while_staff_are_short(desk, centre)
    steps.says_yes_and_hands_it_back(kari, say)
    with given(centre.ingrid):
        participant_id = Participant.objects.get().pk
    steps.a_working_group_with(centre, participant_id)
    steps.has_a_say(kari, say)
    steps.looks_up_the_duty(opens(size=DESK, actor=an_actor(centre.organisation, Role.EMPLOYEE)))

    mine = ["/me/", "/me/talk/", "/me/messages/", "/me/looks/", "/me/reach/", "/me/drafts/", place]
    also = [f"/me/introductions/{centre.slug}/", f"/me/groups/{centre.round_id}/agreement/"]
    assert looked_at(opens, kari, language, mine + also) == {}
