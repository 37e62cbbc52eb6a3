"""A group makes its agreement, and makes it anew: numbered versions, the group's own yes, and history."""

from datetime import timedelta
from uuid import UUID

import pytest

from stegvis.areas.admission import actions as admission
from stegvis.areas.admission import queries as introductions
from stegvis.areas.admission.rules import Subject
from stegvis.areas.agreements import actions, queries
from stegvis.areas.agreements.models import Agreement
from stegvis.areas.agreements.rules import OTHER_THINGS, Part, Refusal, Rule
from stegvis.areas.agreements.texts import rules_to_begin_with
from stegvis.areas.directory.models import Listing
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Place, Session
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.agreements.talking import agree, say, standing, versions, yes
from tests.factories.admission import NOW, a_held_talk, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import a_participant, an_actor
from tests.support import asked_of_database, given

TEA = Rule(Part.TREAT, "Tea first.")
NO_FACEBOOK = Rule(Part.SOCIAL_MEDIA, "No friends on Facebook.")


@pytest.mark.requirement("S1-18")
def test_a_new_round_begins_with_the_base_rules_of_the_day(ingrid: Actor, lunch: Listing, round_id: UUID):
    begun = queries.agreed(ingrid, round_id, "en")
    assert begun is not None
    assert (begun.number, begun.agreed_on) == (0, None)
    library = [rule for rule in rules_to_begin_with() if rule.part in (Part.TALK, Part.TREAT)]
    assert [rule.base for part in begun.parts for rule in part.rules] == [rule.key for rule in library]
    assert begun.undecided == (Part.SUBJECT, Part.SOCIAL_MEDIA, Part.GREETING)

    ours = [*queries.base_rules(ingrid).rules][1:]
    actions.write_base_rules(ingrid, after=0, rules=ours, now=NOW)
    after = queries.agreed(ingrid, a_round(ingrid, lunch.pk), "en")
    assert after is not None
    assert len(after.parts[0].rules) == len(begun.parts[0].rules) - 1
    assert queries.agreed(ingrid, round_id, "en") == begun, "who has begun keeps what they have"


@pytest.mark.requirement("S1-02")
@pytest.mark.requirement("S1-18")
def test_the_first_meeting_makes_version_one_with_day_and_history(
    ingrid: Actor, round_id: UUID, meetings: list[Session]
):
    now = meetings[0].starts_at
    talk = standing(ingrid, round_id, Part.TALK)
    actions.begin_talk(ingrid, round_id=round_id, session_id=meetings[0].pk, now=now)
    with pytest.raises(Refused) as refused:
        say(ingrid, round_id, Part.TALK, talk[1:], now=now)
    assert refused.value.reason is Refusal.REASON_NEEDED
    say(ingrid, round_id, Part.TALK, talk[1:], reasons={talk[0].base: "We know that."}, now=now)
    say(ingrid, round_id, Part.TREAT, [*standing(ingrid, round_id, Part.TREAT), TEA], now=now)
    assert yes(ingrid, round_id, now=now) == 1

    agreed = queries.agreed(ingrid, round_id, "en")
    assert agreed is not None
    assert (agreed.number, agreed.agreed_on) == (1, meetings[0].on)
    first, begun = queries.history(ingrid, round_id, "en")
    assert [rule.words for rule in first.added] == ["Tea first."]
    assert [(gone.rule.base, gone.because) for gone in first.gone] == [(talk[0].base, "We know that.")]
    assert (begun.number, begun.agreed_on, first.host) == (
        0,
        None,
        queries.history(ingrid, round_id, "en")[0].host,
    )
    assert queries.on_the_table(ingrid, round_id, "en") is None


@pytest.mark.requirement("S1-03")
def test_it_stays_open_and_says_what_is_left(ingrid: Actor, round_id: UUID, meetings: list[Session]):
    now = meetings[0].starts_at
    actions.begin_talk(ingrid, round_id=round_id, session_id=meetings[0].pk, now=now)
    say(ingrid, round_id, Part.TALK, standing(ingrid, round_id, Part.TALK), now=now)
    say(ingrid, round_id, Part.TREAT, [], reasons=_reasons(ingrid, round_id, Part.TREAT), now=now)
    with pytest.raises(Refused) as refused:
        yes(ingrid, round_id, now=now)
    assert refused.value.reason is Refusal.PARTS_LEFT
    assert refused.value.facts["parts"] == (Part.TREAT,)
    assert list(versions(ingrid, round_id)) == [0]


def _reasons(actor: Actor, round_id: UUID, part: Part) -> dict[str, str]:
    return {rule.base: "Why not." for rule in standing(actor, round_id, part)}


