"""Search finds what a person means, in the order that helps, and only what everybody may see."""

from datetime import date, time

import pytest
from django.db import connection

from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.models import Listing, SearchText
from stegvis.areas.directory.queries.search import HITS_MOST, LANGUAGES, choices
from stegvis.areas.directory.rules import Category, ListingKind, ServiceKind, State
from stegvis.areas.directory.rules.filters import TimeOfDay
from tests.areas.directory.finding import find, ids, titles
from tests.factories.listings import a_listing, a_source
from tests.factories.people import an_organisation
from tests.support import asked_of_database, given

pytestmark = pytest.mark.django_db


OFFERED = {
    "Sykafé": "nb",
    "Sygruppe på mandager": "nb",
    "Syströjan, sömnad för alla": "sv",
    "Strikkekafé": "nb",
    "Strikkeklub": "da",
    "Stickcafé": "sv",
    "Koret vårt": "nb",
    "Sangaften": "da",
    "Sjung tillsammans": "sv",
    "Sunday choir": "en",
    "Ut på tur": "nb",
    "Gåtur langs elva": "nb",
    "Spadseretur ved søen": "da",
    "Promenad i skogen": "sv",
    "Fredagskafé": "nb",
    "Kaffe og brød": "da",
    "Fika på torsdag": "sv",
    "En å snakke med": "nb",
    "Tal med en vejleder": "da",
    "Någon att prata med": "sv",
    "Lunsj på torsdager": "nb",
    "Frokost på senteret": "nb",
    "Fælles frokost": "da",
    "Morgenmad for alle": "da",
    "Lunch tillsammans": "sv",
    "Frukost": "sv",
    "Syke pårørende": "nb",
    "Kultur og natur": "nb",
    "Mathjelp": "nb",
}

MEANT = [
    # what is typed, on a page in, what must come, what must not
    ("sy", "nb", {"Sykafé", "Sygruppe på mandager", "Syströjan, sömnad för alla"}, {"Syke pårørende"}),
    ("strikk", "nb", {"Strikkekafé", "Strikkeklub", "Stickcafé"}, {"Sykafé"}),
    ("sticka", "sv", {"Strikkekafé", "Strikkeklub", "Stickcafé"}, {"Sykafé"}),
    ("knitting", "en", {"Strikkekafé", "Strikkeklub", "Stickcafé"}, {"Sykafé"}),
    ("sång", "sv", {"Koret vårt", "Sangaften", "Sjung tillsammans", "Sunday choir"}, {"Promenad i skogen"}),
    ("kør", "da", {"Koret vårt", "Sangaften", "Sjung tillsammans", "Sunday choir"}, {"Kultur og natur"}),
    (
        "gåtur",
        "nb",
        {"Ut på tur", "Gåtur langs elva", "Spadseretur ved søen", "Promenad i skogen"},
        {"Kultur og natur"},
    ),
    ("gatur", "nb", {"Gåtur langs elva", "Promenad i skogen"}, {"Kultur og natur"}),
    (
        "walk",
        "en",
        {"Ut på tur", "Gåtur langs elva", "Spadseretur ved søen", "Promenad i skogen"},
        {"Kultur og natur"},
    ),
    (
        "kafé",
        "nb",
        {"Fredagskafé", "Strikkekafé", "Sykafé", "Kaffe og brød", "Fika på torsdag"},
        {"Mathjelp"},
    ),
    (
        "kafe",
        "nb",
        {"Fredagskafé", "Strikkekafé", "Sykafé", "Kaffe og brød", "Fika på torsdag"},
        {"Mathjelp"},
    ),
    (
        "å snakke med noen",
        "nb",
        {"En å snakke med", "Tal med en vejleder", "Någon att prata med"},
        {"Koret vårt"},
    ),
    (
        "snakke med nokon",
        "nb",
        {"En å snakke med", "Tal med en vejleder", "Någon att prata med"},
        {"Koret vårt"},
    ),
    (
        "tale med nogen",
        "da",
        {"En å snakke med", "Tal med en vejleder", "Någon att prata med"},
        {"Koret vårt"},
    ),
    (
        "someone to talk to",
        "en",
        {"En å snakke med", "Tal med en vejleder", "Någon att prata med"},
        {"Koret vårt"},
    ),
    (
        "frokost",
        "da",
        {"Fælles frokost", "Lunsj på torsdager", "Lunch tillsammans"},
        {"Frokost på senteret", "Frukost"},
    ),
    (
        "frokost",
        "nb",
        {"Frokost på senteret", "Morgenmad for alle", "Frukost"},
        {"Fælles frokost", "Lunsj på torsdager"},
    ),
    (
        "lunsj",
        "nb",
        {"Fælles frokost", "Lunsj på torsdager", "Lunch tillsammans"},
        {"Frokost på senteret", "Frukost"},
    ),
    ("breakfast", "en", {"Frokost på senteret", "Morgenmad for alle", "Frukost"}, {"Fælles frokost"}),
    ("matt", "nb", set(), {"Kultur og natur"}),
    ("math", "nb", {"Mathjelp"}, {"Kultur og natur"}),
]


