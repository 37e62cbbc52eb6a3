"""What a newcomer reads about one offering, without a seat (S1-09, S1-10, S1-11, S1-36)."""

from datetime import date, timedelta

import pytest
from django.db.models import Q
from django.test import Client
from django.utils import timezone

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.models import Listing, Source
from stegvis.areas.directory.queries import public
from stegvis.areas.directory.rules import JoiningRule, ListingKind, State, Step
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotFound
from stegvis.kernel.roles import Role
from tests.factories.directory import NOW, a_complete_draft, a_published_offering, a_service, write
from tests.factories.listings import a_listing, a_source
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre() -> Organisation:
    return an_organisation(phone="55 51 00 00", guidelines="Det du hører her, blir her.")


@pytest.fixture
def adviser(centre: Organisation) -> Actor:
    return an_actor(centre, Role.ADVISER)


def page(client: Client, listing_id: object, part: str = "", language: str = "en") -> str:
    with given():
        slug = Listing.objects.values_list("slug", flat=True).get(pk=listing_id)
    response = client.get(f"/offerings/{slug}/{part}", headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.requirement("S1-36")
def test_content_frame_and_method_are_told_in_three_short_lines(client, adviser):
    shown = page(client, a_published_offering(adviser), language="nb")

    lines = [
        "Vi lager mat, dekker bord og spiser sammen.",
        "Hver torsdag på kjøkkenet. Opptil ti personer.",
        "Alle gjør det de har lyst til.",
    ]
    assert [shown.index(line) for line in lines] == sorted(shown.index(line) for line in lines)


@pytest.mark.requirement("S1-09")
@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (JoiningRule.ANY_TIME, "You can join at any time."),
        (JoiningRule.START_OF_ROUND, "You can join when a new round starts."),
        (JoiningRule.AFTER_AGREEMENT, "You can join when you and we agree on it."),
    ],
)
def test_one_joining_rule_is_said(client, adviser, rule, said):
    listing = a_complete_draft(adviser)
    start = timezone.localdate() + timedelta(days=20)
    joining = directory.desk_offering(adviser, listing, today=start).written[Step.JOINING]
    write(adviser, listing, {Step.JOINING: {**joining, "joining": rule, "next_start_on": start}})
    directory.publish(adviser, listing_id=listing, now=NOW)

    shown = page(client, listing)

    assert shown.count("You can join ") == 1
    assert said in shown
    assert ("Next start:" in shown) is (rule is JoiningRule.START_OF_ROUND)


@pytest.mark.requirement("S1-10")
@pytest.mark.parametrize("part", ["", "card/"])
def test_each_offering_shows_its_own_guidelines_apart_from_the_general_ones(client, adviser, part):
    service = a_service(adviser)
    quiet, loud = (
        a_complete_draft(adviser, title=title, service=service) for title in ("Lesesirkel", "Sangkor")
    )
    for listing, guidelines in ((quiet, "Her er det stille."), (loud, "Her lager vi lyd.")):
        joining = directory.desk_offering(adviser, listing, today=date(2026, 11, 20)).written[Step.JOINING]
        write(adviser, listing, {Step.JOINING: {**joining, "guidelines": guidelines}})
        directory.publish(adviser, listing_id=listing, now=NOW)

    shown = page(client, quiet, part)

    assert "Her er det stille." in shown
    assert "Her lager vi lyd." not in shown
    own, general = shown.index("What we agree on here"), shown.index("Everywhere at Centre")
    assert own < shown.index("Her er det stille.") < general < shown.index("Det du hører her, blir her.")


@pytest.mark.requirement("S1-11")
def test_the_page_says_who_it_is_for_and_where_else_one_can_go(client, adviser):
    service = a_service(adviser)
    shown_elsewhere = a_published_offering(adviser, title="Gåtur", service=service)
    not_shown = a_complete_draft(adviser, title="Hemmelig tur", service=service)
    lunch = a_published_offering(adviser, service=service)
    directory.set_alternatives(adviser, listing_id=lunch, alternatives=[shown_elsewhere, not_shown], now=NOW)

    shown = page(client, lunch)

    assert "Alle som vil spise sammen med noen." in shown
    assert "Det kan være mye lyd." in shown
    onwards = shown[shown.index("Not right for you just now?") :]
    assert "Gåtur" in onwards
    assert "Hemmelig tur" not in onwards
    assert 'href="/contact/"' in onwards
    assert "55 51 00 00" in onwards


@pytest.mark.requirement("S1-11")
def test_there_is_always_a_person_to_talk_to(client):
    shown = page(client, a_listing())

    assert 'href="/contact/"' in shown[shown.index("Not right for you just now?") :]


