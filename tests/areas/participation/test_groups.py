"""Working groups: who sits there, what they decide, and what sitting there never opens (S1-06)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.participation import actions, queries
from stegvis.areas.participation.models import Agreement, Matter, Member
from stegvis.areas.participation.rules import How, MatterState, Refusal, Wish
from stegvis.areas.participation.texts import HOW
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES
from tests.access.world import World, client_of, path_to
from tests.browsers import english, page_of
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.support import given

PROPOSAL = "Vi bytter til runde bord"


def shown(actor, group_id):
    return queries.group(actor, group_id, language="nb", now=NOW)


def proposed(actor, group_id, words=PROPOSAL):
    return actions.raise_matter(actor, group_id=group_id, words=words, wish=Wish.DECIDE, now=NOW)


@pytest.mark.requirement("S1-06")
def test_she_reads_the_agenda_and_the_log_and_decides_along(ingrid, kari, group_id):
    matter_id = proposed(ingrid, group_id)
    assert [matter.words for matter in shown(kari, group_id).agenda] == [PROPOSAL]

    assert actions.agree(kari, matter_id=matter_id, now=NOW) is True

    seen = shown(kari, group_id)
    assert seen.agenda == ()
    assert [(matter.words, matter.how) for matter in seen.decided] == [(PROPOSAL, HOW[How.ALL_AGREED])]


@pytest.mark.requirement("S1-06")
def test_no_meeting_decides_over_her_head(ingrid, kari, group_id):
    matter_id = proposed(ingrid, group_id)
    with pytest.raises(Refused, match=Refusal.NO_USER_AGREES):
        actions.note_decided(ingrid, matter_id=matter_id, on=NOW.date(), now=NOW)

    actions.take_agreement_back(ingrid, matter_id=matter_id, now=NOW)
    assert actions.agree(kari, matter_id=matter_id, now=NOW) is False, "not all agree"
    actions.note_decided(ingrid, matter_id=matter_id, on=NOW.date(), now=NOW)
    assert shown(kari, group_id).decided[0].how == HOW[How.IN_MEETING]


def test_a_decision_is_not_of_a_day_to_come(ingrid, kari, group_id):
    matter_id = proposed(kari, group_id)
    with pytest.raises(Refused, match=Refusal.NOT_TO_COME):
        actions.note_decided(ingrid, matter_id=matter_id, on=NOW.date() + timedelta(days=1), now=NOW)


def test_what_is_settled_stays_settled(ingrid, kari, group_id):
    matter_id = proposed(ingrid, group_id)
    actions.agree(kari, matter_id=matter_id, now=NOW)
    for step in (actions.agree, actions.take_agreement_back, actions.put_away):
        with pytest.raises(Refused, match=Refusal.NOT_OPEN):
            step(kari, matter_id=matter_id, now=NOW)


def test_what_is_to_talk_about_is_not_decided(ingrid, kari, group_id):
    matter_id = actions.raise_matter(kari, group_id=group_id, words="Kaffen", wish=Wish.TALK, now=NOW)
    for step in (actions.agree, lambda *a, **k: actions.note_decided(*a, on=NOW.date(), **k)):
        with pytest.raises(Refused, match=Refusal.NOT_TO_DECIDE):
            step(ingrid, matter_id=matter_id, now=NOW)
    actions.put_away(ingrid, matter_id=matter_id, now=NOW)
    assert shown(kari, group_id).agenda == ()


@pytest.mark.requirement("S1-06")
def test_only_an_adviser_notes_a_yes_and_she_sees_who_did(centre, ingrid, kari, group_id):
    other = an_actor(centre, Role.PARTICIPANT)
    for role in (Role.MANAGER, Role.EMPLOYEE, Role.COORDINATOR, Role.VOLUNTEER, Role.PARTICIPANT):
        with pytest.raises(NotAllowed):
            actions.add_participant(
                an_actor(centre, role), group_id=group_id, participant_id=participant_of(other).pk, now=NOW
            )
    assert shown(kari, group_id).me.told_by == "Ingrid"
    actions.choose_name(kari, group_id=group_id, shown_as="Solveig", now=NOW)
    assert shown(kari, group_id).me.told_by == ""
    assert {member.name for member in shown(ingrid, group_id).members} == {"Ingrid", "Solveig"}


@pytest.mark.requirement("S1-06")
@pytest.mark.requirement("S1-19")
def test_the_others_see_no_more_than_the_name_she_chose(centre, ingrid, kari, group_id):
    eva = an_actor(centre, Role.PARTICIPANT, name="Evangeline")
    actions.add_participant(ingrid, group_id=group_id, participant_id=participant_of(eva).pk, now=NOW)
    page = page_of(english(kari), f"/me/working-groups/{group_id}/")
    assert "Evangeline" not in page
    assert "Somebody who comes here" in page
    assert str(participant_of(eva).pk) not in page

    actions.choose_name(eva, group_id=group_id, shown_as="E", now=NOW)
    assert "<li>E</li>" in page_of(english(kari), f"/me/working-groups/{group_id}/")


@pytest.mark.django_db
@pytest.mark.requirement("S1-06")
def test_sitting_there_opens_nobody_s_record():
    """Every page about somebody answers a member exactly as it answers somebody who sits in no group."""
    world = World()
    started = actions.start_group(world.ingrid, name="Rådet", now=NOW)
    for person in (world.kari, world.eva):
        actions.add_participant(
            world.ingrid, group_id=started, participant_id=participant_of(person).pk, now=NOW
        )
    member = client_of(world.kari)
    others = [
        address for address in addresses() if (page := PAGES.get(address.name)) and page.hidden and page.reads
    ]
    assert others
    for address in others:
        keys = PAGES[address.name].hidden(world)
        assert member.get(path_to(address, keys)).status_code in {403, 404}, address.name
    for path in (f"/desk/working-groups/{started}/", "/desk/working-groups/"):
        assert member.get(path).status_code == 403


@pytest.mark.requirement("S1-06")
def test_who_does_not_sit_there_finds_no_group(centre, ingrid, kari, group_id):
    matter_id = proposed(ingrid, group_id)
    other, stranger = an_actor(centre, Role.PARTICIPANT), an_actor(an_organisation(), Role.ADVISER)
    for outsider in (other, stranger):
        with pytest.raises(NotFound):
            shown(outsider, group_id)
        with pytest.raises(NotFound):
            actions.agree(outsider, matter_id=matter_id, now=NOW)
    employee = an_actor(centre, Role.EMPLOYEE)
    with pytest.raises(NotFound):
        actions.agree(employee, matter_id=matter_id, now=NOW)
    assert actions.leave_group(kari, group_id=group_id, now=NOW) is None
    with pytest.raises(NotFound):
        shown(kari, group_id)


def test_leaving_leaves_nothing_of_her_but_what_the_group_decided(ingrid, kari, group_id):
    actions.choose_name(kari, group_id=group_id, shown_as="Solveig", now=NOW)
    matter_id = proposed(kari, group_id)
    actions.agree(ingrid, matter_id=matter_id, now=NOW)
    actions.leave_group(kari, group_id=group_id, now=NOW)

    seen = shown(ingrid, group_id)
    assert [matter.words for matter in seen.decided] == [PROPOSAL]
    assert "Solveig" not in str(seen)
    with given(ingrid):
        assert Member.objects.count() == 1
        assert Agreement.objects.count() == 1
        assert Matter.objects.get().by_id is None


def test_she_can_come_in_again_and_twice_is_once(ingrid, kari, group_id):
    actions.leave_group(kari, group_id=group_id, now=NOW)
    for _ in range(2):
        actions.add_participant(ingrid, group_id=group_id, participant_id=participant_of(kari).pk, now=NOW)
        actions.take_seat(ingrid, group_id=group_id, now=NOW)
    assert len(shown(kari, group_id).members) == 2


def test_a_group_that_has_ended_is_read_and_no_more(ingrid, kari, group_id):
    matter_id = proposed(ingrid, group_id)
    actions.end_group(ingrid, group_id=group_id, now=NOW)
    assert shown(kari, group_id).ended_on == NOW.date()
    with pytest.raises(Refused, match=Refusal.GROUP_HAS_ENDED):
        actions.agree(kari, matter_id=matter_id, now=NOW)
    with pytest.raises(Refused, match=Refusal.GROUP_HAS_ENDED):
        proposed(kari, group_id)


def test_staff_who_open_it_have_looked_and_the_journal_knows_no_name(ingrid, kari, group_id):
    shown(ingrid, group_id)
    with given(ingrid):
        assert list(Look.objects.values_list("about", "why")) == [
            (participant_of(kari).pk, "participation.group")
        ]
        added = JournalEntry.objects.get(what="participation.participant_added")
    assert added.about == group_id


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_written_is_refused(kari, ingrid, group_id, words):
    with pytest.raises(Refused, match=Refusal.NOTHING_WRITTEN):
        proposed(kari, group_id, words)
    with pytest.raises(Refused, match=Refusal.NOTHING_WRITTEN):
        actions.start_group(ingrid, name=words, now=NOW)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["propose", "agree", "not_agree", "decide", "leave", "add", "away"]),
        st.integers(0, 2),
    ),
    min_size=4,
    max_size=25,
)


@pytest.mark.django_db
@pytest.mark.requirement("S1-06")
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@generated(STEPS)
def test_in_any_history_a_user_stood_behind_each_decision(history):
    centre = an_organisation()
    ingrid, users = an_actor(centre, Role.ADVISER), [an_actor(centre, Role.PARTICIPANT) for _ in range(2)]
    group_id = actions.start_group(ingrid, name="Rådet", now=NOW)
    everybody = [ingrid, *users]
    ids = {user.user_id: participant_of(user).pk for user in users}
    agreed_by_user: set[object] = set()
    matters: list[object] = []
    for what, who in history:
        actor = everybody[who]
        matter_id = matters[-1] if matters else group_id
        try:
            if what == "propose":
                matters.append(proposed(actor, group_id))
                if who:
                    agreed_by_user.add(matters[-1])
            elif what == "agree":
                actions.agree(actor, matter_id=matter_id, now=NOW)
                if who:
                    agreed_by_user.add(matter_id)
            elif what == "not_agree":
                actions.take_agreement_back(actor, matter_id=matter_id, now=NOW)
            elif what == "decide":
                actions.note_decided(ingrid, matter_id=matter_id, on=NOW.date(), now=NOW)
            elif what == "away":
                actions.put_away(actor, matter_id=matter_id, now=NOW)
            elif what == "add" and who:
                actions.add_participant(ingrid, group_id=group_id, participant_id=ids[actor.user_id], now=NOW)
            elif what == "leave" and who:
                actions.leave_group(actor, group_id=group_id, now=NOW)
        except (Refused, NotFound):
            pass
    with given(ingrid):
        decided = set(
            Matter.objects.filter(group_id=group_id, state=MatterState.DECIDED).values_list("pk", flat=True)
        )
        assert decided <= agreed_by_user
