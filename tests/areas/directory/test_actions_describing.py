"""Beginning offerings: services, drafts, copies, other languages."""

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.models import Listing
from stegvis.areas.directory.rules import (
    Category,
    Refusal,
    ServiceKind,
    State,
    Step,
)
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound, Refused
from tests.factories.directory import (
    NOW,
    TODAY,
    a_draft,
    a_published_offering,
    a_service,
    in_index,
    journal_of,
    shown,
    write,
)
from tests.support import given

pytestmark = pytest.mark.django_db


# Services


@pytest.mark.requirement("S2-02")
@pytest.mark.parametrize("kind", list(ServiceKind))
def test_each_kind_of_work_can_be_offered_and_says_whether_a_talk_comes_first(
    adviser: Actor, kind: ServiceKind
):
    service_id = a_service(adviser, kind=kind, name="Noe fint")
    [service] = directory.desk_services(adviser)
    assert (service.service_id, service.kind) == (service_id, kind)
    assert service.gated == (kind in {"social_offerings", "other_groups", "self_help_groups"})
    assert journal_of(adviser, service_id) == [("directory.service_added", kind)]


@pytest.mark.parametrize(
    ("name", "reason"), [("  ", Refusal.NEEDS_A_NAME), ("x" * 121, Refusal.TOO_LONG)], ids=["empty", "long"]
)
def test_a_service_needs_a_short_name(adviser: Actor, name: str, reason: Refusal):
    with pytest.raises(Refused) as refusal:
        a_service(adviser, name=name)
    assert refusal.value.reason is reason


# Describing


def test_a_new_offering_is_a_draft_that_nobody_finds(adviser: Actor):
    listing_id = a_draft(adviser, title="Åpen kafé på Øya")
    offering = shown(adviser, listing_id)
    assert (offering.title, offering.state, offering.slug) == (
        "Åpen kafé på Øya",
        State.DRAFT,
        "apen-kafe-pa-oya",
    )
    assert not in_index(adviser, listing_id)
    assert journal_of(adviser, listing_id) == [("directory.described", "")]


def test_two_centres_may_call_an_offering_the_same(adviser: Actor, stranger: Actor):
    first = shown(adviser, a_draft(adviser, title="Lunsj")).slug
    second = shown(stranger, a_draft(stranger, title="Lunsj")).slug
    assert first == "lunsj"
    assert second.startswith("lunsj-")


@pytest.mark.parametrize("title", ["", "   ", "x" * 121, "Hei\x00"])
def test_a_title_is_needed_and_short(adviser: Actor, title: str):
    service = a_service(adviser)
    with pytest.raises(Refused):
        directory.describe(adviser, service_id=service, language="nb", title=title, now=NOW)


def test_another_centres_service_is_unknown(adviser: Actor, stranger: Actor):
    service = a_service(stranger)
    with pytest.raises(NotFound):
        directory.describe(adviser, service_id=service, language="nb", title="Lunsj", now=NOW)


@pytest.mark.requirement("S2-14")
@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_the_text_on_social_support_is_there_from_the_start_and_stays(adviser: Actor, language: str):
    listing_id = a_draft(adviser, language=language)
    before = shown(adviser, listing_id).knowledge_basis
    assert len(before) > 100
    write(adviser, listing_id, {Step.GROUND: {"knowledge_added": "Musikk gir felles rytme."}})
    after = shown(adviser, listing_id)
    assert after.knowledge_basis == before
    assert after.written[Step.GROUND]["knowledge_added"] == "Musikk gir felles rytme."
    with pytest.raises(ValueError, match="knowledge_basis"):
        write(adviser, listing_id, {Step.GROUND: {"knowledge_basis": ""}})


# Copying


@pytest.mark.requirement("S2-11")
def test_a_copy_says_the_same_and_is_shown_to_nobody(adviser: Actor):
    source = a_published_offering(adviser)
    directory.translate(adviser, listing_id=source, language="en", words={"title": "Thursday lunch"}, now=NOW)
    write(adviser, source, {Step.JOINING: {"next_start_on": TODAY}})
    copied = directory.copy(adviser, listing_id=source, title="Fredagslunsj", now=NOW)
    before, after = shown(adviser, source), shown(adviser, copied)
    assert (after.title, after.state, after.slug) == ("Fredagslunsj", State.DRAFT, "fredagslunsj")
    assert after.written[Step.JOINING]["next_start_on"] is None
    expected = {**before.written}
    expected[Step.WHAT] = {**expected[Step.WHAT], "title": "Fredagslunsj"}
    expected[Step.JOINING] = {**expected[Step.JOINING], "next_start_on": None}
    assert after.written == expected
    assert after.words == before.words
    assert after.missing == []
    assert set(after.versions.values()) == {1}
    assert journal_of(adviser, copied) == [("directory.copied", "")]


@pytest.mark.requirement("S2-11")
def test_changing_a_copy_leaves_the_first_one_alone(adviser: Actor):
    source = a_published_offering(adviser)
    copied = directory.copy(adviser, listing_id=source, title="Fredagslunsj", now=NOW)
    before = shown(adviser, source)
    write(
        adviser,
        copied,
        {
            Step.WHAT: {"category": Category.CREATIVE},
            Step.WHEN: {"times": [], "place": "Nes"},
            Step.JOINING: {"guidelines": "Andre regler."},
        },
    )
    assert shown(adviser, source) == before


# Other languages


def test_an_offering_can_be_read_in_several_languages_and_the_original_is_marked(adviser: Actor):
    listing_id = a_published_offering(adviser)
    words = {"title": "Torsdagsfrokost", "content": "Vi spiser sammen."}
    assert directory.translate(adviser, listing_id=listing_id, language="da", words=words, now=NOW) == 2
    offering = shown(adviser, listing_id)
    assert offering.language == "nb"
    assert {name: offering.words["da"][name] for name in words} == words
    assert set(offering.words) == {"da", "sv", "en"}


def test_a_language_goes_when_all_its_words_are_gone(adviser: Actor):
    listing_id = a_draft(adviser)
    directory.translate(adviser, listing_id=listing_id, language="da", words={"title": "Frokost"}, now=NOW)
    directory.translate(adviser, listing_id=listing_id, language="da", words={"title": ""}, now=NOW)
    with given(adviser):
        assert Listing.objects.get(pk=listing_id).texts.count() == 1


@pytest.mark.parametrize(
    ("language", "words", "reason"),
    [
        ("nb", {"title": "Lunsj"}, Refusal.ALREADY_THE_ORIGINAL),
        ("da", {"content": "Vi spiser."}, Refusal.NEEDS_A_TITLE),
        ("da", {"title": "x" * 121}, Refusal.TOO_LONG),
    ],
)
def test_translations_that_cannot_be_kept(
    adviser: Actor, language: str, words: dict[str, str], reason: Refusal
):
    listing_id = a_draft(adviser)
    with pytest.raises(Refused) as refusal:
        directory.translate(adviser, listing_id=listing_id, language=language, words=words, now=NOW)
    assert refusal.value.reason is reason


def test_two_people_on_one_translation_the_later_one_is_told(adviser: Actor):
    listing_id = a_draft(adviser)
    directory.translate(
        adviser, listing_id=listing_id, language="da", words={"title": "Frokost"}, version=1, now=NOW
    )
    with pytest.raises(Changed):
        directory.translate(
            adviser, listing_id=listing_id, language="da", words={"title": "Middag"}, version=1, now=NOW
        )