def test_people_find_what_they_mean_in_any_nordic_language():
    centre = an_organisation().pk
    for title, language in OFFERED.items():
        a_listing(title, language=language, organisation=centre)

    for typed, page, must, must_not in MEANT:
        found = set(titles(typed, page))
        assert must <= found, (typed, page, "misses", must - found)
        assert not must_not & found, (typed, page, "finds", must_not & found)


def test_all_words_count_in_any_order_and_anywhere():
    mine = a_listing("Kafé", summary="Vi strikker sammen", place="Korsby")
    a_listing("Kafé", summary="Vi spiller sjakk")

    assert ids("korsby strikke kafé") == [mine]


def test_words_of_every_language_and_the_names_around_it_find_a_listing():
    mine = a_listing("Lunsj", texts={"sv": "Gemensam måltid"}, organisation_name="Blå Hus", place="Älvby")

    assert ids("gemensam") == ids("blå hus") == ids("alvby") == [mine]


def test_stop_words_alone_still_search():
    mine = a_listing("Dere og vi")
    a_listing("Kafé")

    assert ids("og") == [mine]


def test_titles_come_first_then_what_one_can_join_then_what_is_fresh():
    organisation = an_organisation().pk
    imported = a_listing("Kor", organisation=organisation)
    stale = a_listing("Kor", checked_on=date(2024, 1, 1))
    fresh = a_listing("Kor", checked_on=date(2026, 1, 1))
    only_in_text = a_listing("Samvær", summary="Vi er et kor", checked_on=date(2026, 11, 1))
    with given(organisation):
        Listing.objects.filter(pk=imported).update(kind=ListingKind.IMPORTED)
        index_listings([imported])

    assert ids("kor") == [fresh, stale, imported, only_in_text]
    assert ids() == [only_in_text, fresh, stale, imported]


@pytest.mark.parametrize("state", [State.DRAFT, State.PAUSED, State.CLOSED])
def test_what_is_not_published_is_never_found(state):
    organisation = an_organisation().pk
    mine = a_listing("Kor", organisation=organisation)
    assert ids("kor") == ids() == [mine]

    with given(organisation):
        Listing.objects.filter(pk=mine).update(state=state)
    assert ids("kor") == ids() == []  # the listing itself is asked, whatever the index says

    with given(organisation):
        index_listings([mine])
        assert not SearchText.objects.filter(listing_id=mine).exists()


def test_imported_listings_show_with_their_generation_only():
    organisation = an_organisation().pk
    source = a_source(organisation, generation=3)
    facts = {"organisation": organisation, "source": source}
    now = a_listing("Kor", source_reference="a", valid_from=2, valid_to=4, **facts)
    coming = a_listing("Kor", source_reference="b", valid_from=4, **facts)
    over = a_listing("Kor", source_reference="c", valid_from=1, valid_to=3, **facts)

    assert ids("kor") == [now]
    with given(organisation):
        assert not SearchText.objects.filter(listing_id=over).exists()
        source.generation = 4
        source.save()
    assert ids("kor") == [coming]


FILTERED = [
    ({"category": Category.CREATIVE}, True),
    ({"category": Category.PHYSICAL}, False),
    ({"kind": ServiceKind.SELF_HELP_GROUPS}, True),
    ({"kind": ServiceKind.TELEPHONE_ADVICE}, False),
    ({"weekday": 3}, True),
    ({"weekday": 0}, True),
    ({"weekday": 4}, False),
    ({"time": TimeOfDay.MORNING}, True),
    ({"time": TimeOfDay.EVENING}, True),
    ({"weekday": 3, "time": TimeOfDay.EVENING}, True),
    ({"weekday": 3, "time": TimeOfDay.MORNING}, False),
    ({"weekday": 0, "time": TimeOfDay.AFTERNOON}, True),
    ({"place": "Nørre Älv"}, True),
    ({"place": "norre alv"}, True),
    ({"place": "Nørre"}, False),
    ({"spoken": "uk"}, True),
    ({"spoken": "en"}, False),
    ({"free": True}, True),
]


