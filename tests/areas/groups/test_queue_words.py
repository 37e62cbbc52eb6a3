"""The pages of those in line are easy to read in every language, whatever state a place is in (LIX at most 30)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stegvis.areas.groups import actions
from stegvis.areas.groups.api import KINDS
from stegvis.kernel.actor import Actor
from tests.access.world import client_of
from tests.architecture.pages_read import running_text
from tests.architecture.test_plain_language import FOR_ALL, LANGUAGES, too_hard
from tests.areas.groups.queue_scene import Scene
from tests.factories.groups import a_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    scene = Scene(capacity=1)
    today = timezone.localtime(timezone.now()).date()
    dates = {"from_on": today, "until_on": today + timedelta(days=9), "recurrence": "FREQ=DAILY"}
    scene.round = a_round(scene.ingrid, scene.lunch.pk, capacity=1, **dates)
    return scene


def _text(actor: Actor, address: str, language: str) -> str:
    client = client_of(actor)
    client.cookies["language"] = language
    answer = client.get(address)
    assert answer.status_code == 200
    return running_text(answer.content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_is_told_in_plain_words(language: str, scene: Scene):
    kari, eva, mona, sol, tuva = scene.people(5)
    now = timezone.now()
    scene.take(kari, now)
    for one in (eva, mona, sol):
        scene.ask(one, now)
    word = actions.make_company_word(sol, place_id=scene.place_of(sol).pk, now=now)
    pages = {
        "choose": _text(tuva, f"/join/{scene.lunch.slug}/place/", language),
        "waiting": _text(mona, f"/me/places/{scene.place_of(mona).pk}/", language),
        "with a word": _text(sol, f"/me/places/{scene.place_of(sol).pk}/", language),
    }
    actions.come_together(mona, place_id=scene.place_of(mona).pk, word=word, now=now)
    pages["together"] = _text(mona, f"/me/places/{scene.place_of(mona).pk}/", language)
    scene.leave(kari, now)
    pages["offered"] = _text(eva, f"/me/places/{scene.place_of(eva).pk}/", language)
    hard = {name: too_hard(text, language, FOR_ALL) for name, text in pages.items()}
    assert not any(hard.values()), hard


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_to_those_in_line_is_plain(language: str, scene: Scene):
    place = str(scene.take(scene.person(), timezone.now()))
    said = {"title": "Lunsj", "place": place}
    told = " ".join(
        f"{kind.words(said, language).text} {kind.spoken(said, language)}"
        for kind in KINDS
        if kind.code in {"groups.place_offered", "groups.offering_rests", "groups.offering_has_ended"}
    )
    assert not too_hard(told, language, FOR_ALL)
