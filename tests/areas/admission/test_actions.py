"""Asking for a talk, holding it, and the participant's copy."""

from datetime import date, timedelta

import pytest

from stegvis.areas.admission import actions, queries
from stegvis.areas.admission.models import Talk, TalkRequest
from stegvis.areas.admission.rules import Choice, ChoiceSaid, Refusal, RequestState, TalkWords, Way
from stegvis.areas.directory.rules import DocumentationMode, State
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db
WORDS = TalkWords(good_for_me="Somewhere to be", good_to_know="Sit by the door", greeting="greet")


def _asks(kari: Actor, **fields: object) -> None:
    defaults = {"listing_id": None, "how_to_reach": None, "now": NOW}
    actions.ask_for_talk(kari, **{**defaults, **fields})


def _start(ingrid: Actor, kari: Actor):
    return actions.start_talk(ingrid, participant_id=participant_of(kari).pk, now=NOW)


def _now(listing_id, *, by_person: bool = True, by_adviser: bool = True) -> ChoiceSaid:
    return ChoiceSaid(listing_id, Choice.NOW, by_person, by_adviser)


def _save(ingrid: Actor, talk_id, *choices: ChoiceSaid, version: int = 1, words: TalkWords = WORDS) -> int:
    return actions.save_talk(ingrid, talk_id=talk_id, words=words, choices=choices, version=version, now=NOW)


def _told(actor: Actor) -> list[str]:
    with given(actor):
        return list(JournalEntry.objects.order_by("at").values_list("what", flat=True))


@pytest.mark.requirement("S2-05")
@pytest.mark.requirement("S1-12")
def test_asking_needs_nothing_but_a_press(kari: Actor, ingrid: Actor, centre: Organisation):
    lunch = an_offering(centre.pk)
    _asks(kari, listing_id=lunch.pk)

    (waiting,) = queries.waiting_for_talk(ingrid, NOW, "en")
    assert (waiting.nickname, waiting.listing_title, waiting.way, waiting.phone) == (
        "Kari",
        "Thursday lunch",
        None,
        "",
    )
    assert _told(kari) == ["admission.talk_asked_for"]


def test_pressing_twice_is_one_wish_and_keeps_the_place_in_the_order(kari: Actor, ingrid: Actor):
    _asks(kari, how_to_reach=Way.CALL, phone="400 00 000")
    _asks(kari, how_to_reach=Way.COME_BY, phone="400 00 000", now=NOW + timedelta(days=1))

    (waiting,) = queries.waiting_for_talk(ingrid, NOW, "en")
    assert (waiting.since, waiting.way, waiting.phone) == (NOW, Way.COME_BY, "")


@pytest.mark.requirement("S2-06")
def test_people_wait_in_the_order_of_asking(centre: Organisation, ingrid: Actor):
    for hours in (2, 0, 1):
        _asks(an_actor(centre, Role.PARTICIPANT), now=NOW + timedelta(hours=hours))
    since = [waiting.since for waiting in queries.waiting_for_talk(ingrid, NOW, "en")]
    assert since == sorted(since)


def test_a_wish_is_taken_back_in_one_step_and_leaves_no_number(kari: Actor, ingrid: Actor):
    _asks(kari, how_to_reach=Way.CALL, phone="400 00 000")
    actions.take_back_wish(kari, now=NOW)
    actions.take_back_wish(kari, now=NOW)

    assert queries.waiting_for_talk(ingrid, NOW, "en") == []
    with given(kari):
        wish = TalkRequest.objects.get()
    assert (wish.state, wish.phone) == (RequestState.TAKEN_BACK, "")


def test_an_answer_reaches_her_page(kari: Actor, ingrid: Actor):
    _asks(kari, how_to_reach=Way.WRITE)
    (waiting,) = queries.waiting_for_talk(ingrid, NOW, "en")
    actions.answer_wish(ingrid, wish_id=waiting.wish_id, answer="Come on Tuesday at ten.", now=NOW)

    wish = queries.my_talk(kari, "en").wish
    assert (wish.answer, wish.answered_by) == ("Come on Tuesday at ten.", "Ingrid")


@pytest.mark.requirement("S1-12")
def test_the_talk_goes_on_another_day_and_is_held_when_both_are_done(
    kari: Actor, ingrid: Actor, centre: Organisation
):
    lunch, sewing = an_offering(centre.pk), an_offering(centre.pk, "Sewing")
    _asks(kari, listing_id=lunch.pk)
    talk_id = _start(ingrid, kari)
    version = _save(ingrid, talk_id, _now(lunch.pk), ChoiceSaid(sewing.pk, Choice.MAYBE_LATER))
    assert queries.clarification_of(kari, participant_of(kari).pk) is None
    assert _start(ingrid, kari) == talk_id

    actions.hold_talk(ingrid, talk_id=talk_id, version=version, now=NOW)

    clarification = queries.clarification_of(kari, participant_of(kari).pk)
    assert clarification.adviser_seat_id == ingrid.seat_id
    assert (clarification.held_on, clarification.now, clarification.later) == (
        date(2026, 11, 23),
        {lunch.pk},
        {sewing.pk},
    )
    assert queries.waiting_for_talk(ingrid, NOW, "en") == []
    assert queries.said_now(ingrid, lunch.pk) == [participant_of(kari).pk]
    assert queries.said_now(ingrid, sewing.pk) == []