@pytest.mark.requirement("S2-02")
@pytest.mark.requirement("S2-12")
@pytest.mark.parametrize(("filters", "found"), FILTERED)
def test_filters(filters, found):
    mine = a_listing(
        "Kor",
        category=Category.CREATIVE,
        kind=ServiceKind.SELF_HELP_GROUPS,
        times=((3, time(18), time(20)), (0, time(10), time(14))),
        place="Nørre Älv",
        languages_spoken=["nb", "uk"],
        free=True,
    )
    other = a_listing("Kor", kind=ServiceKind.THEME_MEETINGS, free=False)

    for words in ("kor", ""):
        hits = ids(words, **filters)
        assert (mine in hits) is found
        assert other not in hits


@pytest.mark.parametrize("rows", [10, 100])
def test_the_number_of_statements_does_not_grow(rows):
    organisation = an_organisation().pk
    for number in range(rows):
        a_listing(f"Kor {number}", organisation=organisation, times=((1, time(9), time(10)),))

    with asked_of_database() as statements:
        assert len(find("kor").listings) == min(rows, 20)
    assert len(statements) == 3
    with asked_of_database() as statements:
        find()
        choices()
    assert len(statements) == 5
    with asked_of_database() as statements:
        find("korr sangg")
    assert len(statements) <= 8


def test_indexing_many_costs_the_same_statements_as_indexing_one(django_assert_max_num_queries):
    organisation = an_organisation().pk
    listings = [
        a_listing(f"Kor {n} ord{chr(97 + n % 26)}", organisation=organisation, indexed=False)
        for n in range(60)
    ]

    with given(organisation), django_assert_max_num_queries(9):
        index_listings(listings)
    with given(organisation), django_assert_max_num_queries(4):
        index_listings(listings)  # nothing has changed: nothing is written


def test_pages():
    organisation = an_organisation().pk
    for number in range(45):
        a_listing(f"Kor {number}", organisation=organisation)

    pages = [find("kor", page=page) for page in (1, 2, 3)]
    everything = [brief.listing_id for page in pages for brief in page.listings]

    assert len(set(everything)) == 45
    assert [(page.earlier, page.later, page.total, page.pages) for page in pages] == [
        (None, 2, 45, 3),
        (1, 3, 45, 3),
        (2, None, 45, 3),
    ]
    assert find("kor", page=99).page == 3
    assert find("kor", page=-1).page == 1
    assert not pages[0].more


def test_more_than_anybody_looks_through_is_said_and_not_counted():
    organisation = an_organisation().pk
    for number in range(HITS_MOST + 5):
        a_listing(f"Kor {number}", organisation=organisation)

    found = find("kor")
    assert (found.total, found.more) == (HITS_MOST, True)


def test_when_nothing_has_all_words_some_are_better_than_none():
    mine = a_listing("Kor")

    found = find("kor fjelltopp")
    assert [brief.listing_id for brief in found.listings] == [mine]
    assert found.some_words
    assert not find("kor").some_words


def test_the_choices_are_what_exists():
    a_listing("Kor", place="Korsby", languages_spoken=["nb", "en"])
    a_listing("Kor", place="Älvby", languages_spoken=["sv"])
    a_listing("Kor", place="Korsby", languages_spoken=["nb", "en"])
    a_listing("Kor")

    assert choices().places == ["Korsby", "Älvby"]
    assert choices().spoken == ["en", "nb", "sv"]


def test_a_deleted_listing_leaves_nothing_behind():
    organisation = an_organisation().pk
    mine = a_listing("Kor", organisation=organisation)
    with given(organisation):
        Listing.objects.get(pk=mine).texts.all().delete()
        Listing.objects.filter(pk=mine).delete()

    assert find("kor").total == 0
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM directory_searchindex('wkor')")
            assert cursor.fetchone() == (0,)


def test_indexing_anothers_listing_changes_nothing_in_what_search_says():
    theirs = an_organisation().pk
    a_listing("Kor", organisation=theirs, texts={"en": "Choir"})
    before = list(SearchText.objects.values_list("position", "words", "place", "spoken"))

    with given(an_organisation().pk):
        index_listings(SearchText.objects.values_list("listing_id", flat=True))
    assert list(SearchText.objects.values_list("position", "words", "place", "spoken")) == before


def test_a_title_as_long_as_it_can_be_made_of_the_shortest_words_is_found_by_its_last():
    letters = [chr(number) for number in range(0x0561, 0x0561 + 38)] + [*"bcdefghjklmnpqrstuvwxyz"]
    pairs = [one + other for one in letters for other in letters]
    long = {code: " ".join(pairs[number * 85 : number * 85 + 85]) for number, code in enumerate(LANGUAGES)}
    a_listing(long["nb"], texts={code: long[code] for code in LANGUAGES[1:]}, languages_spoken=["nb"] * 40)
    a_listing("Torsdagslunsj", summary="Et sted å være.")
    for code in long:
        assert titles(long[code].split()[-1]) == [long["nb"]]
