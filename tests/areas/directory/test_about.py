"""Who a house is: its own words first, ours until then; and the guides it works by."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given as draw
from hypothesis import strategies as some

from stegvis.areas.admission import api as admission
from stegvis.areas.directory import actions
from stegvis.areas.directory.models import Guide
from stegvis.areas.directory.queries.about import about_written, guides
from stegvis.areas.directory.rules import AboutPart, Refusal
from stegvis.areas.directory.rules.about import LONGEST, said
from stegvis.areas.directory.rules.guides import MOST, is_safe
from stegvis.areas.directory.texts import ABOUT_HEADINGS, ABOUT_LABELS, ABOUT_OURS, ABOUT_TERMS
from stegvis.areas.people.models import Organisation
from stegvis.areas.people.rules import OrganisationKind
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.plain_language import measure
from stegvis.kernel.roles import EMPLOYED, Role
from tests.access.world import client_of
from tests.factories.admission import NOW
from tests.factories.directory import a_draft, a_published_offering, shown
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import asked_of_database, given

LANGUAGES = ("nb", "da", "sv", "en")
TELLS_WHY_PEOPLE_COME = re.compile(
    r"incest|overgrep|abuse|volde?n?\b|våld|misbruk|missbruk|\brus\b|drug|traum|psyk|diagnos|sykdom|offer\b|victim",
    re.IGNORECASE,
)


@pytest.fixture
def berit(centre: Organisation) -> Actor:
    return an_actor(centre, Role.MANAGER)


def write(actor: Actor, language: str = "nb", version: int | None = None, **words: str) -> None:
    stands = about_written(actor)[language].version
    actions.write_about(
        actor, language=language, words=words, version=stands if version is None else version, now=NOW
    )


def page_of(centre: Organisation, language: str = "nb") -> str:
    return Client().get(f"/about/{centre.slug}/", {"language": language}, follow=True).content.decode()


def in_language(words: Any, language: str) -> str:
    with translation.override(language):
        return str(words)


# Which words stand


@draw(
    some.dictionaries(some.sampled_from(LANGUAGES), some.booleans(), max_size=4),
    some.sampled_from(LANGUAGES),
    some.sampled_from(LANGUAGES),
    some.booleans(),
)
def test_own_words_come_before_ours_and_the_readers_language_first(written, wished, original, ours):
    part = AboutPart.SELF_HELP
    own = {language: {part: "Own." if there else ""} for language, there in written.items()}
    found = said(part, own=own, wished=wished, original=original, ours=ours)
    there = {language for language, is_there in written.items() if is_there}
    if not there:
        assert found == ("" if ours else None)
    elif wished in there:
        assert found == wished
    else:
        assert found == (original if original in there else min(there))


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_words_are_there_in_every_language_easy_to_read_and_say_nothing_of_why_people_come(language: str):
    assert set(ABOUT_OURS) == set(AboutPart) == set(ABOUT_LABELS)
    assert set(ABOUT_HEADINGS) == set(ABOUT_TERMS) == set(AboutPart) - {AboutPart.OPENING}
    words = [in_language(ABOUT_OURS[part], language) for part in AboutPart]
    if language != "en":
        assert not set(words) & {in_language(ABOUT_OURS[part], "en") for part in AboutPart}
    whole = "\n".join(words + [in_language(one, language) for one in ABOUT_HEADINGS.values()])
    assert measure(whole).lix <= 30
    assert not TELLS_WHY_PEOPLE_COME.search(whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_centre_that_has_written_nothing_is_told_about_in_our_words(centre: Organisation, language: str):
    page = page_of(centre, language)
    for part in AboutPart:
        assert in_language(ABOUT_OURS[part], language) in page.replace("&#x27;", "'")
    for term in ABOUT_TERMS.values():
        assert in_language(term, language) in page


def test_own_words_stand_in_place_of_ours_and_say_which_language_they_are_in(
    centre: Organisation, berit: Actor
):
    write(berit, "nb", no_pressure="Ta den tiden du trenger. <b>Alltid.</b>")
    page = page_of(centre)
    assert "Ta den tiden du trenger. &lt;b&gt;Alltid.&lt;/b&gt;" in page
    assert in_language(ABOUT_OURS[AboutPart.NO_PRESSURE], "nb") not in page
    assert in_language(ABOUT_OURS[AboutPart.SELF_HELP], "nb") in page
    swedish = page_of(centre, "sv")
    assert 'lang="nb"' in swedish
    assert "Ta den tiden du trenger." in swedish
    write(berit, "sv", no_pressure="Ta den tid du behöver.")
    assert "Ta den tid du behöver." in page_of(centre, "sv")
    write(berit, "nb")
    assert "Ta den tid du behöver." in page_of(centre)  # said in one language only: better so than ours


def test_what_is_no_centre_says_only_what_it_has_written(db: None):
    house = an_organisation(kind=OrganisationKind.VOLUNTEER_CENTRE)
    assert Client().get(f"/about/{house.slug}/").status_code == 404
    write(an_actor(house, Role.COORDINATOR), "nb", opening="Vi hjelper folk å finne hverandre.")
    page = page_of(house)
    assert "Vi hjelper folk å finne hverandre." in page
    assert in_language(ABOUT_OURS[AboutPart.NO_PRESSURE], "nb") not in page


def test_the_page_sets_no_session_and_keeps_its_title_quiet(centre: Organisation):
    answer = Client().get(f"/about/{centre.slug}/")
    assert "sessionid" not in answer.cookies
    title = re.search(r"<title>(.*?)</title>", answer.content.decode())
    assert title is not None
    assert centre.name not in title[1]
    assert Client().get("/about/nowhere/").status_code == 404


def test_one_house_is_shown_at_once_and_several_can_be_chosen_among(db: None):
    assert Client().get("/about/").status_code == 200
    first = an_organisation(phone="1")
    assert Client().get("/about/").headers["Location"] == f"/about/{first.slug}/"
    second = an_organisation(phone="2")
    page = Client().get("/about/").content.decode()
    assert f"/about/{first.slug}/" in page
    assert f"/about/{second.slug}/" in page


def test_public_pages_lead_there(centre: Organisation, ingrid: Actor):
    with given():
        Organisation.objects.filter(pk=centre.pk).update(phone="55 51 00 00")
    assert 'href="/about/"' in Client().get("/").content.decode()
    listing_id = a_published_offering(ingrid)
    slug = shown(ingrid, listing_id).slug
    assert f'href="/about/{centre.slug}/"' in Client().get(f"/offerings/{slug}/").content.decode()


# Writing it


def test_the_second_of_two_writers_sees_both_and_chooses(berit: Actor, centre: Organisation):
    lise = client_of(an_actor(centre, Role.COORDINATOR))
    write(berit, "nb", opening="Velkommen inn.")
    form = {"language": "nb", "version": "0", "opening": "Kom inn.", **dict.fromkeys(list(AboutPart)[1:], "")}
    answer = lise.post(reverse("directory:desk_about"), form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Velkommen inn." in page
    assert "Kom inn." in page
    assert about_written(berit)["nb"].words[AboutPart.OPENING] == "Velkommen inn."
    assert lise.post(reverse("directory:desk_about"), form | {"version": "1"}).status_code == 303
    assert about_written(berit)["nb"].words[AboutPart.OPENING] == "Kom inn."


def test_the_same_words_twice_change_nothing_and_an_old_version_is_refused(berit: Actor):
    write(berit, "da", opening="Velkommen.")
    write(berit, "da", version=0, opening="Velkommen.")
    with pytest.raises(Changed):
        write(berit, "da", version=0, opening="Hej.")
    assert about_written(berit)["da"].version == 1


def test_what_is_too_long_is_said_beside_the_question_and_stays(berit: Actor):
    long = "Lang " * LONGEST
    form = {"language": "nb", "version": "0", **dict.fromkeys(AboutPart, ""), "self_help": long}
    answer = client_of(berit).post(reverse("directory:desk_about"), form)
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()
    with pytest.raises(ValueError, match="fi"):
        actions.write_about(berit, language="fi", words={}, version=0, now=NOW)


@pytest.mark.requirement("S1-35")
def test_one_house_writes_nothing_into_another(berit: Actor):
    theirs = an_organisation()
    manager = an_actor(theirs, Role.MANAGER)
    before = page_of(theirs)
    write(berit, "nb", opening="Bare hos oss.", low_threshold="Ring på.")
    actions.add_guide(berit, title="Vår", address="https://example.org/vaar", now=NOW)
    assert page_of(theirs) == before
    assert about_written(manager)["nb"].version == 0
    assert guides(manager) == []


# Guides


@pytest.mark.requirement("S2-17")
@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/hjelp-til-selvhjelp.pdf", True),
        ("https://example.org:8443/a?b=c#d", True),
        ("http://example.org/", False),
        ("javascript:alert(1)", False),
        ("//example.org/", False),
        ("https://", False),
        ("https://localhost/x", False),
        ("https://somebody:secret@example.org/", False),
        ("https://example.org/a b", False),
        ("https://example.org\\@evil.example", False),
        ("https://example.org:port/", False),
        ("https://[", False),
        ("", False),
        ("https://example.org/" + "a" * 500, False),
    ],
)
def test_which_addresses_a_guide_may_have(address: str, safe: bool):
    assert is_safe(address) is safe


@pytest.mark.requirement("S2-17")
def test_the_houses_guides_stand_where_offerings_and_templates_are_written(berit: Actor, ingrid: Actor):
    address = "https://example.org/hjelp-til-selvhjelp"
    actions.add_guide(berit, title="Hjelp til selvhjelp", address=address, now=NOW)
    listing_id = a_draft(ingrid)
    adviser = client_of(ingrid)
    kari = a_participant(Organisation(pk=ingrid.organisation_id), nickname="Kari")
    talk = admission.start_talk(ingrid, participant_id=kari.pk, now=NOW)
    for page in (
        reverse("admission:talk", args=[talk]),
        reverse("directory:desk_new"),
        reverse("directory:desk_offering", args=[listing_id]),
        reverse("directory:desk_copy", args=[listing_id]),
        reverse("directory:house"),
    ):
        assert f'href="{address}"' in adviser.get(page).content.decode(), page
    assert f'href="{address}"' in client_of(berit).get(reverse("agreements:base_rules")).content.decode()
    stranger = client_of(an_actor(an_organisation(), Role.ADVISER))
    assert address not in stranger.get(reverse("directory:house")).content.decode()


@pytest.mark.requirement("S2-17")
def test_a_guide_is_added_once_and_taken_away(berit: Actor):
    manager = client_of(berit)
    key = str(uuid4())
    form = {"key": key, "title": "Veileder", "address": "https://example.org/x"}
    for _twice in range(2):
        assert manager.post(reverse("directory:add_guide"), form).status_code == 303
    assert [one.title for one in guides(berit)] == ["Veileder"]
    again = manager.post(reverse("directory:add_guide"), form | {"key": str(uuid4())})
    assert again.status_code == 422
    plain = manager.post(
        reverse("directory:add_guide"), form | {"key": str(uuid4()), "address": "http://example.org/y"}
    )
    assert plain.status_code == 422
    assert "http://example.org/y" in plain.content.decode()
    manager.post(reverse("directory:remove_guide"), {"guide": guides(berit)[0].guide_id})
    assert guides(berit) == []
    assert manager.post(reverse("directory:remove_guide"), {"guide": "x"}).status_code == 404


def test_a_list_of_guides_stays_short(berit: Actor):
    for number in range(MOST):
        actions.add_guide(berit, title="Veileder", address=f"https://example.org/{number}", now=NOW)
    with pytest.raises(Refused) as refused:
        actions.add_guide(berit, title="En til", address="https://example.org/til", now=NOW)
    assert refused.value.reason is Refusal.TOO_MANY_GUIDES


@pytest.mark.parametrize("role", sorted(EMPLOYED))
def test_who_writes_about_the_house(centre: Organisation, role: Role, berit: Actor):
    actor = an_actor(centre, role)
    guide = actions.add_guide(berit, title="Veileder", address="https://example.org/x", now=NOW)
    for change in (
        lambda: actions.write_about(actor, language="nb", words={"opening": "Hei."}, version=0, now=NOW),
        lambda: actions.add_guide(actor, title="Ny", address="https://example.org/ny", now=NOW),
        lambda: actions.remove_guide(actor, guide_id=guide, now=NOW),
    ):
        if role in {Role.MANAGER, Role.COORDINATOR}:
            change()
        else:
            with pytest.raises(NotAllowed):
                change()


def test_another_houses_guide_is_unknown(berit: Actor):
    guide = actions.add_guide(berit, title="Veileder", address="https://example.org/x", now=NOW)
    with pytest.raises(NotFound):
        actions.remove_guide(an_actor(an_organisation(), Role.MANAGER), guide_id=guide, now=NOW)
    with given(berit):
        assert Guide.objects.exists()


def test_reading_who_a_house_is_costs_the_same_in_all_languages(centre: Organisation, berit: Actor):
    def cost() -> int:
        with asked_of_database() as statements:
            page_of(centre)
        return len(statements)

    page_of(centre)
    before = cost()
    for language in LANGUAGES:
        write(berit, language, opening="Hei.")
    assert cost() == before <= 4