@pytest.mark.requirement("S1-22")
@pytest.mark.requirement("S1-23")
def test_open_points_are_the_groups_and_stay_visible(ingrid: Actor, round_id: UUID, meetings: list[Session]):
    agree(ingrid, round_id, meetings[0])
    first = queries.agreed(ingrid, round_id)
    assert first is not None
    assert first.undecided == (Part.SUBJECT, Part.SOCIAL_MEDIA, Part.GREETING)
    agree(ingrid, round_id, meetings[1], why="Somebody asked.", social_media=[NO_FACEBOOK])
    second = queries.agreed(ingrid, round_id)
    assert second is not None
    assert second.undecided == (Part.SUBJECT, Part.GREETING)
    with given(ingrid):
        row = Agreement.objects.get(round_id=round_id, number=2)
    assert (row.session_id, row.host_id) == (meetings[1].pk, ingrid.seat_id)


@pytest.mark.requirement("S1-22")
@pytest.mark.requirement("S1-23")
def test_staff_alone_decide_nothing(ingrid: Actor, lunch: Listing, round_id: UUID, meetings: list[Session]):
    """Before the meeting, at one that is called off, and in a round where nobody is, there is no group to say yes."""
    early = meetings[0].starts_at - timedelta(hours=1)
    with pytest.raises(Refused) as refused:
        actions.begin_talk(
            ingrid, round_id=round_id, session_id=meetings[0].pk, now=early - timedelta(days=1)
        )
    assert refused.value.reason is Refusal.DAY_TO_COME
    actions.begin_talk(ingrid, round_id=round_id, session_id=meetings[0].pk, now=early)
    for part in (Part.TALK, Part.TREAT):
        say(ingrid, round_id, part, standing(ingrid, round_id, part), now=early)
    with pytest.raises(Refused) as refused:
        yes(ingrid, round_id, now=early)
    assert refused.value.reason is Refusal.NOT_BEGUN

    empty = a_round(ingrid, lunch.pk)
    with pytest.raises(Refused) as refused:
        agree(ingrid, empty, sessions_in(ingrid, empty)[0], social_media=[NO_FACEBOOK])
    assert refused.value.reason is Refusal.NOBODY_THERE
    assert list(versions(ingrid, empty)) == [0]

    with pytest.raises(NotFound):
        actions.begin_talk(ingrid, round_id=empty, session_id=meetings[0].pk, now=meetings[0].starts_at)


@pytest.mark.requirement("S1-02")
def test_a_change_says_why_and_nothing_new_is_no_version(
    ingrid: Actor, round_id: UUID, meetings: list[Session]
):
    agree(ingrid, round_id, meetings[0])
    before = versions(ingrid, round_id)
    with pytest.raises(Refused) as refused:
        agree(ingrid, round_id, meetings[1], why="Just so.")
    assert refused.value.reason is Refusal.NOTHING_IS_DIFFERENT
    say(ingrid, round_id, Part.GREETING, [Rule(Part.GREETING, "We nod.")], now=meetings[1].starts_at)
    with pytest.raises(Refused) as refused:
        yes(ingrid, round_id, now=meetings[1].starts_at)
    assert refused.value.reason is Refusal.WHY_NEEDED
    assert yes(ingrid, round_id, why="We met in a shop.", now=meetings[1].starts_at) == 2
    assert {number: versions(ingrid, round_id)[number] for number in before} == before
    assert queries.history(ingrid, round_id, "en")[0].why == "We met in a shop."


@pytest.mark.requirement("S1-02")
def test_two_who_write_at_once_are_told(ingrid: Actor, round_id: UUID, meetings: list[Session]):
    now = meetings[0].starts_at
    actions.begin_talk(ingrid, round_id=round_id, session_id=meetings[0].pk, now=now)
    talk = standing(ingrid, round_id, Part.TALK)
    say(ingrid, round_id, Part.TALK, talk, after=0, now=now)
    with pytest.raises(Changed):
        say(ingrid, round_id, Part.TALK, [*talk, Rule(Part.TALK, "Cats.")], after=0, now=now)
    say(ingrid, round_id, Part.TREAT, [TEA], reasons=_reasons(ingrid, round_id, Part.TREAT), now=now)
    with pytest.raises(Changed):  # the group read it before the second part was saved
        actions.agree(ingrid, round_id=round_id, after=1, why="", now=now)
    assert yes(ingrid, round_id, now=now) == 1
    with pytest.raises(NotFound):  # the table is empty: a second yes makes nothing
        actions.agree(ingrid, round_id=round_id, after=2, why="", now=now)