@pytest.mark.requirement("S1-04")
@pytest.mark.requirement("S1-01")
def test_aims_and_ways_to_have_a_say_are_in_plain_words(client, adviser):
    shown = page(client, a_published_offering(adviser))

    assert "Doing something good for yourself" in shown
    assert "You can share from your own life, if you want to." in shown


@pytest.mark.requirement("S3-20")
def test_cost_and_coming_alone_are_answered(client, adviser):
    shown = page(client, a_published_offering(adviser))

    assert "<span>Free</span>" in shown
    assert "Come alone?" in shown


@pytest.mark.requirement("S1-12")
def test_only_what_needs_a_talk_first_leads_to_one(client, adviser):
    gated = a_published_offering(adviser)
    by_phone = a_service(adviser, kind=directory.ServiceKind.TELEPHONE_ADVICE, name="Telefon")
    open_to_all = a_published_offering(adviser, title="Telefonen", service=by_phone)

    assert 'href="/join/' in page(client, gated)
    ungated = page(client, open_to_all)
    assert 'href="/join/' not in ungated
    assert "You do not have to sign up. Come by, or call us." in ungated


def test_words_are_the_readers_or_else_the_original_and_say_so(client, adviser):
    listing = a_published_offering(adviser)
    directory.translate(
        adviser, listing_id=listing, language="da", words={"title": "Torsdagsfrokost"}, version=1, now=NOW
    )

    danish, swedish = (page(client, listing, language=language) for language in ("da", "sv"))

    assert "Torsdagsfrokost" in danish
    assert 'lang="nb"' in danish  # what nobody has translated is marked as Norwegian
    assert "Torsdagslunsj" in swedish
    assert "Det här finns bara på norska." in swedish
    assert "bare på norsk" not in page(client, listing, language="nb")


@pytest.mark.parametrize("state", [State.DRAFT, State.PAUSED, State.CLOSED])
def test_what_is_not_published_is_not_there(state):
    a_listing(slug="skjult", state=state)

    with pytest.raises(NotFound):
        directory.public_listing(slug="skjult", language="nb")


def test_without_its_guard_a_draft_would_show(monkeypatch):
    organisation = an_organisation()
    a_listing(slug="skjult", state=State.DRAFT, organisation=organisation.pk)
    monkeypatch.setattr(public, "current", Q)

    with given(organisation.pk):
        assert directory.public_listing(slug="skjult", language="nb")


def test_an_imported_listing_shows_the_version_its_source_stands_at(client):
    organisation = an_organisation()
    source = a_source(organisation.pk, generation=2, imported_at=NOW)
    for title, valid_from, valid_to in (("Hage før", 1, 2), ("Hage nå", 2, 9), ("Hage siden", 9, 10)):
        _imported(organisation, source, title, valid_from, valid_to)

    shown = client.get("/offerings/hage/", headers={"accept-language": "en"}).content.decode()

    assert "Hage nå" in shown
    assert "Hage før" not in shown
    assert "Hage siden" not in shown
    assert "This comes from Register, fetched on" in shown
    assert "It is not checked by us." in shown
    assert 'href="/join/' not in shown


def _imported(organisation: Organisation, source: Source, title: str, valid_from: int, valid_to: int) -> None:
    listing = a_listing(
        title,
        organisation=organisation.pk,
        slug="hage",
        valid_from=valid_from,
        valid_to=valid_to,
        source=source,
        source_reference="hage",
    )
    with given(organisation.pk):
        Listing.objects.filter(pk=listing).update(kind=ListingKind.IMPORTED)


@pytest.mark.requirement("X-01")
@pytest.mark.parametrize("part", ["", "card/"])
def test_the_title_in_the_browser_names_no_offering(client, adviser, part):
    shown = page(client, a_published_offering(adviser, title="Samtalegruppe"), part)

    title = shown[shown.index("<title>") : shown.index("</title>")]
    assert "Samtalegruppe" not in title
    assert "Stegvis" in title


def test_the_card_leads_back_to_the_page_by_its_code(client, adviser):
    listing = a_published_offering(adviser)
    shown = page(client, listing, "card/")

    assert "http://testserver/offerings/" in shown
    assert "<svg" in shown
    assert "Alle som vil spise sammen med noen." not in shown  # what, when and where; never for whom


@pytest.mark.parametrize("address", ["/offerings/finnes-ikke/", "/offerings/finnes-ikke/card/"])
def test_an_unknown_offering_is_not_found(client, address):
    assert client.get(address).status_code == 404
