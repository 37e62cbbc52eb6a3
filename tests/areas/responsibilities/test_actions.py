"""What people do with tasks, and what the house lets become of it."""

from datetime import date, timedelta

import pytest

from stegvis.areas.directory.rules import DocumentationMode
from stegvis.areas.messages.models import Message
from stegvis.areas.people.models import Seat
from stegvis.areas.responsibilities import actions, queries
from stegvis.areas.responsibilities.models import BackWithStaff, OwnWords, Responsibility
from stegvis.areas.responsibilities.rules import Purpose, Refusal, Said, Standing, TaskKind
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, an_offering, participant_of
from tests.factories.people import an_actor
from tests.support import given

from .scene import REVIEW_ON, Scene


def agree(scene: Scene, made, *, by=None, **terms):
    return actions.agree_on(
        by or scene.ingrid,
        responsibility_id=made,
        terms=scene.terms(**terms),
        version=scene.row(made).version,
        now=NOW,
    )


@pytest.mark.requirement("S1-27")
def test_with_all_of_it_and_her_own_yes_the_next_meeting_is_hers(scene):
    scene.running()
    task = scene.mine()
    assert (task.standing, task.next_is_mine, task.own_yes_on) == (Standing.RUNS, True, NOW.date())


@pytest.mark.requirement("S1-27")
def test_tasks_are_off_until_the_house_decides(scene):
    fresh = queries.decided_for(scene.ingrid, an_offering(scene.centre.pk).pk, "en")
    assert (fresh.possible, fresh.decided_on) == (False, None)
    with pytest.raises(NotAllowed):
        actions.decide_tasks(scene.odd, listing_id=scene.lunch.pk, possible=False, version=1, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.decide_tasks(scene.berit, listing_id=fresh.listing_id, possible=True, version=0, now=NOW)
    assert refusal.value.reason is Refusal.NO_TASK_CHOSEN
    actions.decide_tasks(scene.berit, listing_id=scene.lunch.pk, possible=False, version=1, now=NOW)
    assert queries.my_tasks(scene.kari, NOW, "en").possible == ()
    with pytest.raises(Refused) as refusal:
        scene.wished()
    assert refusal.value.reason is Refusal.NOT_POSSIBLE


@pytest.mark.requirement("S1-27")
@pytest.mark.parametrize(
    ("without", "reason"),
    [
        ({"guide_seat_id": None}, Refusal.NO_GUIDE),
        ({"purpose": None}, Refusal.NO_PURPOSE),
        ({"review_on": None}, Refusal.NO_REVIEW_DATE),
        ({"review_on": NOW.date()}, Refusal.REVIEW_DATE_HAS_PASSED),
    ],
)
def test_each_thing_that_is_missing_blocks_it(scene, without, reason):
    made = scene.wished()
    with pytest.raises(Refused) as refusal:
        agree(scene, made, **without)
    assert refusal.value.reason is reason
    assert not scene.mine().next_is_mine


@pytest.mark.requirement("S1-27")
@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.FACILITATOR])
def test_nobody_but_the_employed_goes_along(scene, role):
    made = scene.wished()
    other = an_actor(scene.centre, role, is_taken=True)
    with pytest.raises(Refused) as refusal:
        agree(scene, made, guide_seat_id=other.seat_id)
    assert refusal.value.reason is Refusal.NOT_EMPLOYED


@pytest.mark.requirement("S1-27")
def test_what_staff_wrote_down_counts_only_after_her_own_yes(scene):
    made = actions.note_wish(
        scene.ingrid,
        task_id=scene.coffee,
        participant_id=participant_of(scene.kari).pk,
        terms=scene.terms(),
        now=NOW,
    )
    task = scene.mine()
    assert (task.standing, task.next_is_mine, task.told_by) == (Standing.ASKED, False, "Ingrid")
    actions.say_yes(scene.kari, responsibility_id=made, version=task.version, now=NOW)
    assert (scene.mine().next_is_mine, scene.mine().told_by) == (True, "")


