"""Taking everything along and going, in a real browser, with and without a script."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from stegvis.areas.people.models import Organisation, Participant
from stegvis.areas.privacy import actions, tasks
from stegvis.kernel.roles import Role
from tests.factories.admission import a_held_talk, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.journeys.axe import wrong_on
from tests.journeys.conftest import DESK, SMALL_PHONE, Opens
from tests.support import given

pytestmark = [pytest.mark.django_db(transaction=True)]
SEEN = (("nb", SMALL_PHONE, False), ("sv", DESK, True))
"""Every page itself is looked at in every language elsewhere."""


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(name="Senteret i Korsby", phone="55 51 00 00")


@pytest.mark.requirement("X-07")
@pytest.mark.requirement("X-11")
def test_she_takes_her_copy_and_goes(opens: Opens, centre: Organisation):
    wrong: list[str] = []
    for language, size, dark in SEEN:
        kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
        a_held_talk(ingrid, participant_of(kari).pk, good_for_me="Kaffe og ro")
        page = opens(size=size, language=language, dark=dark, actor=kari)
        page.goto("/me/mine/")
        wrong += wrong_on(page, f"mine {language}")
        page.locator('a[href="/me/copy/"]').click()
        wrong += wrong_on(page, f"copy {language}")
        page.locator("main form button").last.click()
        wrong += wrong_on(page, f"being made {language}")
        tasks.make_copies(timezone.now())
        page.locator('main a[href="/me/copy/"]').last.click()
        wrong += wrong_on(page, f"ready {language}")
        with page.expect_download() as coming:
            page.locator('a[href="/me/copy/file/"]').click()
        taken = json.loads(coming.value.path().read_text())
        assert "Kaffe og ro" in json.dumps(taken, ensure_ascii=False)
        page.locator('a[href="/me/copy/read/"]').click()
        assert "Kaffe og ro" in page.locator("main").inner_text()
        wrong += wrong_on(page, f"read {language}")
        _goes(page, wrong, language)
        with given(kari):
            assert not Participant.objects.filter(user_id=kari.user_id).exists()
    assert wrong == []


def _goes(page: Page, wrong: list[str], language: str) -> None:
    page.goto("/me/leave-us/")
    wrong += wrong_on(page, f"leave {language}")
    page.locator("main form button").first.click()
    assert page.url.endswith("/me/leave-us/")
    wrong += wrong_on(page, f"asked {language}")
    page.locator("main input[type=checkbox]").check()
    page.locator("main form button").first.click()
    page.wait_for_url("**/left/")
    wrong += wrong_on(page, f"left {language}")
    page.goto("/me/")
    assert page.locator('a[href="/me/copy/"]').count() == 0


@pytest.mark.requirement("X-09")
def test_what_an_adviser_wrote_down_is_hers_to_answer_without_a_script(opens: Opens, centre: Organisation):
    kari, ingrid = an_actor(centre, Role.PARTICIPANT), an_actor(centre, Role.ADVISER)
    actions.note_leaving(ingrid, participant_id=participant_of(kari).pk, now=timezone.now())
    page = opens(actor=kari, script=False)
    page.goto("/me/leave-us/")
    assert "Ingrid" in page.locator("main").inner_text()
    page.locator('button[value="stay"]').click()
    page.wait_for_url("**/me/mine/")
    with given(kari):
        assert Participant.objects.filter(user_id=kari.user_id).exists()