@pytest.mark.requirement("S1-14")
@pytest.mark.parametrize(("by_person", "by_adviser"), [(True, False), (False, True), (False, False)])
def test_what_is_chosen_now_is_explained_from_both_sides_first(
    kari: Actor, ingrid: Actor, centre: Organisation, by_person: bool, by_adviser: bool
):
    lunch = an_offering(centre.pk)
    talk_id = _start(ingrid, kari)
    version = _save(ingrid, talk_id, _now(lunch.pk, by_person=by_person, by_adviser=by_adviser))
    with pytest.raises(Refused) as refused:
        actions.hold_talk(ingrid, talk_id=talk_id, version=version, now=NOW)
    assert refused.value.reason is Refusal.EXPECTATIONS_OPEN
    assert queries.my_talk(kari, "en").talk.words == WORDS


@pytest.mark.requirement("S1-20")
def test_everything_can_be_skipped(kari: Actor, ingrid: Actor):
    talk_id = _start(ingrid, kari)
    actions.hold_talk(ingrid, talk_id=talk_id, version=1, now=NOW)
    mine = queries.my_talk(kari, "en")
    assert mine.held
    assert mine.talk.words == TalkWords()


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVISER])
def test_nobody_but_an_adviser_touches_a_talk(role: Role, centre: Organisation, kari: Actor, ingrid: Actor):
    talk_id = _start(ingrid, kari)
    somebody = an_actor(centre, role)
    participant_id = participant_of(kari).pk
    attempts = [
        lambda: actions.start_talk(somebody, participant_id=participant_id, now=NOW),
        lambda: _save(somebody, talk_id),
        lambda: actions.hold_talk(somebody, talk_id=talk_id, version=1, now=NOW),
        lambda: actions.record_talk_held_before(
            somebody, participant_id=participant_id, held_on=NOW.date(), now=NOW
        ),
        lambda: queries.talk(somebody, talk_id, NOW, "en"),
        lambda: queries.waiting_for_talk(somebody, NOW, "en"),
        lambda: queries.said_now(somebody, talk_id),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert queries.clarification_of(kari, participant_id) is None


@pytest.mark.requirement("S1-12")
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.MANAGER, Role.COORDINATOR, Role.VOLUNTEER])
def test_a_talk_in_anothers_name_opens_nothing(role: Role, centre: Organisation, kari: Actor, ingrid: Actor):
    """Even a row that says somebody else held it: only an adviser's counts."""
    talk_id = _start(ingrid, kari)
    somebody = an_actor(centre, role)
    with given(ingrid):
        Talk.objects.filter(pk=talk_id).update(held_on=NOW.date(), adviser_id=somebody.seat_id)
    assert queries.clarification_of(ingrid, participant_of(kari).pk) is None


def test_another_organisation_finds_nothing(kari: Actor, ingrid: Actor):
    elsewhere = an_organisation()
    sara, amira = an_actor(elsewhere, Role.ADVISER), an_actor(elsewhere, Role.PARTICIPANT)
    talk_id = _start(ingrid, kari)
    attempts = [
        lambda: actions.start_talk(sara, participant_id=participant_of(kari).pk, now=NOW),
        lambda: _save(sara, talk_id),
        lambda: actions.hold_talk(sara, talk_id=talk_id, version=1, now=NOW),
        lambda: queries.talk(sara, talk_id, NOW, "en"),
        lambda: actions.confirm_read(amira, talk_id=talk_id, now=NOW),
        lambda: actions.ask_for_talk(
            amira,
            listing_id=an_offering(kari.organisation_id, state=State.DRAFT).pk,
            how_to_reach=None,
            now=NOW,
        ),
    ]
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert queries.clarification_of(sara, participant_of(kari).pk) is None


def test_a_neighbour_cannot_read_or_answer_for_her(centre: Organisation, kari: Actor, ingrid: Actor):
    eva = an_actor(centre, Role.PARTICIPANT)
    talk_id = _start(ingrid, kari)
    with pytest.raises(NotFound):
        actions.confirm_read(eva, talk_id=talk_id, now=NOW)
    assert queries.my_talk(eva, "en").talk is None


@pytest.mark.requirement("X-15")
def test_in_mode_none_only_the_day_and_her_own_choices_stay(kari: Actor, ingrid: Actor, centre: Organisation):
    lunch = an_offering(centre.pk, documentation=DocumentationMode.NONE)
    _asks(kari, listing_id=lunch.pk)
    talk_id = _start(ingrid, kari)
    version = _save(ingrid, talk_id, _now(lunch.pk), words=WORDS)
    actions.hold_talk(ingrid, talk_id=talk_id, version=version, now=NOW)

    mine = queries.my_talk(kari, "en").talk
    assert (mine.words, mine.held_on) == (TalkWords(), date(2026, 11, 23))
    assert [said.choice for said in mine.choices] == [Choice.NOW]
    assert queries.talk(ingrid, talk_id, NOW, "en").choices == ()
    with pytest.raises(Refused) as refused:
        _save(ingrid, talk_id, version=version + 1)
    assert refused.value.reason is Refusal.COPY_IS_HERS