@pytest.mark.requirement("S1-27")
def test_a_yes_is_to_what_she_read(scene):
    made = scene.agreed()
    read = scene.mine().version
    agree(scene, made, purpose=Purpose.SOCIAL_SKILLS)
    with pytest.raises(Changed):
        actions.say_yes(scene.kari, responsibility_id=made, version=read, now=NOW)
    assert scene.mine().standing is Standing.ASKED


@pytest.mark.requirement("S1-27")
def test_she_signs_on_paper_and_a_day_to_come_is_none(scene):
    made = scene.agreed()
    paper = {"responsibility_id": made, "version": scene.row(made).version, "now": NOW}
    with pytest.raises(Refused) as refusal:
        actions.sign_on_paper(scene.ingrid, signed_on=NOW.date() + timedelta(days=1), **paper)
    assert refusal.value.reason is Refusal.SIGNED_TO_COME
    with pytest.raises(NotAllowed):
        actions.sign_on_paper(scene.odd, signed_on=NOW.date(), **paper)
    actions.sign_on_paper(scene.ingrid, signed_on=NOW.date(), **paper)
    assert scene.mine().next_is_mine


@pytest.mark.requirement("S1-28")
def test_with_too_few_staff_it_is_nobodys_and_nothing_can_be_given(scene):
    scene.running()
    scene.fall_ill(scene.ingrid)
    assert (scene.mine().standing, scene.mine().next_is_mine) == (Standing.RUNS, False)

    eva = scene.another()
    made = scene.wished(eva)
    with pytest.raises(Refused) as refusal:
        agree(scene, made)
    assert refusal.value.reason is Refusal.TOO_FEW_STAFF
    with pytest.raises(Refused) as refusal:
        actions.note_wish(
            scene.ingrid,
            task_id=scene.coffee,
            participant_id=participant_of(scene.another()).pk,
            terms=scene.terms(),
            now=NOW,
        )
    assert refusal.value.reason is Refusal.TOO_FEW_STAFF

    scene.be_back(scene.ingrid)
    assert scene.mine().next_is_mine
    agree(scene, made)


@pytest.mark.requirement("S1-28")
def test_her_yes_is_heard_but_fills_no_gap(scene):
    made = scene.agreed()
    scene.fall_ill(scene.ingrid)
    actions.say_yes(scene.kari, responsibility_id=made, version=scene.row(made).version, now=NOW)
    assert (scene.mine().standing, scene.mine().next_is_mine) == (Standing.RUNS, False)


@pytest.mark.requirement("S1-27")
def test_when_whoever_goes_along_leaves_it_rests_and_the_staff_are_reminded(scene):
    scene.running()
    with given(scene.odd):
        Seat.objects.filter(pk=scene.odd.seat_id).update(until_on=NOW.date() - timedelta(days=1))
    assert (scene.mine().standing, scene.mine().guide_left) == (Standing.RESTS, True)
    assert queries.in_short(scene.ingrid, NOW, "en").due == 1
    assert [one.called for one in queries.on_desk(scene.ingrid, NOW, "en").due] == ["Kari"]


@pytest.mark.requirement("S1-27")
def test_another_who_takes_over_is_a_new_question_to_her(scene):
    scene.running()
    charge = {"from_seat": scene.odd.seat_id, "to_seat": scene.ingrid.seat_id}
    assert queries.guides_somebody(scene.berit, scene.odd.seat_id, NOW)
    actions.pass_guiding_on(scene.berit, **charge, now=NOW)
    task = scene.mine()
    assert (task.standing, task.guide, task.next_is_mine) == (Standing.ASKED, "Ingrid", False)
    assert not queries.guides_somebody(scene.berit, scene.odd.seat_id, NOW)


@pytest.mark.requirement("S1-29")
def test_another_who_takes_over_does_not_read_what_she_let_the_one_before_read(scene):
    made, eli = scene.running(), an_actor(scene.centre, Role.EMPLOYEE)
    said = {"said": Said.CHANGE, "words": "Odd talks too much.", "shared": True}
    actions.say_how_it_is(scene.kari, responsibility_id=made, **said, now=NOW)
    assert queries.desk_task(scene.odd, made, NOW, "en").words
    actions.pass_guiding_on(scene.berit, from_seat=scene.odd.seat_id, to_seat=eli.seat_id, now=NOW)
    for reader in (eli, scene.ingrid):
        task = queries.desk_task(reader, made, NOW, "en")
        assert (task.words, task.said) == ("", None)
    assert scene.mine().words == said["words"], "they are hers"


