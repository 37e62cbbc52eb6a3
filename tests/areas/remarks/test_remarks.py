"""Something was said: the one who was hit is followed up, nobody is named, and the words go (S1-34)."""

from datetime import date, timedelta

import pytest
from django.db import connection, models

from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.queries import called_in
from stegvis.areas.people.rules.handing import charges
from stegvis.areas.remarks import actions, queries
from stegvis.areas.remarks.actions import noting
from stegvis.areas.remarks.models import Remark
from stegvis.areas.remarks.rules import Refusal
from stegvis.kernel import retention
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.models import JournalEntry, Look
from stegvis.kernel.roles import EMPLOYED, Role
from tests.areas.remarks.house import TODAY, a_guideline, a_remark, rows
from tests.factories.admission import NOW, a_held_talk
from tests.factories.people import a_participant, an_actor, an_organisation
from tests.support import given

WORDS = "Noe om hvor noen kommer fra."


def with_a_place(adviser: Actor, centre, round_id, nickname: str) -> None:
    person = a_participant(centre, nickname=nickname)
    a_held_talk(adviser, person.pk)
    groups.give_place(adviser, participant_id=person.pk, round_id=round_id, now=NOW)


def lines(actor, now=NOW):
    return [(line.mine, line.late) for line in queries.my_follow_ups(actor, now)]


@pytest.mark.requirement("S1-34")
def test_whoever_is_to_follow_up_finds_it_on_the_desk_and_is_done_in_one_tap(ingrid, odd, meeting):
    remark = a_remark(odd, meeting, seat_id=ingrid.seat_id)
    assert lines(ingrid) == [(True, False)]
    assert lines(odd) == [], "it is hers now"
    actions.follow_up_done(ingrid, remark_id=remark, now=NOW)
    actions.follow_up_done(ingrid, remark_id=remark, now=NOW + timedelta(days=1))
    assert lines(ingrid) == []
    assert queries.follow_up(ingrid, remark, NOW).done_on == TODAY, "the first tap counts"
    actions.done_after_all_not(ingrid, remark_id=remark, now=NOW)
    assert lines(ingrid) == [(True, False)]


@pytest.mark.requirement("S1-34")
def test_a_manager_sees_what_is_past_its_day_without_the_words_and_hands_it_on(ingrid, odd, berit, meeting):
    remark = a_remark(odd, meeting, seat_id=ingrid.seat_id)
    assert lines(berit) == []
    later = NOW + timedelta(days=2)
    assert lines(berit, later) == [(False, True)]
    assert queries.follow_up(berit, remark, later).words == ""
    actions.hand_on(berit, remark_id=remark, seat_id=odd.seat_id, now=later)
    assert queries.follow_up(odd, remark, later).words == WORDS
    with pytest.raises(NotFound):
        queries.follow_up(ingrid, remark, later)


@pytest.mark.requirement("S1-34")
@pytest.mark.parametrize("role", sorted(EMPLOYED - {Role.MANAGER}))
def test_nobody_but_the_one_who_follows_up_finds_it(centre, ingrid, meeting, role):
    remark = a_remark(ingrid, meeting)
    other = an_actor(centre, role)
    for step in (
        lambda: queries.follow_up(other, remark, NOW),
        lambda: actions.follow_up_done(other, remark_id=remark, now=NOW),
        lambda: actions.hand_on(other, remark_id=remark, seat_id=other.seat_id, now=NOW),
    ):
        with pytest.raises(NotFound):
            step()


@pytest.mark.requirement("S1-34")
@pytest.mark.parametrize("role", sorted(set(Role) - EMPLOYED - {Role.HOUSEKEEPER, Role.VISITOR}))
def test_only_those_who_work_here_note_it(centre, meeting, role):
    other = an_actor(centre, role)
    with pytest.raises(NotAllowed):
        a_remark(other, meeting)
    with pytest.raises(NotAllowed):
        queries.my_follow_ups(other, NOW)


@pytest.mark.requirement("S1-34")
def test_there_is_no_column_for_who_said_it_and_whom_it_hit(ingrid, meeting):
    columns = {field.attname for field in Remark._meta.local_fields}
    assert columns == {
        *("id", "organisation_id", "session_id", "on", "words"),
        *("follow_up_seat_id", "follow_up_by", "done_on", "expires_on"),
    }
    pointing = {
        f.related_model._meta.label for f in Remark._meta.local_fields if isinstance(f, models.ForeignKey)
    }
    assert pointing == {"groups.Session", "people.Seat"}
    assert Remark.ABOUT == ""


