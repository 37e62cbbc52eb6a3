"""Both databases give exactly the hits of a matcher so small that one can see it is right, and in its order.

A run has one database; since both are compared with the same matcher, they are equal to each other.
"""

import json
from collections.abc import Iterable
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.directory.actions.indexing import index_listings
from stegvis.areas.directory.models import Listing, ListingText, SearchText
from stegvis.areas.directory.queries.asking import as_id, hits
from stegvis.areas.directory.rules import ListingKind, State
from stegvis.areas.directory.rules.analyser import query
from stegvis.areas.directory.rules.finding import Wanted, anywhere, in_title
from tests.factories.hsds import shared
from tests.factories.listings import NOW
from tests.factories.people import an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
LANGUAGES = ("nb", "da", "sv", "en")
_number = count(1)

SENTENCES = [
    ("nb", "Strikkekafé på torsdager", "Ta med garn, eller lån av oss. Kaffe og noe å bite i."),
    (
        "nb",
        "Torsdagslunsj",
        "Vi lager mat sammen og spiser kl. 12. Alle er velkommen, også de som bare vil sitte.",
    ),
    ("nb", "Gåtur langs elva", "En rolig tur på en times tid. Vi går i all slags vær."),
    ("nb", "Noen å snakke med", "En samtale med en veileder, ansikt til ansikt eller på telefon."),
    ("nb", "Kor for alle", "Du trenger ikke kunne noter. Vi synger fordi det er godt å synge sammen."),
    ("nb", "Sygruppe", "Symaskiner står klare. Vi syr om klær og lærer av hverandre."),
    ("nb", "Frokost på senteret", "Brødskiver, egg og avisen, hver morgen fra halv ni."),
    ("nb", "Åpent hus", "Kom innom når du vil. Ingen påmelding."),
    ("nb", "Brettspillkveld", "Sjakk, Yatzy og nye spill. Kvelden er rusfri."),
    ("nb", "Hagegruppa", "Vi dyrker grønnsaker i parsellhagen bak kirken."),
    ("nb", "Selvhjelpsgruppe om sorg", "Seks kvelder med andre som har mistet noen."),
    ("nb", "Bading i varmtvannsbasseng", "Rolig trening i vann. Bassenget er reservert for oss."),
    ("nb", "Skrivekurs", "Vi skriver korte tekster, og leser dem høyt bare om vi vil."),
    ("nb", "Ungdomskafé", "For deg mellom 16 og 25. Biljard, musikk og vafler."),
    ("nb", "Språkkafé", "Øv på norsk over en kopp te."),
    ("nb", "Mannskor", "Tenorer søkes!"),
    ("nb", "Kvinner på tur", "Vi går opp til utsikten, i et tempo som passer alle."),
    ("nb", "Songkveld", "Vi syng dei gamle songane. Kom som du er, det er ikkje nokon prøve."),
    ("nb", "Nokon å snakke med", "Ein vaksen som har tid til å høyre på deg."),
    ("nb", "Foreldrekafé", "Kaffe for mødre og fedre, og leker for barna."),
    ("da", "Strikkeklub", "Vi strikker, hækler og drikker kaffe. Begyndere er velkomne."),
    ("da", "Fælles frokost", "Rugbrød, sild og snak hver onsdag kl. 12."),
    ("da", "Morgenmad for alle", "Kaffe og rundstykker fra klokken otte."),
    ("da", "Sangaften", "Vi synger fra højskolesangbogen. Du behøver ikke kunne synge."),
    ("da", "Tal med en vejleder", "En samtale, når du har brug for nogen at tale med."),
    ("da", "Gåtur ved søen", "Vi går en time og slutter med kage."),
    ("da", "Kør selv-værksted", "Reparér din cykel. Værktøj er der nok af."),
    ("da", "Kor i kælderen", "Koret øver om tirsdagen."),
    ("da", "Åbent værksted", "Træ, ler og maling."),
    ("da", "Besøgsven", "En ven der kommer forbi og drikker en kop kaffe."),
    ("da", "Ældrecafé", "Bingo, sang og smørrebrød."),
    ("da", "Mænd ved grillen", "For mænd der gerne vil møde andre mænd."),
    ("da", "Børn og bøger", "Højtlæsning på biblioteket."),
    ("da", "Aarhus Havefællesskab", "Vi dyrker grøntsager i Ådalen."),
    ("da", "Selvhjælpsgruppe", "At dele med andre, der kender til angst."),
    ("sv", "Stickcafé", "Vi stickar och fikar. Garn finns."),
    ("sv", "Promenad i skogen", "En lugn promenad på en timme. Vi går även om det regnar."),
    ("sv", "Körsång för alla", "Kören övar på tisdagar. Du behöver inte kunna sjunga."),
    ("sv", "Någon att prata med", "Ett samtal med en rådgivare."),
    ("sv", "Frukost", "Gröt, kaffe och tidningen."),
    ("sv", "Lunch tillsammans", "Vi lagar mat och äter klockan tolv."),
    ("sv", "Syjunta", "Vi syr kläder. Symaskin finns att låna."),
    ("sv", "Öppet hus", "Titta in när du vill."),
    ("sv", "Spelkväll", "Schack och brädspel."),
    ("sv", "Odla ihop", "Trädgården bakom kyrkan."),
    ("sv", "Simning i varm bassäng", "Lugn träning i vatten."),
    ("sv", "Självhjälpsgrupp om sorg", "Sex kvällar."),
    ("sv", "Kvinnocafé", "För kvinnor som vill träffa andra."),
    ("sv", "Kamratstöd", "Någon som själv har varit där."),
    ("sv", "Måleri och keramik", "Skapa i lera och färg."),
    ("en", "Sunday choir", "We sing because it feels good. No auditions."),
    ("en", "Knitting café", "Bring your needles, or borrow ours."),
    ("en", "Walk and talk", "A slow walk along the river with someone to talk to."),
    ("en", "Lunch club", "Cooking and eating together on Thursdays."),
    ("en", "Self-help group", "For people who live with anxiety."),
    ("en", "Breakfast and newspapers", "Every morning at nine."),
    ("en", "Drop-in", "Come as you are; no booking."),
    ("en", "Men's shed", "Wood, tools and coffee."),
    ("en", "Language café", "Practise with others."),
    ("en", "Мова і кава", "Українською та норвезькою. 🧶 قهوة"),
]

