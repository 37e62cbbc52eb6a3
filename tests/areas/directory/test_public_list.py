"""The public list: filters as plain addresses, honest empty answers, and a cost that does not grow."""

import re
from datetime import time
from uuid import UUID

import pytest

from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.rules import Category, ServiceKind
from tests.factories.listings import a_listing
from tests.factories.people import an_organisation
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db

MOST_SQL = 12
"""What PostgreSQL is told about whose rows to show, and where a transaction begins: no question about data."""
THURSDAY, FRIDAY = 3, 4


def shown(client, query="", language="en") -> str:
    response = client.get(f"/offerings/{query}", headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> set[str]:
    return set(re.findall(r'class="sv-card-link" href="/offerings/[^"]+">([^<]+)<', html))


@pytest.mark.requirement("S2-12")
def test_one_can_narrow_to_each_category_and_to_something_else(client):
    for category in Category:
        a_listing(f"Noe {category}", category=category)

    for category in Category:
        assert titles(shown(client, f"?category={category}")) == {f"Noe {category}"}
    assert len(titles(shown(client))) == len(Category)


@pytest.mark.requirement("S2-02")
def test_one_can_narrow_to_each_kind_of_service(client):
    for kind in ServiceKind:
        a_listing(f"Noe {kind}", kind=kind)

    for kind in ServiceKind:
        assert titles(shown(client, f"?kind={kind}")) == {f"Noe {kind}"}


@pytest.mark.requirement("S3-20")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"?weekday={THURSDAY}", {"Lunsj"}),
        (f"?weekday={FRIDAY}&time=evening", {"Film"}),
        ("?time=morning", {"Lunsj"}),
        ("?place=Korsby", {"Lunsj"}),
        ("?spoken=da", {"Film"}),
        ("?free=on", {"Lunsj"}),
        ("?free=on&spoken=da", set()),
        ("?weekday=9&category=nonsense&free=", {"Lunsj", "Film"}),
    ],
)
def test_day_time_place_language_and_cost_narrow_the_list(client, query, found):
    lunch, film = ((THURSDAY, time(11), time(13)),), ((FRIDAY, time(18), time(21)),)
    a_listing("Lunsj", times=lunch, place="Korsby", languages_spoken=["nb"], free=True)
    a_listing("Film", times=film, place="Roskov", languages_spoken=["da"], free=False, cost="20 kr")

    assert titles(shown(client, query)) == found


def test_a_chosen_filter_is_shown_and_can_be_taken_away(client):
    a_listing("Lunsj", place="Korsby", free=True)
    html = shown(client, "?q=lunsj&free=on&place=Korsby&page=1")

    assert 'href="/offerings/?q=lunsj&amp;place=Korsby"' in html
    assert 'href="/offerings/?q=lunsj&amp;free=on"' in html
    assert 'value="lunsj"' in html


def test_a_card_tells_when_where_cost_language_and_who(client):
    a_listing(
        "Lunsj",
        summary="Vi spiser sammen.",
        times=((THURSDAY, time(12), time(14)),),
        place="Korsby",
        free=True,
        languages_spoken=["nb", "en"],
        organisation_name="Senteret i Korsby",
    )
    html = shown(client, language="nb")

    for words in ("Torsdag kl.", "12.00–14.00", "Korsby", "Gratis", "Norsk, engelsk", "Senteret i Korsby"):
        assert words in html
    assert "Vi spiser sammen." in html


def test_nothing_found_says_what_to_try_and_whom_to_ask(client):
    an_organisation(name="Senteret i Korsby", phone="55 51 00 00")
    a_listing("Lunsj")
    html = shown(client, "?q=qqzzqq&free=on")

    assert "We found nothing for “qqzzqq”" in html
    assert 'href="/offerings/?q=qqzzqq"' in html
    assert 'href="/offerings/?free=on"' in html
    assert 'href="/contact/"' in html
    assert "55 51 00 00" in html


def test_a_typing_error_gets_a_suggestion(client):
    for number in range(3):
        a_listing(f"Strikkekafé {number}")

    assert 'href="/offerings/?q=strikkekaf' in shown(client, "?q=strikekafe")


def test_what_was_typed_is_never_markup(client):
    html = shown(client, "?q=<script>alert(1)</script>&place=<b>")

    assert "<script>alert(1)" not in html
    assert "<b>" not in html


def test_long_lists_come_in_pages_that_keep_the_question(client):
    for number in range(25):
        a_listing(f"Tur {number}", free=True)
    first, second = shown(client, "?free=on"), shown(client, "?free=on&page=2")

    assert 'href="/offerings/?free=on&amp;page=2" rel="next"' in first
    assert 'href="/offerings/?free=on&amp;page=1" rel="prev"' in second
    assert titles(first) | titles(second) == {f"Tur {number}" for number in range(25)}
    for odd in ("0", "-1", "x", "99999999999999999999", "²"):
        assert client.get("/offerings/", {"page": odd}).status_code == 200


def test_the_cost_is_the_same_for_few_and_for_many(client):
    questions = ("", "?q=tur", "?q=tur&weekday=3&free=on", "?q=qqzz")
    owner = an_organisation().pk
    counts = []
    for many in (10, 490):
        some_walks(owner, many)
        counts.append([asked_for(client, question) for question in questions])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST_SQL


def some_walks(owner: UUID, many: int) -> None:
    walks = [
        a_listing(
            "Tur",
            organisation=owner,
            free=True,
            times=((THURSDAY, time(12), time(13)),),
            languages_spoken=["nb"],
            indexed=False,
        )
        for _ in range(many)
    ]
    with given(owner):
        index_listings(walks)


def asked_for(client, query: str) -> int:
    with asked_of_database() as statements:
        shown(client, query)
    return len(statements)