@pytest.mark.requirement("S1-34")
@pytest.mark.parametrize("role", [Role.ADVISER, Role.EMPLOYEE])
def test_a_name_of_the_group_is_refused_and_shown_to_nobody(centre, ingrid, running, meeting, role):
    with_a_place(ingrid, centre, running, "Solsikke")
    with given(ingrid):
        before = Look.objects.count()
    writer = an_actor(centre, role)
    with pytest.raises(Refused) as refused:
        a_remark(writer, meeting, words="Det var solsikke som ble såret")
    assert refused.value.reason == Refusal.LOOKS_LIKE_SOMEBODY
    assert refused.value.facts == {"words": "solsikke"}, "only what was typed comes back"
    assert rows(ingrid) == []
    with given(ingrid):
        assert Look.objects.count() == before, "nobody was shown a name"


@pytest.mark.requirement("S1-34")
def test_without_the_guard_a_name_would_be_kept(monkeypatch, centre, ingrid, running, meeting):
    with_a_place(ingrid, centre, running, "Solsikke")
    monkeypatch.setattr(noting, "traces", lambda words, called: [])
    a_remark(ingrid, meeting, words="Solsikke ble såret")
    with given(ingrid):
        assert "Solsikke" in rows(ingrid)[0].words


def test_a_person_may_not_ask_the_house_for_the_names(ingrid, running):
    with pytest.raises(NotAllowed):
        called_in(ingrid, running)


@pytest.mark.requirement("S1-34")
def test_the_words_go_after_as_many_days_as_the_house_has_set(berit, ingrid, meeting):
    a_guideline(berit, note_days=7)
    remark = a_remark(ingrid, meeting)
    actions.follow_up_done(ingrid, remark_id=remark, now=NOW)
    house = Actor.housekeeper(ingrid.organisation_id)
    retention.run(house, now=NOW + timedelta(days=6))
    with given(ingrid):
        assert rows(ingrid)[0].words == WORDS
    retention.run(house, now=NOW + timedelta(days=7))
    assert rows(ingrid) == []


@pytest.mark.requirement("S1-34")
def test_whoever_was_hit_is_not_forgotten_by_the_clock(ingrid, meeting):
    """The words go; the reminder stays until somebody has asked how it is. Then it goes too."""
    remark = a_remark(ingrid, meeting)
    house, later = Actor.housekeeper(ingrid.organisation_id), NOW + timedelta(days=30)
    assert actions.forget_remarks(house, now=later) == 1
    assert actions.forget_remarks(house, now=later) == 0
    assert lines(ingrid, later) == [(True, True)]
    assert queries.follow_up(ingrid, remark, later).words == ""
    actions.follow_up_done(ingrid, remark_id=remark, now=later)
    assert actions.forget_remarks(house, now=later) == 1
    assert rows(ingrid) == []


def test_only_the_clock_forgets(ingrid):
    with pytest.raises(NotAllowed):
        actions.forget_remarks(ingrid, now=NOW)


@pytest.mark.requirement("S1-34")
def test_the_words_are_unreadable_in_the_database_and_not_in_the_journal(ingrid, meeting):
    a_remark(ingrid, meeting)
    with given(ingrid), connection.cursor() as cursor:
        cursor.execute("SELECT words FROM remarks_remark")
        assert WORDS not in cursor.fetchone()[0]
        assert WORDS not in str(list(JournalEntry.objects.values_list()))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"by": date(2026, 11, 22)}, Refusal.FOLLOW_UP_BY),
        ({"by": date(2026, 12, 1)}, Refusal.FOLLOW_UP_BY),
    ],
)
def test_a_follow_up_is_soon(ingrid, meeting, fields, reason):
    with pytest.raises(Refused, match=reason):
        a_remark(ingrid, meeting, **fields)


def test_somebody_who_works_here_follows_up_and_nobody_else(centre, ingrid, kari, meeting):
    left = an_actor(centre, Role.ADVISER, until_on=date(2026, 1, 1))
    elsewhere = an_actor(an_organisation(), Role.ADVISER)
    remark = a_remark(ingrid, meeting)
    for other in (left, elsewhere, kari, an_actor(centre, Role.VOLUNTEER)):
        with pytest.raises(Refused, match=Refusal.NOT_A_COLLEAGUE):
            a_remark(ingrid, meeting, seat_id=other.seat_id)
        with pytest.raises(Refused, match=Refusal.NOT_A_COLLEAGUE):
            actions.hand_on(ingrid, remark_id=remark, seat_id=other.seat_id, now=NOW)


def test_a_form_sent_twice_is_one_remark(ingrid, meeting):
    key = a_remark(ingrid, meeting)
    assert a_remark(ingrid, meeting, wanted_id=key) == key
    assert len(rows(ingrid)) == 1


def test_what_somebody_who_leaves_was_to_follow_up_goes_on_in_another_name(berit, ingrid, odd, meeting):
    a_remark(odd, meeting, seat_id=ingrid.seat_id)
    charge = {one.code: one for one in charges()}["remarks.follow_ups"]
    assert charge.is_held(berit, ingrid.seat_id, NOW)
    charge.pass_on(berit, from_seat=ingrid.seat_id, to_seat=odd.seat_id, now=NOW)
    assert not charge.is_held(berit, ingrid.seat_id, NOW)
    assert lines(odd) == [(True, False)]
