"""Before the first time: the rules of the offering, those of the house, and the promise (S1-17, S1-19)."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import Introduction, IntroductionText
from stegvis.areas.admission.rules import Refusal, Subject, mark_of, next_number, still_open, what_there_is
from stegvis.areas.directory.models import Listing, ListingText, Service
from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import Look
from stegvis.kernel.roles import Role
from tests.access.world import client_of
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import asked_of_database, given

ALL = frozenset(Subject) - {Subject.GROUP}


# Rules


def test_a_mark_is_of_the_words_and_not_of_the_air_around_them():
    assert mark_of("Be kind.\r\nBe sober. \n") == mark_of(" Be kind.\nBe sober.")
    assert mark_of("Be kind.") != mark_of("Be kind!")


def test_what_says_nothing_nobody_is_introduced_to():
    said = {Subject.PROMISE: "I promise", Subject.CENTRE: " \n", Subject.OFFERING: " Phones off "}
    assert what_there_is(said) == {Subject.OFFERING: "Phones off", Subject.PROMISE: "I promise"}


@pytest.mark.parametrize(
    ("latest", "mark", "number"),
    [
        (None, "a", 1),
        ((1, "a"), "a", None),
        ((1, "a"), "b", 2),
        ((2, "b"), "a", 3),  # the old words again, after others stood in their place
    ],
)
def test_other_words_are_the_next_number(latest: tuple[int, str] | None, mark: str, number: int | None):
    assert next_number(latest=latest, mark=mark) == number


@pytest.mark.requirement("S1-17")
@pytest.mark.parametrize(
    ("now", "latest", "read", "is_open"),
    [
        ("a", None, None, True),  # nobody has read it yet
        ("a", (1, "a"), None, True),  # others have
        ("a", (1, "a"), 1, False),
        ("b", (1, "a"), 1, True),  # written anew
        ("b", (2, "b"), 1, True),  # and others have read that
        ("b", (2, "b"), 2, False),
    ],
)
def test_only_the_newest_words_count(
    now: str, latest: tuple[int, str] | None, read: int | None, is_open: bool
):
    found = still_open(
        now={Subject.CENTRE: now},
        latest={Subject.CENTRE: latest} if latest else {},
        read={Subject.CENTRE: read} if read else {},
    )
    assert found == ({Subject.CENTRE} if is_open else frozenset())


# Reading


@pytest.fixture
def centre(db: None) -> Organisation:
    return an_organisation(guidelines="Sober.\nKind.", language="nb")


@pytest.fixture
def lunch(centre: Organisation) -> Listing:
    return _with_guidelines(an_offering(centre.pk), "Phones away.")


def _with_guidelines(listing: Listing, words: str) -> Listing:
    with given(listing.organisation_id):
        ListingText.objects.filter(listing=listing, language="en").update(guidelines=words)
    return listing


def _house_says(centre: Organisation, words: str) -> None:
    with given(centre.pk):
        Organisation.objects.filter(pk=centre.pk).update(guidelines=words)


def _mode(centre: Organisation, mode: DocumentationMode) -> None:
    with given(centre.pk):
        Service.objects.filter(organisation_id=centre.pk).update(documentation=mode)


def _hers(kari: Actor, listing: Listing) -> queries.Introductions:
    return queries.introductions_for(kari, participant_of(kari).pk, listing.pk, "en")


def _marks(kari: Actor, listing: Listing, *subjects: Subject) -> dict[Subject, str]:
    parts = _hers(kari, listing).parts
    return {part.subject: part.mark for part in parts if part.subject in (subjects or ALL)}


def _reads(kari: Actor, listing: Listing, *subjects: Subject) -> None:
    read = _marks(kari, listing, *subjects)
    actions.introduce_oneself(kari, listing_id=listing.pk, read=read, now=NOW)


def _goes_through(ingrid: Actor, kari: Actor, listing: Listing, *subjects: Subject) -> None:
    actions.introduce(
        ingrid,
        participant_id=participant_of(kari).pk,
        listing_id=listing.pk,
        read=_marks(kari, listing, *subjects),
        now=NOW,
    )


def _open(ingrid: Actor, listing: Listing, who: UUID) -> frozenset[Subject]:
    return queries.introductions_open(ingrid, listing.pk, [who])[who]


@pytest.mark.requirement("S1-17")
def test_two_separate_ticks_and_the_promise_with_day_and_who(kari: Actor, ingrid: Actor, lunch: Listing):
    who = participant_of(kari).pk
    assert _open(ingrid, lunch, who) == ALL == _hers(kari, lunch).open

    _reads(kari, lunch, Subject.OFFERING)
    assert _open(ingrid, lunch, who) == {Subject.CENTRE, Subject.PROMISE}

    _goes_through(ingrid, kari, lunch, Subject.CENTRE)
    _reads(kari, lunch, Subject.PROMISE)
    assert _open(ingrid, lunch, who) == frozenset()
    found = {part.subject: (part.read_at, part.told_by, part.confirmed) for part in _hers(kari, lunch).parts}
    assert found == {
        Subject.OFFERING: (NOW, "", True),
        Subject.CENTRE: (NOW, "Ingrid", False),
        Subject.PROMISE: (NOW, "", True),
    }


@pytest.mark.requirement("S1-17")
def test_the_house_and_the_promise_are_read_once_the_rules_of_each_offering_for_itself(
    kari: Actor, ingrid: Actor, centre: Organisation, lunch: Listing
):
    _reads(kari, lunch)
    sewing = _with_guidelines(an_offering(centre.pk, "Sewing"), "Mind the needles.")
    assert _open(ingrid, sewing, participant_of(kari).pk) == {Subject.OFFERING}


@pytest.mark.requirement("S1-17")
def test_new_words_open_it_again_for_everybody_who_read_the_old_ones(
    kari: Actor, ingrid: Actor, centre: Organisation, lunch: Listing
):
    eva = an_actor(centre, Role.PARTICIPANT)
    _reads(kari, lunch)
    _reads(eva, lunch)
    _house_says(centre, "Sober. Kind. Nobody sells anything.")
    ids = [participant_of(kari).pk, participant_of(eva).pk]
    assert queries.introductions_open(ingrid, lunch.pk, ids) == {key: {Subject.CENTRE} for key in ids}
    assert [part.subject for part in _hers(kari, lunch).parts if part.renewed] == [Subject.CENTRE]

    _reads(kari, lunch, Subject.CENTRE)
    assert _open(ingrid, lunch, ids[0]) == frozenset()
    assert _open(ingrid, lunch, ids[1]) == {Subject.CENTRE}
    with given(centre.pk):
        texts = IntroductionText.objects.filter(subject=Subject.CENTRE).order_by("number")
        assert [(text.number, text.words) for text in texts] == [
            (1, "Sober.\nKind."),
            (2, "Sober. Kind. Nobody sells anything."),
        ]


@pytest.mark.requirement("S1-19")
def test_the_promise_is_between_people_and_in_the_readers_words(kari: Actor, lunch: Listing):
    (promise,) = [part for part in _hers(kari, lunch).parts if part.subject is Subject.PROMISE]
    assert promise.words.startswith("What you hear about others here stays here.")
    assert "law" not in promise.words
    (norwegian,) = [
        part
        for part in queries.introductions_for(kari, participant_of(kari).pk, lunch.pk, "nb").parts
        if part.subject is Subject.PROMISE
    ]
    assert norwegian.words != promise.words
    assert norwegian.mark == promise.mark, "the same promise, whatever language it is read in"


def test_nobody_ticks_words_that_have_changed_meanwhile(kari: Actor, centre: Organisation, lunch: Listing):
    seen = _marks(kari, lunch)
    _house_says(centre, "Something else.")
    with pytest.raises(Changed):
        actions.introduce_oneself(kari, listing_id=lunch.pk, read=seen, now=NOW)
    with given(centre.pk):
        assert not Introduction.objects.exists()


def test_ticking_twice_is_one_tick(kari: Actor, centre: Organisation, lunch: Listing):
    _reads(kari, lunch)
    actions.introduce_oneself(
        kari, listing_id=lunch.pk, read=_marks(kari, lunch), now=NOW + timedelta(days=1)
    )
    with given(centre.pk):
        assert set(Introduction.objects.values_list("introduced_at", flat=True)) == {NOW}


@pytest.mark.requirement("S3-19")
@pytest.mark.parametrize("right", [True, False])
def test_she_says_whether_what_was_noted_for_her_is_right(
    kari: Actor, ingrid: Actor, lunch: Listing, right: bool
):
    _goes_through(ingrid, kari, lunch)
    actions.answer_introductions(kari, listing_id=lunch.pk, right=right, now=NOW)
    assert _hers(kari, lunch).to_confirm == []
    assert _hers(kari, lunch).open == (frozenset() if right else ALL)


def test_nothing_holds_up_somebody_without_words_to_read(kari: Actor, ingrid: Actor, centre: Organisation):
    _house_says(centre, "")
    silent = an_offering(centre.pk)
    assert _open(ingrid, silent, participant_of(kari).pk) == {Subject.PROMISE}


@pytest.mark.requirement("X-15")
@pytest.mark.parametrize("mode", list(DocumentationMode), ids=str)
def test_in_mode_none_the_ticks_are_her_own(
    mode: DocumentationMode, kari: Actor, ingrid: Actor, centre: Organisation, lunch: Listing
):
    _mode(centre, mode)
    who = participant_of(kari).pk
    if mode is not DocumentationMode.NONE:
        _goes_through(ingrid, kari, lunch)
        assert _open(ingrid, lunch, who) == frozenset()
        return
    with pytest.raises(Refused) as refused:
        _goes_through(ingrid, kari, lunch)
    assert refused.value.reason is Refusal.INTRODUCTION_IS_HERS
    with given(centre.pk):
        assert not Introduction.objects.exists()
    _reads(kari, lunch)
    assert _hers(kari, lunch).open == frozenset()
    assert queries.introductions_open(ingrid, lunch.pk, [who]) == {}
    shown = queries.introductions_for(ingrid, who, lunch.pk, "en")
    assert [part.read_at for part in shown.parts] == [None] * 3


def test_only_an_adviser_sees_for_whom_it_is_open(kari: Actor, centre: Organisation, lunch: Listing):
    for role in set(Role) - {Role.ADVISER, Role.PARTICIPANT, Role.VISITOR, Role.HOUSEKEEPER}:
        actor = an_actor(centre, role)
        with pytest.raises(NotAllowed):
            queries.introductions_open(actor, lunch.pk, [])
        with pytest.raises(NotAllowed):
            queries.introductions_for(actor, participant_of(kari).pk, lunch.pk)
        with pytest.raises(NotAllowed):
            _goes_through(actor, kari, lunch)
    eva = an_actor(centre, Role.PARTICIPANT)
    with pytest.raises(NotFound):
        queries.introductions_for(eva, participant_of(kari).pk, lunch.pk)


def test_a_session_list_costs_the_same_for_two_and_for_twenty(
    ingrid: Actor, centre: Organisation, lunch: Listing
):
    ids = [a_participant(centre).pk for _ in range(20)]
    with asked_of_database() as for_two:
        queries.introductions_open(ingrid, lunch.pk, ids[:2])
    with asked_of_database() as for_all:
        queries.introductions_open(ingrid, lunch.pk, ids)
    assert len(for_two) == len(for_all) <= 6


# Pages


def _sent(kari: Actor, listing: Listing, *subjects: Subject) -> dict[str, str]:
    sent = {f"{subject}-mark": mark for subject, mark in _marks(kari, listing).items()}
    return sent | {f"{subject}-read": "on" for subject in subjects or ALL}


@pytest.mark.requirement("S1-19")
def test_she_reads_and_ticks_on_her_page(kari: Actor, lunch: Listing):
    client = client_of(kari)
    client.cookies["language"] = "en"
    address = reverse("admission:introductions", args=[lunch.slug])
    page = client.get(address).content.decode()
    assert "Phones away." in page
    assert "Sober." in page
    assert "promise between people" in page
    assert client.post(address, _sent(kari, lunch, Subject.PROMISE)).status_code == 303
    assert _hers(kari, lunch).open == {Subject.OFFERING, Subject.CENTRE}
    assert client.post(address, _sent(kari, lunch)).status_code == 303
    assert "You have read everything" in client.get(address).content.decode()


def test_her_page_shows_the_new_words_when_they_changed_under_her(
    kari: Actor, centre: Organisation, lunch: Listing
):
    client = client_of(kari)
    client.cookies["language"] = "en"
    sent = _sent(kari, lunch)
    _house_says(centre, "Other words.")
    answer = client.post(reverse("admission:introductions", args=[lunch.slug]), sent)
    assert answer.status_code == 422
    assert "The words have changed" in answer.content.decode()
    assert "Other words." in answer.content.decode()
    assert _hers(kari, lunch).open == ALL


def test_an_adviser_goes_through_it_with_her_and_she_confirms(kari: Actor, ingrid: Actor, lunch: Listing):
    client, who = client_of(ingrid), participant_of(kari).pk
    address = reverse("admission:introduce", args=[who, lunch.pk])
    assert client.post(address, _sent(kari, lunch)).status_code == 303
    client.cookies["language"] = "en"
    assert "has been introduced to everything" in client.get(address).content.decode()
    with given(ingrid):
        assert Look.objects.filter(about=who, why="admission.introductions").count() == 2

    hers = client_of(kari)
    hers.cookies["language"] = "en"
    own = reverse("admission:introductions", args=[lunch.slug])
    assert "Written down by Ingrid, not yet read by you" in hers.get(own).content.decode()
    hers.post(own, {"do": "not_so"})
    assert _hers(kari, lunch).open == ALL


@pytest.mark.requirement("X-15")
def test_in_mode_none_the_advisers_page_is_for_reading_alone(
    kari: Actor, ingrid: Actor, centre: Organisation, lunch: Listing
):
    _mode(centre, DocumentationMode.NONE)
    client = client_of(ingrid)
    client.cookies["language"] = "en"
    address = reverse("admission:introduce", args=[participant_of(kari).pk, lunch.pk])
    page = client.get(address).content.decode()
    assert "Nothing is written about anybody here" in page
    assert 'type="checkbox"' not in page
    client.post(address, _sent(kari, lunch))
    with given(centre.pk):
        assert not Introduction.objects.exists()
