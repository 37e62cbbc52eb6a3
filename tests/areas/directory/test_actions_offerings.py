"""Describing, showing, pausing, closing and copying offerings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from stegvis.areas.directory import api as directory
from stegvis.areas.directory import policy
from stegvis.areas.directory.actions import showing, writing
from stegvis.areas.directory.models import Listing, Offering, SearchText, Service
from stegvis.areas.directory.rules import (
    Aim,
    Category,
    DocumentationMode,
    JoiningRule,
    Part,
    Refusal,
    ServiceKind,
    State,
    Step,
)
from stegvis.areas.people.models import Organisation, Seat
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.factories.directory import (
    NOW,
    TODAY,
    a_complete_draft,
    a_draft,
    a_published_offering,
    a_service,
    complete_steps,
    write,
)
from tests.factories.people import LONG_AGO, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser() -> Actor:
    return an_actor(an_organisation(), Role.ADVISER)


@pytest.fixture
def colleague(adviser: Actor) -> Actor:
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    return an_actor(centre, Role.EMPLOYEE)


@pytest.fixture
def stranger() -> Actor:
    return an_actor(an_organisation(), Role.MANAGER)


def shown(actor: Actor, listing_id: UUID) -> directory.DeskOffering:
    return directory.desk_offering(actor, listing_id, today=TODAY)


def journal_of(actor: Actor, about: UUID) -> list[tuple[str, str]]:
    with given(actor):
        return list(JournalEntry.objects.filter(about=about).values_list("what", "outcome"))


def in_index(actor: Actor, listing_id: UUID) -> bool:
    with given(actor):
        return SearchText.objects.filter(listing_id=listing_id).exists()


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


# Writing in small steps


def test_a_step_is_kept_as_it_was_written(adviser: Actor):
    listing_id = a_draft(adviser)
    steps = complete_steps(adviser)
    write(adviser, listing_id, steps)
    offering = shown(adviser, listing_id)
    for step, values in steps.items():
        for name, value in values.items():
            kept = offering.written[step][name]
            assert list(kept) == list(value) if isinstance(value, list) else kept == value
    assert offering.missing == []


def test_what_is_left_out_stays(adviser: Actor):
    listing_id = a_draft(adviser)
    write(adviser, listing_id, {Step.WHAT: {"content": "Vi spiser."}})
    write(adviser, listing_id, {Step.WHAT: {"method": "Sammen."}})
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Vi spiser."


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", "<b>Lunsj", "{{ settings.SECRET_KEY }}", "&amp;"]
)
def test_markup_is_kept_as_typed(adviser: Actor, markup: str):
    listing_id = a_draft(adviser)
    write(adviser, listing_id, {Step.WHAT: {"content": markup}})
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == markup


def test_a_text_of_ten_megabytes_is_refused_and_nothing_changes(adviser: Actor):
    listing_id = a_draft(adviser)
    with pytest.raises(Refused) as refusal:
        write(adviser, listing_id, {Step.WHAT: {"method": "Kort.", "content": "x" * 10_000_000}})
    assert refusal.value.reason is Refusal.TOO_LONG
    assert refusal.value.facts == {"field": "content", "limit": 8000}
    offering = shown(adviser, listing_id)
    assert offering.written[Step.WHAT]["method"] == ""
    assert offering.versions[Step.WHAT] == 1


def test_two_people_on_one_step_the_later_one_is_told(adviser: Actor, colleague: Actor):
    listing_id = a_draft(adviser)
    directory.save_step(
        colleague, listing_id=listing_id, step=Step.WHAT, values={"content": "Hennes"}, version=1, now=NOW
    )
    with pytest.raises(Changed):
        directory.save_step(
            adviser, listing_id=listing_id, step=Step.WHAT, values={"content": "Mine"}, version=1, now=NOW
        )
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Hennes"


def test_without_the_version_the_later_text_would_overwrite(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    """The guard: with every version taken for the current one, the first text is lost."""
    listing_id = a_draft(adviser)
    monkeypatch.setattr(Offering, "version_of", lambda self, part: 1)
    for words in ("Hennes", "Mine"):
        directory.save_step(
            adviser, listing_id=listing_id, step=Step.WHAT, values={"content": words}, version=1, now=NOW
        )
    assert shown(adviser, listing_id).written[Step.WHAT]["content"] == "Mine"


def test_two_people_on_different_steps_do_not_meet(adviser: Actor, colleague: Actor):
    listing_id = a_draft(adviser)
    for actor, step, values in (
        (adviser, Step.WHAT, {"content": "Vi spiser."}),
        (colleague, Step.WHO, {"audience": "Alle."}),
    ):
        assert (
            directory.save_step(actor, listing_id=listing_id, step=step, values=values, version=1, now=NOW)
            == 2
        )


def test_the_same_form_sent_twice_is_kept_once(adviser: Actor):
    listing_id = a_draft(adviser)
    versions = [
        directory.save_step(
            adviser,
            listing_id=listing_id,
            step=Step.WHAT,
            values={"content": "Vi spiser."},
            version=1,
            now=NOW,
        )
        for _ in range(2)
    ]
    assert versions == [2, 2]
    assert journal_of(adviser, listing_id).count(("directory.step_saved", "what")) == 1


def test_somebody_from_elsewhere_cannot_be_responsible(adviser: Actor, stranger: Actor):
    listing_id = a_draft(adviser)
    with pytest.raises((Refused, NotFound)):
        write(adviser, listing_id, {Step.GROUND: {"responsible": stranger.seat_id}})
    assert shown(adviser, listing_id).written[Step.GROUND]["responsible"] is None


def test_only_somebody_employed_now_can_be_responsible(adviser: Actor):
    with given():
        centre = Organisation.objects.get(pk=adviser.organisation_id)
    listing_id = a_draft(adviser)
    for actor in (
        an_actor(centre, Role.VOLUNTEER),
        an_actor(centre, Role.EMPLOYEE, until_on=LONG_AGO.replace(year=2021)),
    ):
        with pytest.raises(Refused) as refusal:
            write(adviser, listing_id, {Step.GROUND: {"responsible": actor.seat_id}})
        assert refusal.value.reason is Refusal.NOT_EMPLOYED_HERE


def test_usual_times_and_alternatives_can_be_set_alone(adviser: Actor):
    listing_id, other = a_draft(adviser), a_draft(adviser, title="Turgruppa")
    times = complete_steps(adviser)[Step.WHEN]["times"]
    directory.set_times(adviser, listing_id=listing_id, times=times, now=NOW)
    directory.set_alternatives(adviser, listing_id=listing_id, alternatives=[other], now=NOW)
    written = shown(adviser, listing_id).written
    assert written[Step.WHEN]["times"] == tuple(times)
    assert written[Step.OTHERWISE]["alternatives"] == {other}


@pytest.mark.requirement("S1-11")
def test_an_alternative_leads_to_another_open_offering_of_the_own_centre(adviser: Actor, stranger: Actor):
    listing_id, closed = a_draft(adviser), a_draft(adviser, title="Nedlagt")
    directory.close(adviser, listing_id=closed, now=NOW)
    for nowhere in (listing_id, closed, a_draft(stranger), uuid4()):
        with pytest.raises(Refused) as refusal:
            directory.set_alternatives(adviser, listing_id=listing_id, alternatives=[nowhere], now=NOW)
        assert refusal.value.reason is Refusal.LEADS_NOWHERE


@pytest.mark.requirement("S1-11")
def test_only_an_alternative_that_people_can_see_counts_as_a_way_on(adviser: Actor):
    other = a_complete_draft(adviser, title="Turgruppa")
    listing_id = a_complete_draft(adviser)
    write(adviser, listing_id, {Step.OTHERWISE: {"alternatives": [other], "contact_instead": ""}})
    assert [lack.code for lack in shown(adviser, listing_id).missing] == [Part.WAY_ON]
    directory.publish(adviser, listing_id=other, now=NOW)
    assert shown(adviser, listing_id).missing == []


# Showing


@pytest.mark.requirement("S1-01")
def test_without_an_aim_it_is_not_shown_with_one_it_is(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    write(adviser, listing_id, {Step.JOINING: {"aims": []}})
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert refusal.value.reason is Refusal.NOT_COMPLETE
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.AIM]
    assert shown(adviser, listing_id).state is State.DRAFT
    write(adviser, listing_id, {Step.JOINING: {"aims": [Aim.GOOD_CHOICES]}})
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


def test_without_the_rule_an_empty_offering_would_be_shown(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    """The guard: with the rule away, a title alone is shown to people."""
    listing_id = a_draft(adviser)
    monkeypatch.setattr(showing, "missing", lambda description: [])
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


@pytest.mark.requirement("S2-04")
def test_when_the_responsible_has_left_nothing_is_shown_before_somebody_else_is(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    with given(adviser):
        Seat.objects.filter(pk=adviser.seat_id).update(until_on=LONG_AGO)
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.RESPONSIBLE]


@pytest.mark.requirement("S1-09")
def test_a_closed_group_whose_start_has_passed_needs_a_new_one(adviser: Actor):
    listing_id = a_complete_draft(adviser)
    write(
        adviser, listing_id, {Step.JOINING: {"joining": JoiningRule.START_OF_ROUND, "next_start_on": TODAY}}
    )
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW + timedelta(days=1))
    assert [lack.code for lack in refusal.value.facts["missing"]] == [Part.NEXT_START]
    directory.publish(adviser, listing_id=listing_id, now=NOW)


@pytest.mark.parametrize(
    ("step", "field", "empty"),
    [
        pytest.param(Step.JOINING, "participation_kinds", [], marks=pytest.mark.requirement("S1-04")),
        pytest.param(Step.JOINING, "joining", "", marks=pytest.mark.requirement("S1-09")),
        pytest.param(Step.JOINING, "guidelines", "", marks=pytest.mark.requirement("S1-10")),
        pytest.param(Step.WHO, "audience", "", marks=pytest.mark.requirement("S1-11")),
        pytest.param(Step.STAFFING, "employees_needed", 0, marks=pytest.mark.requirement("S1-24")),
        pytest.param(Step.WHEN, "frame", "", marks=pytest.mark.requirement("S1-36")),
        pytest.param(Step.GROUND, "professional_reason", "", marks=pytest.mark.requirement("S2-04")),
        pytest.param(Step.WHAT, "category", "", marks=pytest.mark.requirement("S2-12")),
        pytest.param(Step.GROUND, "knowledge_on", None, marks=pytest.mark.requirement("S2-13")),
        pytest.param(Step.GROUND, "user_needs", "", marks=pytest.mark.requirement("S2-16")),
    ],
)
def test_what_people_see_stays_complete(adviser: Actor, step: Step, field: str, empty: Any):
    listing_id = a_published_offering(adviser)
    before = shown(adviser, listing_id)
    with pytest.raises(Refused) as refusal:
        write(adviser, listing_id, {step: {field: empty}})
    assert refusal.value.reason is Refusal.SHOWN_AND_LEFT_EMPTY
    assert shown(adviser, listing_id) == before


def test_without_the_check_an_incomplete_offering_would_stay_shown(
    adviser: Actor, monkeypatch: pytest.MonkeyPatch
):
    """The guard: with the check away, people see an offering without an aim."""
    listing_id = a_published_offering(adviser)
    monkeypatch.setattr(writing, "left_empty", lambda description, step: [])
    write(adviser, listing_id, {Step.JOINING: {"aims": []}})
    offering = shown(adviser, listing_id)
    assert offering.state is State.PUBLISHED
    assert [lack.code for lack in offering.missing] == [Part.AIM]


def test_a_change_of_what_people_see_reaches_search(adviser: Actor, monkeypatch: pytest.MonkeyPatch):
    read_again: list[UUID] = []
    monkeypatch.setattr(writing, "index_listings", read_again.extend)
    draft = a_draft(adviser, title="Kladd")
    listing_id = a_published_offering(adviser)
    write(adviser, draft, {Step.WHAT: {"content": "Ikke ferdig."}})
    assert read_again == []
    write(adviser, listing_id, {Step.WHAT: {"content": "Vi baker."}})
    assert read_again == [listing_id]


def test_a_pause_takes_it_out_of_sight_and_publishing_brings_it_back(adviser: Actor):
    listing_id = a_published_offering(adviser)
    assert in_index(adviser, listing_id)
    directory.pause(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PAUSED
    assert not in_index(adviser, listing_id)
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PUBLISHED


def test_what_is_closed_stays_closed_and_can_be_copied(adviser: Actor):
    listing_id = a_published_offering(adviser)
    directory.close(adviser, listing_id=listing_id, now=NOW)
    with pytest.raises(Refused) as refusal:
        directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert refusal.value.reason is Refusal.CLOSED_STAYS_CLOSED
    copied = directory.copy(adviser, listing_id=listing_id, title="Torsdagslunsj igjen", now=NOW)
    assert shown(adviser, copied).state is State.DRAFT


def test_pressing_publish_twice_does_no_harm(adviser: Actor):
    listing_id = a_published_offering(adviser)
    directory.publish(adviser, listing_id=listing_id, now=NOW)
    assert journal_of(adviser, listing_id).count(("directory.published", "")) == 1


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


# Who may, and whose

DOORS: dict[str, Callable[[Actor, UUID], object]] = {
    "save_step": lambda a, i: directory.save_step(
        a, listing_id=i, step=Step.WHAT, values={"content": "Mitt"}, version=1, now=NOW
    ),
    "set_times": lambda a, i: directory.set_times(a, listing_id=i, times=[], now=NOW),
    "set_alternatives": lambda a, i: directory.set_alternatives(a, listing_id=i, alternatives=[], now=NOW),
    "translate": lambda a, i: directory.translate(
        a, listing_id=i, language="da", words={"title": "Frokost"}, now=NOW
    ),
    "copy": lambda a, i: directory.copy(a, listing_id=i, title="Min", now=NOW),
    "publish": lambda a, i: directory.publish(a, listing_id=i, now=NOW),
    "pause": lambda a, i: directory.pause(a, listing_id=i, now=NOW),
    "close": lambda a, i: directory.close(a, listing_id=i, now=NOW),
    "desk_offering": lambda a, i: directory.desk_offering(a, i, today=TODAY),
}
DECIDING = {"publish", "pause", "close"}


@pytest.mark.parametrize("door", DOORS)
def test_another_centres_offering_is_unknown(adviser: Actor, stranger: Actor, door: str):
    listing_id = a_published_offering(adviser)
    with pytest.raises(NotFound):
        DOORS[door](stranger, listing_id)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.HOST, Role.FRONT_LINE])
def test_other_seats_may_not(adviser: Actor, door: str, role: Role):
    listing_id = a_published_offering(adviser)
    somebody = Actor.in_seat(
        organisation_id=adviser.organisation_id, role=role, user_id=uuid4(), seat_id=uuid4()
    )
    with pytest.raises(NotAllowed):
        DOORS[door](somebody, listing_id)


def test_without_the_right_being_asked_for_an_employee_would_decide(
    adviser: Actor, colleague: Actor, monkeypatch: pytest.MonkeyPatch
):
    """The guard: with the question away, an employee takes an offering out of sight."""
    listing_id = a_published_offering(adviser)
    monkeypatch.setattr(policy, "may_publish", lambda actor: True)
    directory.pause(colleague, listing_id=listing_id, now=NOW)
    assert shown(adviser, listing_id).state is State.PAUSED


@pytest.mark.parametrize("door", sorted(DECIDING))
def test_an_employee_describes_and_leaves_showing_to_others(adviser: Actor, colleague: Actor, door: str):
    listing_id = a_published_offering(adviser)
    with pytest.raises(NotAllowed):
        DOORS[door](colleague, listing_id)


def test_a_participant_starts_neither_service_nor_offering(adviser: Actor):
    service = a_service(adviser)
    somebody = Actor.in_seat(
        organisation_id=adviser.organisation_id, role=Role.PARTICIPANT, user_id=uuid4(), seat_id=uuid4()
    )
    with pytest.raises(NotAllowed):
        directory.describe(somebody, service_id=service, language="nb", title="Lunsj", now=NOW)
    with pytest.raises(NotAllowed):
        directory.add_service(
            somebody,
            kind=ServiceKind.OTHER_GROUPS,
            name="Min",
            documentation=DocumentationMode.NONE,
            now=NOW,
        )
    with given(adviser):
        assert Service.objects.filter(organisation_id=adviser.organisation_id).count() == 1
