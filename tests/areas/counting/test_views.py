"""The pages of counting, as somebody with the receiver in the other hand uses them."""

import re

import pytest

from stegvis.areas.counting import actions, queries
from stegvis.areas.counting.rules import Kind, Unit, Way
from stegvis.areas.directory.models import Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.browsers import english, page_of
from tests.factories.people import an_actor
from tests.support import given

LOG = "/desk/counting/"


@pytest.fixture
def odd(centre, lunch) -> Actor:
    return an_actor(centre, Role.EMPLOYEE)


def key_on(page: str) -> str:
    found = re.search(r'name="key" value="([0-9a-f-]+)"', page)
    assert found
    return found[1]


def today(actor):
    from django.utils import timezone

    return queries.day(actor, timezone.localdate(), "en")


@pytest.mark.parametrize("address", ["/desk/", LOG])
def test_one_tap_from_the_desk_counts_and_asks_nothing(odd, address):
    desk = english(odd)
    page = page_of(desk, address)
    for way in Way:
        assert f'name="way" value="{way}"' in page
    answer = desk.post(LOG, {"key": key_on(page), "way": "phone"}, follow=True)
    assert answer.status_code == 200
    assert "Counted: Phone" in answer.content.decode()
    assert today(odd).contacts.counts == 1


def test_what_more_there_is_to_say_is_one_tap_each(odd):
    desk = english(odd)
    said = {"way": "phone", "source": "not_said", "service": "", "do": "more"}
    desk.post(LOG, {"way": "phone"})
    after = desk.post(LOG, said | {"now_source": "next_of_kin"})
    assert after.headers["Location"].endswith("?way=phone&source=next_of_kin")
    after = desk.post(LOG, said | {"source": "next_of_kin", "now_service": "social_offerings"})
    page = page_of(desk, after.headers["Location"])
    assert "Next of kin, Social offerings" in page
    again = {"way": "phone", "source": "next_of_kin", "service": "social_offerings", "do": "again"}
    assert desk.post(LOG, again).headers["Location"] == LOG
    late = desk.post(LOG, again)
    assert late.status_code == 422
    assert "Somebody may have taken it back" in late.content.decode()


def test_a_nickname_is_asked_only_where_something_may_be_written(lunch, ingrid, odd):
    desk = english(ingrid)
    desk.post(LOG, {"way": "visit"})
    about = f"{LOG}?way=visit"
    assert "Somebody with a nickname?" in page_of(desk, about)
    assert "Somebody with a nickname?" not in page_of(english(odd), about), "who may not know who comes"
    empty = desk.post(LOG, {"way": "visit", "do": "known", "nickname": ""})
    assert empty.status_code == 422
    first = desk.post(LOG, {"way": "visit", "do": "known", "nickname": "Kari"}, follow=True)
    assert "The first time today" in first.content.decode()
    desk.post(LOG, {"way": "visit"})
    second = desk.post(LOG, {"way": "visit", "do": "known", "nickname": "Kari"}, follow=True)
    assert "counts once" in second.content.decode()
    assert today(odd).visits.counts == 1
    assert "Somebody with a nickname?" not in page_of(desk, f"{LOG}?way=visit&source=partner")
    with given(ingrid):
        Service.objects.update(documentation=DocumentationMode.NONE)
    assert "Somebody with a nickname?" not in page_of(desk, about)


@pytest.mark.parametrize(
    "sent", [{"way": "pigeon"}, {}, {"way": "phone", "do": "shout"}, {"way": "phone", "service": "x"}]
)
def test_what_there_is_not_is_unknown(odd, sent):
    assert english(odd).post(LOG, sent).status_code == 404
    assert today(odd).contacts.counts == 0


def test_a_day_is_corrected_and_two_who_do_are_told(centre, odd):
    desk, day = english(odd), f"{LOG}day/?on=2026-11-20"
    assert desk.post(day, {"unit": "contacts", "number": "7", "seen": ""}).status_code == 303
    page = page_of(desk, day)
    assert "Written by hand" in page
    assert "Worked out: 0" in page
    late = english(an_actor(centre, Role.MANAGER)).post(day, {"unit": "contacts", "number": "9", "seen": ""})
    assert late.status_code == 422
    html = late.content.decode()
    assert "Somebody else has written a number" in html
    assert 'value="9"' in html, "what was typed stays"
    assert 'name="seen" value="7"' in html
    wrong = desk.post(day, {"unit": "visits", "number": "many", "seen": ""})
    assert "Write a whole number" in wrong.content.decode()
    assert desk.post(day, {"unit": "sheep", "number": "1"}).status_code == 404
    assert desk.get(f"{LOG}day/?on=soon").status_code == 422
    ahead = desk.get(f"{LOG}day/?on=2999-01-01")
    assert ahead.status_code == 422
    assert "has not come yet" in ahead.content.decode()
    future = desk.post(f"{LOG}day/?on=2999-01-01", {"unit": "visits", "number": "1", "seen": ""})
    assert "has not come yet" in future.content.decode()


def test_the_month_says_what_it_counts_and_when_it_was_drawn(odd):
    desk, month = english(odd), f"{LOG}month/"
    assert "Nothing is counted in this month yet" in page_of(desk, month)
    from django.utils import timezone

    now = timezone.now()
    actions.count(odd, kind=Kind(Way.LETTER), now=now)
    actions.correct(odd, on=timezone.localdate(), unit=Unit.VISITS, number=3, seen=None, now=now)
    page = page_of(desk, month)
    assert "What the numbers mean" in page
    assert "Drawn" in page
    assert "(worked out: 0)" in page
    for asked in ("2999-01", "soon", "2026-13"):
        assert desk.get(f"{month}?month={asked}").status_code == 404
    assert desk.get(f"{month}?month=2026-10").status_code == 200