def test_what_lies_there_stays_for_the_next_meeting_or_is_put_away(
    ingrid: Actor, centre: Organisation, round_id: UUID, meetings: list[Session]
):
    odd = an_actor(centre, Role.EMPLOYEE)
    actions.begin_talk(ingrid, round_id=round_id, session_id=meetings[0].pk, now=meetings[0].starts_at)
    say(ingrid, round_id, Part.GREETING, [Rule(Part.GREETING, "We nod.")], now=meetings[0].starts_at)
    actions.begin_talk(odd, round_id=round_id, session_id=meetings[1].pk, now=meetings[1].starts_at)
    table = queries.on_the_table(odd, round_id, "en")
    assert table is not None
    assert (table.session_id, table.part(Part.GREETING).own) == (meetings[1].pk, ("We nod.",))
    actions.put_away(odd, round_id=round_id, now=NOW)
    actions.put_away(odd, round_id=round_id, now=NOW)
    assert queries.on_the_table(odd, round_id, "en") is None
    assert list(versions(ingrid, round_id)) == [0]


def test_a_round_that_follows_keeps_its_peoples_agreement(
    ingrid: Actor, lunch: Listing, round_id: UUID, meetings: list[Session]
):
    agree(ingrid, round_id, meetings[0], social_media=[NO_FACEBOOK])
    before = queries.agreed(ingrid, round_id)
    following = queries.agreed(ingrid, a_round(ingrid, lunch.pk, follows=round_id))
    assert before is not None
    assert following is not None
    assert (following.parts, following.number, following.agreed_on) == (
        before.parts,
        before.number,
        before.agreed_on,
    )
    assert queries.history(ingrid, following.round_id, "en")[0].goes_on


@pytest.mark.requirement("S1-21")
def test_a_group_that_talks_of_other_things_is_known(
    ingrid: Actor, kari: Actor, lunch: Listing, round_id: UUID, meetings: list[Session]
):
    other = a_round(ingrid, lunch.pk)
    library = {rule.key: rule.as_rule("nb") for rule in queries.base_rules(ingrid).rules}
    agree(ingrid, round_id, meetings[0], subject=[library[OTHER_THINGS]])
    for actor in (ingrid, kari):
        assert queries.leaving_out_what_happened(actor, [round_id, other]) == {round_id}
    agree(ingrid, round_id, meetings[1], why="We changed our minds.", subject=[])
    assert queries.leaving_out_what_happened(ingrid, [round_id, other]) == frozenset()


# Introductions


@pytest.mark.requirement("S1-17")
def test_a_new_version_opens_the_introduction_of_all_who_read_the_old(
    ingrid: Actor, kari: Actor, lunch: Listing, round_id: UUID, meetings: list[Session]
):
    her = participant_of(kari).pk

    def is_open() -> frozenset[Subject]:
        hers = introductions.introductions_for(kari, her, lunch.pk, "da").open
        assert introductions.introductions_open(ingrid, lunch.pk, [her]) == {her: hers}
        return hers & {Subject.GROUP}

    def reads() -> None:
        parts = introductions.introductions_for(kari, her, lunch.pk, "en").parts
        read = {part.subject: part.mark for part in parts}
        admission.introduce_oneself(kari, listing_id=lunch.pk, read=read, now=NOW)

    assert not is_open(), "the group talks about the base rules itself"
    agree(ingrid, round_id, meetings[0])
    assert is_open()
    reads()
    assert not is_open()
    agree(ingrid, round_id, meetings[1], why="Tea.", greeting=[Rule(Part.GREETING, "We nod.")])
    assert is_open()
    (group,) = [
        part
        for part in introductions.introductions_for(kari, her, lunch.pk, "da").parts
        if part.subject is Subject.GROUP
    ]
    assert group.renewed
    assert "We nod." in group.words
    assert "Det, vi hører om andre, bliver her." in group.words, "base rules stand in the reader's language"
    assert "Ikke besluttet endnu" in group.words
    reads()
    assert not is_open()


def test_another_groups_agreement_is_not_hers_to_read(
    ingrid: Actor, kari: Actor, centre: Organisation, lunch: Listing, round_id: UUID, meetings: list[Session]
):
    eva = an_actor(centre, Role.PARTICIPANT)
    agree(ingrid, round_id, meetings[0])
    assert queries.agreed(kari, round_id) is not None
    assert queries.agreed(eva, round_id) is None
    assert queries.history(eva, round_id, "en") == []
    ids = [participant_of(kari).pk, participant_of(eva).pk]
    open_for = introductions.introductions_open(ingrid, lunch.pk, ids)
    assert [Subject.GROUP in open_for[one] for one in ids] == [True, False]
    groups.leave_place(kari, place_id=_place(kari, round_id), now=NOW)
    assert queries.agreed(kari, round_id) is None


