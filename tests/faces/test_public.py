"""Pages anybody may open: small, silent about who reads them, and honest about what they cannot hide."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from stegvis.faces.views import public
from tests.factories.listings import a_listing
from tests.factories.people import an_organisation
from tests.support import asked_of_database

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/contact/", "/leave/about/", "/offerings/", "/offerings/strikk/", "/offerings/strikk/card/"]
FIRST_VISIT = 30 * 1024
LATER_VISIT = 10 * 1024
MOST_REQUESTS = 5
MOST_SQL = 12
"""What PostgreSQL is told about whose rows to show, and where a transaction begins: no question about data."""
LEAST_WORDS = 60
LIX_MOST = 30
LETTERS_LONG = 7


@pytest.fixture(autouse=True)
def _something_there() -> None:
    centre = an_organisation(name="Senteret i Korsby", phone="55 51 00 00", open_hours="9-15", place="Korsby")
    a_listing("Strikkekafé", slug="strikk", organisation=centre.pk, summary="Strikk og prat.")


def static_files(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.mark.requirement("X-11")
@pytest.mark.parametrize("address", PUBLIC)
def test_a_first_visit_is_small(client, address):
    page = client.get(address).content
    files = static_files(page.decode())
    paths = [Path(str(finders.find(name))) for name in files]

    assert 1 + len(files) <= MOST_REQUESTS
    assert compressed(page) <= LATER_VISIT
    assert compressed(page) + sum(compressed(path.read_bytes()) for path in paths) <= FIRST_VISIT
    assert not any("htmx" in name for name in files)


@pytest.mark.requirement("S2-05")
@pytest.mark.parametrize("address", PUBLIC)
def test_nothing_is_set_and_nobody_else_is_asked(client, address):
    response = client.get(address)
    html = response.content.decode()

    assert response.status_code == 200
    assert not response.cookies
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver)', html)
    assert not re.findall(r"<input[^>]+name=\"(?:name|email|phone|id)\"", html)


@pytest.mark.requirement("X-17")
@pytest.mark.parametrize("address", PUBLIC)
def test_no_device_keeps_the_page(client, address):
    assert "no-store" in client.get(address).headers["Cache-Control"]


@pytest.mark.requirement("X-01")
@pytest.mark.parametrize("address", PUBLIC)
def test_every_page_can_be_left(client, address):
    assert "data-leave" in client.get(address).content.decode()


@pytest.mark.parametrize("address", PUBLIC)
def test_few_questions_to_the_database(client, address):
    with asked_of_database() as statements:
        client.get(address)

    assert len(statements) <= MOST_SQL


def test_the_front_page_has_three_ways_in(client):
    html = client.get("/", headers={"accept-language": "nb"}).content.decode()

    for way in ('action="/offerings/"', 'href="/contact/"', 'href="/sign-in/"'):
        assert way in html
    assert "55 51 00 00" in html


def test_the_front_page_stays_short_when_there_are_many_centres(client):
    for number in range(5):
        an_organisation(phone=f"55 00 00 0{number}")

    shown = client.get("/").content.decode()
    assert shown.count('href="tel:') == public.FIT_ON_A_PHONE
    assert client.get("/contact/").content.decode().count('href="tel:55') == 6


def test_who_answers_in_the_readers_language_comes_first(client):
    an_organisation(name="A-centret", phone="46 00 00 00", language="da")

    norwegian = client.get("/contact/", headers={"accept-language": "nb"}).content.decode()
    danish = client.get("/contact/", headers={"accept-language": "da"}).content.decode()
    assert norwegian.index("Senteret i Korsby") < norwegian.index("A-centret")
    assert danish.index("A-centret") < danish.index("Senteret i Korsby")


def test_who_has_no_phone_is_not_shown_as_somebody_to_call(client):
    an_organisation(name="Foreningen uten telefon")

    assert "Foreningen uten telefon" not in client.get("/contact/").content.decode()


@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_all_pages_speak_the_readers_language(client, language):
    for address in PUBLIC:
        response = client.get(address, headers={"accept-language": language})
        assert f'<html lang="{language}"' in response.content.decode()
        assert response.headers["Content-Language"] == language


def test_a_chosen_language_is_remembered_and_nothing_else(client):
    response = client.get("/?language=sv")

    assert list(response.cookies) == ["language"]
    assert 'lang="sv"' in client.get("/contact/", headers={"accept-language": "nb"}).content.decode()


@pytest.mark.requirement("X-01")
def test_it_says_honestly_what_leaving_cannot_hide(client):
    html = client.get("/leave/about/", headers={"accept-language": "en"}).content.decode()

    for hidden_from_us in ("history in the browser", "phone bill", "runs the network", "cameras"):
        assert hidden_from_us in html


@pytest.mark.parametrize("language", ["nb", "da", "sv"])
@pytest.mark.parametrize("address", ["/", "/contact/", "/leave/about/"])
def test_the_words_are_easy_to_read(client: Client, address: str, language: str):
    html = client.get(address, headers={"accept-language": language}).content.decode()
    words, sentences = running_text(html)

    if len(words) >= LEAST_WORDS:
        long = sum(len(word) >= LETTERS_LONG for word in words)
        assert len(words) / sentences + 100 * long / len(words) <= LIX_MOST


def running_text(html: str) -> tuple[list[str], int]:
    """The words of the paragraphs and list items of a page, and how many sentences they make."""
    main = html[html.index("<main") : html.index("</main>")]
    blocks = [
        re.sub(r"<[^>]+>", "", block) for block in re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", main, re.S)
    ]
    texts = [block.strip() for block in blocks if block.strip()]
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", text)]
    return words, sum(max(1, len(re.findall(r"[.!?:]", text))) for text in texts)