@pytest.mark.requirement("S1-29")
def test_the_day_to_talk_passes_and_it_rests_until_she_is_asked(scene):
    scene.running()
    later = NOW + timedelta(days=(REVIEW_ON - NOW.date()).days + 1)
    task = queries.my_tasks(scene.kari, later, "en").mine[0]
    assert (task.standing, task.review_open) == (Standing.RESTS, True)
    assert queries.in_short(scene.ingrid, later, "en").due == 1
    with given(scene.ingrid):
        assert not Message.objects.filter(at__gt=NOW).exists(), "nobody reminds her"


@pytest.mark.requirement("S1-29")
@pytest.mark.parametrize(("said", "stands"), [(None, False), (Said.CHANGE, False), (Said.GOOD, True)])
def test_a_new_day_goes_on_only_after_she_has_said_that_it_is_good(scene, said, stands):
    made = scene.running()
    if said:
        actions.say_how_it_is(scene.kari, responsibility_id=made, said=said, words="", shared=False, now=NOW)
    assert agree(scene, made, review_on=date(2027, 2, 11)) is stands
    assert (scene.mine().standing is Standing.RUNS) is stands


@pytest.mark.requirement("S1-29")
def test_her_words_are_hers_unless_she_shares_them(scene):
    made = scene.running()
    for shared, words in ((False, ""), (True, "The kettle is heavy.")):
        actions.say_how_it_is(
            scene.kari,
            responsibility_id=made,
            said=Said.CHANGE,
            words="The kettle is heavy.",
            shared=shared,
            now=NOW,
        )
        for reader in (scene.ingrid, scene.odd):
            assert queries.desk_task(reader, made, NOW, "en").words == words
        assert scene.mine().words == "The kettle is heavy."


def test_an_employee_sees_only_whom_she_goes_along_with(scene):
    made = scene.running()
    assert queries.desk_task(scene.odd, made, NOW, "en").called == "Kari"
    with pytest.raises(NotFound):
        queries.desk_task(scene.berit, made, NOW, "en")
    assert queries.on_desk(scene.berit, NOW, "en").running == ()


@pytest.mark.requirement("S1-27")
@pytest.mark.requirement("S1-29")
def test_handing_back_is_one_step_and_leaves_nothing_of_hers(scene):
    made = scene.running()
    actions.say_how_it_is(
        scene.kari, responsibility_id=made, said=Said.GOOD, words="Fine", shared=True, now=NOW
    )
    for _ in range(2):
        actions.hand_back(scene.kari, responsibility_id=made, now=NOW)
    with given(scene.ingrid):
        assert not Responsibility.objects.exists()
        assert not OwnWords.objects.exists()
        assert BackWithStaff.objects.count() == 1
    (back,) = queries.on_desk(scene.odd, NOW, "en").back
    actions.see_back(scene.odd, back_id=back.back_id, now=NOW)
    actions.see_back(scene.odd, back_id=back.back_id, now=NOW)
    assert queries.on_desk(scene.ingrid, NOW, "en").back == ()
    assert scene.wished(), "she can wish for it again"


def _let_go(scene: Scene) -> set[tuple[object, ...]]:
    with given(scene.ingrid):
        rows = JournalEntry.objects.filter(
            organisation_id=scene.centre.pk, what__startswith="responsibilities.with"
        )
        return set(rows.values_list("what", "seat_id", "role", "about", "outcome"))