def _place(actor: Actor, round_id: UUID) -> UUID:
    with given(actor):
        return Place.objects.get(round_id=round_id).pk


# The wish


@pytest.mark.requirement("S1-23")
def test_her_wish_is_known_as_somebodys_and_never_as_hers(
    ingrid: Actor, kari: Actor, centre: Organisation, three: UUID
):
    round_id = three
    berit, eva = an_actor(centre, Role.MANAGER), an_actor(centre, Role.PARTICIPANT)
    assert not queries.somebody_wishes_no_greeting(ingrid, round_id)
    actions.wish_no_greeting(kari, round_id=round_id, wish=True, now=NOW)
    actions.wish_no_greeting(kari, round_id=round_id, wish=True, now=NOW)
    assert queries.my_wish(kari, round_id)
    assert [queries.somebody_wishes_no_greeting(actor, round_id) for actor in (ingrid, berit)] == [True, True]
    with given(ingrid):
        said = JournalEntry.objects.filter(what="agreements.wish_said")
        assert {(entry.seat_id, entry.about) for entry in said} == {(None, round_id)}
    with pytest.raises(NotFound):
        actions.wish_no_greeting(eva, round_id=round_id, wish=True, now=NOW)
    with pytest.raises(NotAllowed):
        queries.my_wish(ingrid, round_id)
    with given(kari):
        hers = Place.objects.get(round_id=round_id, participant_id=participant_of(kari).pk)
    groups.leave_place(kari, place_id=hers.pk, now=NOW)
    assert not queries.somebody_wishes_no_greeting(ingrid, round_id), "it speaks of those who are there"


@pytest.mark.requirement("S1-23")
def test_among_fewer_than_three_nobody_learns_that_there_is_a_wish(
    ingrid: Actor, kari: Actor, lunch: Listing, centre: Organisation, round_id: UUID
):
    """Alone, or with one other, "somebody" would be she."""
    actions.wish_no_greeting(kari, round_id=round_id, wish=True, now=NOW)
    said = []
    for _ in range(2):
        said.append(queries.somebody_wishes_no_greeting(ingrid, round_id))
        another = a_participant(centre).pk
        a_held_talk(ingrid, another, lunch.pk)
        groups.give_place(ingrid, participant_id=another, round_id=round_id, now=NOW)
    assert [*said, queries.somebody_wishes_no_greeting(ingrid, round_id)] == [False, False, True]


def test_the_wish_can_be_taken_back_and_goes_with_the_round(ingrid: Actor, kari: Actor, round_id: UUID):
    house = Actor.housekeeper(ingrid.organisation_id)
    actions.wish_no_greeting(kari, round_id=round_id, wish=True, now=NOW)
    assert actions.forget_wishes(house, now=NOW) == 0
    actions.wish_no_greeting(kari, round_id=round_id, wish=False, now=NOW)
    assert not queries.my_wish(kari, round_id)
    actions.wish_no_greeting(kari, round_id=round_id, wish=True, now=NOW)
    assert actions.forget_wishes(house, now=NOW + timedelta(days=30)) == 1
    assert not queries.my_wish(kari, round_id)
    with pytest.raises(NotAllowed):
        actions.forget_wishes(ingrid, now=NOW)


# Who may


@pytest.mark.requirement("S1-02")
@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.FRONT_LINE, Role.HOST])
def test_only_those_who_work_here_lead_the_talk(
    centre: Organisation, role: Role, round_id: UUID, meetings: list[Session]
):
    somebody, now = an_actor(centre, role), meetings[0].starts_at
    with pytest.raises(NotAllowed):
        actions.begin_talk(somebody, round_id=round_id, session_id=meetings[0].pk, now=now)
    with pytest.raises(NotAllowed):
        say(somebody, round_id, Part.TALK, [], after=0, now=now)
    with pytest.raises(NotAllowed):
        actions.agree(somebody, round_id=round_id, after=0, why="", now=now)
    with pytest.raises(NotAllowed):
        actions.write_base_rules(somebody, after=0, rules=[], now=now)


def test_it_asks_the_database_as_often_however_much_there_is(
    ingrid: Actor, kari: Actor, round_id: UUID, meetings: list[Session]
):
    with asked_of_database() as few:
        queries.agreed(ingrid, round_id, "da")
        queries.history(ingrid, round_id, "da")
    agree(ingrid, round_id, meetings[0], social_media=[NO_FACEBOOK])
    agree(ingrid, round_id, meetings[1], why="Tea.", greeting=[Rule(Part.GREETING, "We nod.")])
    with asked_of_database() as many:
        queries.agreed(ingrid, round_id, "da")
        queries.history(ingrid, round_id, "da")
    assert len(many) - len(few) <= 1  # who led the talks