ASKED = """
    sy|strikk|strikke|sticka|knitting|sång|sang|kor|kör|kør|choir|gåtur|gatur|tur|walk|promenad|
    kafé|kafe|café|kaffe|fika|
    å snakke med noen|snakke med nokon|tale med nogen|prata med någon|someone to talk to|frokost|frukost|lunsj|lunch|
    åpent hus|open house|self-help|self help group|selvhjelpsgruppe|
    selvhjelp sorg|drop in|hage|trädgård|menn|men|kvinner|
    aarhus|århus|кава|قهوة|🧶|12|og|med|strik|str|st|kaf|garn|klokken|lugn promenad skogen|vi synger|sex kvällar|
    no such thing|kyrkan|kirken|værksted|verksted|sp|spi|bass|te|æ|ål|e|x
""".replace("\n", "")  # fmt: skip


def _store(organisation: UUID, texts: Iterable[tuple[str, str, str]]) -> None:
    for language, title, summary in texts:
        number = next(_number)
        listing = Listing(
            organisation_id=organisation, slug=f"reference-{number}", kind=ListingKind.OFFERING, state=State.PUBLISHED,
            language=language, organisation_name="Senteret", changed_at=NOW,
        )  # fmt: skip
        listing.save(force_insert=True)
        ListingText.objects.create(
            organisation_id=organisation, listing=listing, language=language, title=title, summary=summary
        )


def _fill(texts: Iterable[tuple[str, str, str]]) -> None:
    organisation = an_organisation().pk
    with given(organisation):
        _store(organisation, texts)
        ids = Listing.objects.filter(organisation_id=organisation).values_list("pk", flat=True)
        index_listings(list(ids))


def matched(words: str, page: str) -> list[UUID]:
    """The reference: every listing, one after the other, word by word."""
    terms = query(words, (page, *LANGUAGES))
    entries = [(row.position, row.listing_id, row.words.split()) for row in SearchText.objects.all()]

    def has(tokens: list[str], wanted: list[Wanted]) -> bool:
        return all(
            any(token in each.exact or token.startswith(tuple(each.prefixes)) for token in tokens)
            for each in wanted
        )

    found = [
        (not has(tokens, in_title(terms)), position, listing)
        for position, listing, tokens in entries
        if has(tokens, anywhere(terms))
    ]
    return [listing for *_, listing in sorted(found)]


def found(words: str, page: str) -> list[UUID]:
    terms = query(words, (page, *LANGUAGES))
    return [as_id(key) for key in hits([in_title(terms), anywhere(terms)] if terms else [[]], 10_000)]


def test_nordic_sentences():
    _fill(SENTENCES)

    some = 0
    for words in ASKED.split("|"):
        for page in LANGUAGES:
            expected = matched(words, page)
            assert found(words, page) == expected, (words, page)
            some += bool(expected)
    assert some > 200  # equal because they find the same, not because they find nothing


def test_real_services():
    file = shared("sanmateo_services.ndjson")
    services = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    _fill(("en", service["name"][:255], service.get("description", "")) for service in services)

    asked = [service["name"] for service in services[::60]]
    asked += [
        "food",
        "dental",
        "mental health",
        "seniors",
        "hous",
        "legal aid",
        "child care",
        "24",
        "bibliotek",
        "hjälp",
    ]
    for words in asked:
        expected = matched(words, "en")
        assert expected, words
        assert found(words, "en") == expected, words


LETTERS = st.text(alphabet="abekrstuåäæøöéñïЖقя中☕🧶'\"-*: 0159", max_size=24)
ANYTHING = st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=24)
KNOWN = st.sampled_from(
    ["strikkekafé", "sång", "koret", "gåturer", "frokost", "self-help", "lunsj", "samtaler", "børn", "🧶"]
)
TEXT = st.lists(st.one_of(LETTERS, ANYTHING, KNOWN), max_size=6).map(" ".join)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@generated(texts=st.lists(st.tuples(st.sampled_from([*LANGUAGES, "uk"]), TEXT, TEXT), max_size=6), words=TEXT)
@example(texts=[("nb", "'a' & b:*", "NEAR(")], words="a b")
@example(texts=[("da", "e\u0301tude", ""), ("da", "étude", "")], words="étude")
def test_generated_texts(texts, words):
    _fill((language, title[:255], summary) for language, title, summary in texts)

    wanted = [words, *(part for _, title, summary in texts for part in (title, summary[:7]))]
    for asked in wanted:
        for page in ("nb", "da"):
            expected = matched(asked, page) if query(asked, (page,)) else found("", page)
            assert found(asked, page) == expected