@pytest.mark.requirement("S4-03")
@pytest.mark.requirement("S1-29")
def test_nobody_can_read_a_no(scene):
    """A wish taken back, a no to what was written down and a handing back say the same in the journal, by nobody."""
    said = []
    for begin in (scene.wished, scene.agreed, scene.running):
        actions.hand_back(scene.kari, responsibility_id=begin(), now=NOW)
        said.append(_let_go(scene))
    assert said[0] == said[1] == said[2]
    ((_, seat_id, role, about, outcome),) = said[0]
    assert (seat_id, role, about, outcome) == (None, Role.HOUSEKEEPER, scene.coffee, "")


def test_a_no_to_what_was_never_hers_tells_the_staff_nothing(scene):
    actions.hand_back(scene.kari, responsibility_id=scene.agreed(), now=NOW)
    assert queries.in_short(scene.ingrid, NOW, "en") is None


@pytest.mark.requirement("S1-28")
def test_what_comes_back_goes_to_staff_and_to_no_other_participant(scene):
    eva = scene.another()
    made = scene.running()
    before = queries.my_tasks(eva, NOW, "en")
    with given(scene.ingrid):
        told = Message.objects.filter(participant=participant_of(eva)).count()
    actions.hand_back(scene.kari, responsibility_id=made, now=NOW)
    assert queries.my_tasks(eva, NOW, "en") == before
    with given(scene.ingrid):
        assert Message.objects.filter(participant=participant_of(eva)).count() == told


@pytest.mark.requirement("S1-29")
def test_the_staff_end_it_and_she_is_told_kindly(scene):
    made = scene.running()
    actions.end(scene.odd, responsibility_id=made, now=NOW)
    assert queries.my_tasks(scene.kari, NOW, "en").mine == ()
    with given(scene.ingrid):
        kinds = Message.objects.filter(participant=participant_of(scene.kari)).values_list("kind", flat=True)
        assert "responsibilities.taken_over" in set(kinds)


@pytest.mark.requirement("X-15")
def test_in_mode_none_staff_write_nothing_and_she_does_it_herself(db):
    scene = Scene(documentation=DocumentationMode.NONE)
    with pytest.raises(Refused) as refusal:
        actions.note_wish(
            scene.ingrid,
            task_id=scene.coffee,
            participant_id=participant_of(scene.kari).pk,
            terms=scene.terms(),
            now=NOW,
        )
    assert refusal.value.reason is Refusal.KEEPS_NOTHING
    made = actions.wish(scene.kari, task_id=scene.coffee, now=NOW)
    with pytest.raises(Refused) as refusal:
        agree(scene, made)
    assert refusal.value.reason is Refusal.KEEPS_NOTHING
    actions.wish(scene.kari, task_id=scene.coffee, purpose=Purpose.MASTERY, now=NOW)
    agree(scene, made)
    assert scene.mine().standing is Standing.ASKED


def test_two_who_write_at_once_overwrite_nothing(scene):
    made = scene.wished()
    version = scene.row(made).version
    both = {"responsibility_id": made, "version": version, "now": NOW}
    actions.agree_on(scene.ingrid, terms=scene.terms(), **both)
    with pytest.raises(Changed):
        actions.agree_on(scene.ingrid, terms=scene.terms(purpose=Purpose.SOCIAL_SKILLS), **both)
    assert scene.row(made).purpose == Purpose.MASTERY
    off = {"listing_id": scene.lunch.pk, "possible": False, "now": NOW}
    with pytest.raises(Changed):
        actions.decide_tasks(scene.berit, version=0, **off)


def test_switched_off_takes_nothing_away(scene):
    scene.running()
    off = {"listing_id": scene.lunch.pk, "possible": False, "version": 1}
    actions.decide_tasks(scene.berit, **off, now=NOW)
    assert scene.mine().standing is Standing.RESTS
    actions.decide_tasks(
        scene.berit, listing_id=scene.lunch.pk, possible=True, kinds=[TaskKind.COFFEE], version=2, now=NOW
    )
    assert scene.mine().standing is Standing.RUNS


def test_only_where_she_has_a_place_she_can_wish(scene):
    stranger = an_actor(scene.centre, Role.PARTICIPANT)
    assert queries.my_tasks(stranger, NOW, "en").possible == ()
    with pytest.raises(NotFound):
        scene.wished(stranger)