@pytest.mark.requirement("X-15")
def test_without_an_offering_the_strictest_mode_counts(kari: Actor, ingrid: Actor, centre: Organisation):
    an_offering(centre.pk, documentation=DocumentationMode.WITH_NAMES)
    an_offering(centre.pk, documentation=DocumentationMode.NONE)
    talk_id = _start(ingrid, kari)
    assert not queries.talk(ingrid, talk_id, NOW, "en").keeps_words


def test_two_advisers_in_one_talk_overwrite_nothing(kari: Actor, ingrid: Actor, centre: Organisation):
    an_offering(centre.pk)
    sara = an_actor(centre, Role.ADVISER, name="Sara")
    talk_id = _start(ingrid, kari)
    _save(sara, talk_id, words=TalkWords(good_to_know="She takes the bus"))
    with pytest.raises(Changed):
        _save(ingrid, talk_id)
    with pytest.raises(Changed):
        actions.hold_talk(ingrid, talk_id=talk_id, version=1, now=NOW)
    shown = queries.talk(ingrid, talk_id, NOW, "en")
    assert (shown.words.good_to_know, shown.saved_by) == ("She takes the bus", "Sara")


def test_she_reads_her_copy_and_says_what_should_change(kari: Actor, ingrid: Actor, centre: Organisation):
    an_offering(centre.pk)
    talk_id = _start(ingrid, kari)
    version = _save(ingrid, talk_id)
    actions.hold_talk(ingrid, talk_id=talk_id, version=version, now=NOW)
    actions.ask_for_change(kari, talk_id=talk_id, words="I sit by the window.", now=NOW)
    assert queries.talks_held(ingrid, NOW)[0].wishes_change
    version = queries.talk(ingrid, talk_id, NOW, "en").version
    _save(ingrid, talk_id, version=version, words=TalkWords(good_to_know="Sit by the window"))
    assert queries.my_talk(kari, "en").talk.read_at is None

    actions.confirm_read(kari, talk_id=talk_id, now=NOW)
    actions.confirm_read(kari, talk_id=talk_id, now=NOW + timedelta(hours=1))

    assert queries.my_talk(kari, "en").talk.read_at == NOW
    assert queries.my_talk(kari, "en").held


@pytest.mark.requirement("S1-12")
def test_a_talk_held_before_spares_her_starting_over(centre: Organisation, ingrid: Actor):
    known = a_participant(centre)
    with pytest.raises(Refused) as refused:
        actions.record_talk_held_before(ingrid, participant_id=known.pk, held_on=date(2026, 11, 24), now=NOW)
    assert refused.value.reason is Refusal.NOT_HELD_YET
    actions.record_talk_held_before(ingrid, participant_id=known.pk, held_on=date(2024, 5, 2), now=NOW)
    assert queries.clarification_of(ingrid, known.pk).held_on == date(2024, 5, 2)


@pytest.mark.requirement("S1-13")
def test_only_offerings_of_the_own_house_can_be_talked_about(
    kari: Actor, ingrid: Actor, centre: Organisation
):
    foreign, draft = an_offering(an_organisation().pk), an_offering(centre.pk, state=State.DRAFT)
    talk_id = _start(ingrid, kari)
    for listing in (foreign, draft):
        with pytest.raises(Refused) as refused:
            _save(ingrid, talk_id, _now(listing.pk))
        assert refused.value.reason is Refusal.CANNOT_BE_JOINED


@pytest.mark.requirement("S1-13")
def test_what_was_said_about_an_offering_that_rests_stays_said(
    kari: Actor, ingrid: Actor, centre: Organisation
):
    lunch = an_offering(centre.pk)
    talk_id = _start(ingrid, kari)
    version = _save(ingrid, talk_id, _now(lunch.pk))
    with given(centre.pk):
        type(lunch).objects.filter(pk=lunch.pk).update(state=State.PAUSED)
    _save(ingrid, talk_id, version=version)
    assert [said.title for said in queries.my_talk(kari, "en").talk.choices] == ["Thursday lunch"]


@pytest.mark.requirement("X-06")
def test_each_look_at_a_talk_is_logged(kari: Actor, ingrid: Actor):
    _asks(kari)
    talk_id = _start(ingrid, kari)
    queries.waiting_for_talk(ingrid, NOW, "en")
    queries.talk(ingrid, talk_id, NOW, "en")
    queries.my_talk(kari, "en")
    with given(ingrid):
        looks = list(Look.objects.values_list("about", "seat_id", "why").order_by("why"))
    assert looks == [
        (participant_of(kari).pk, ingrid.seat_id, "admission.talk"),
        (participant_of(kari).pk, ingrid.seat_id, "admission.waiting_for_talk"),
    ]
