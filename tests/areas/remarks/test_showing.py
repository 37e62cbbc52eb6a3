"""Each running group sees the guideline, on the wall or written down; else the desk says so (S1-16)."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from stegvis.areas.groups import actions as groups
from stegvis.areas.groups import queries as planned
from stegvis.areas.remarks import actions, queries
from stegvis.areas.remarks.queries import showing
from stegvis.areas.remarks.rules import Hanging, Refusal, Shown, Way
from stegvis.areas.remarks.views import parts
from stegvis.kernel.errors import NotAllowed, NotFound, Refused
from stegvis.kernel.roles import Role
from tests.areas.remarks.house import MET_AGAIN, MET_FIRST, ROOM, TODAY, a_guideline, lacks
from tests.factories.admission import NOW, an_offering
from tests.factories.groups import a_round
from tests.factories.people import an_actor, an_organisation
from tests.support import asked_of_database


def said_on_desk(actor, now=NOW) -> dict[str, Any]:
    panel = parts.on_the_desk(actor, actor.organisation_id, now)
    return dict(panel.context) if panel else {}


@pytest.mark.requirement("S1-16")
def test_a_poster_in_the_room_is_enough_and_taking_it_down_is_noticed(ingrid, guideline, running):
    assert lacks(ingrid, running)
    poster = actions.hang_up(ingrid, room=ROOM.upper(), on=MET_FIRST, now=NOW)
    assert not lacks(ingrid, running)
    assert queries.how_round_sees(ingrid, running, NOW, "nb").how == Shown(Way.ON_THE_WALL, MET_FIRST, 1)
    actions.take_down(ingrid, poster_id=poster, now=NOW)
    assert lacks(ingrid, running)


@pytest.mark.requirement("S1-16")
def test_written_down_at_the_first_meeting_is_enough(ingrid, guideline, running):
    actions.write_down(ingrid, round_id=running, on=MET_FIRST, now=NOW)
    assert not lacks(ingrid, running)
    actions.write_down(ingrid, round_id=running, on=MET_AGAIN, now=NOW)
    assert queries.how_round_sees(ingrid, running, NOW, "nb").how.on == MET_AGAIN, "put right, not added"
    actions.not_written_down(ingrid, round_id=running, now=NOW)
    assert lacks(ingrid, running)


@pytest.mark.parametrize("on", [TODAY, MET_FIRST - timedelta(days=7), date(2026, 11, 26)])
def test_it_is_written_down_only_on_a_day_when_the_group_met(ingrid, guideline, running, on):
    with pytest.raises(Refused, match=Refusal.NOT_MET_THEN):
        actions.write_down(ingrid, round_id=running, on=on, now=NOW)


@pytest.mark.requirement("S1-16")
def test_a_group_that_moves_to_another_room_sees_it_no_more(ingrid, guideline, running):
    actions.hang_up(ingrid, room=ROOM, on=MET_FIRST, now=NOW)
    move(ingrid, running, "The library")
    assert lacks(ingrid, running)


def test_a_new_version_leaves_the_old_poster_up_and_says_so(ingrid, berit, guideline, running):
    actions.hang_up(ingrid, room=ROOM, on=MET_FIRST, now=NOW)
    a_guideline(berit, based_on=1, note_days=14)
    assert queries.how_round_sees(ingrid, running, NOW, "nb").how.number == 1
    assert not lacks(ingrid, running)
    actions.hang_up(ingrid, room=ROOM, on=TODAY, now=NOW)
    assert [(room.number, room.since) for room in queries.rooms(ingrid)] == [(2, TODAY)], "one a room"


@pytest.mark.parametrize(
    ("room", "on", "reason"),
    [(" . ", TODAY, Refusal.NO_ROOM), (ROOM, date(2026, 11, 24), Refusal.NOT_TO_COME)],
)
def test_where_it_hangs_is_a_room_and_not_to_come(ingrid, guideline, room, on, reason):
    with pytest.raises(Refused, match=reason):
        actions.hang_up(ingrid, room=room, on=on, now=NOW)


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.VOLUNTEER, Role.FACILITATOR, Role.FRONT_LINE])
def test_only_those_who_work_here_note_it(centre, guideline, running, role):
    other = an_actor(centre, role)
    for step in (
        lambda: actions.hang_up(other, room=ROOM, on=TODAY, now=NOW),
        lambda: actions.write_down(other, round_id=running, on=MET_FIRST, now=NOW),
        lambda: actions.not_written_down(other, round_id=running, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            step()


def test_another_house_s_poster_and_round_are_unknown(ingrid, guideline, running):
    stranger = an_actor(an_organisation(), Role.ADVISER)
    poster = actions.hang_up(ingrid, room=ROOM, on=MET_FIRST, now=NOW)
    with pytest.raises(NotFound):
        actions.take_down(stranger, poster_id=poster, now=NOW)
    with pytest.raises(NotFound):
        queries.how_round_sees(stranger, running, NOW, "nb")


@pytest.mark.requirement("S1-15")
def test_a_house_without_one_reminds_its_manager_until_it_is_written(berit, ingrid, running):
    assert said_on_desk(berit)["missing"] is True
    assert said_on_desk(berit, NOW + timedelta(days=200))["missing"] is True, "a standing reminder"
    assert said_on_desk(ingrid) == {}
    a_guideline(berit)
    assert said_on_desk(berit)["missing"] is False


@pytest.mark.requirement("S1-16")
def test_the_desk_says_how_many_groups_lack_it_and_then_is_silent(berit, odd, guideline, running):
    assert said_on_desk(odd)["lacking"] == said_on_desk(berit)["lacking"] == 1
    actions.hang_up(odd, room=ROOM, on=TODAY, now=NOW)
    assert said_on_desk(odd) == said_on_desk(berit) == {}


def test_many_groups_cost_no_more_questions(berit, ingrid, guideline):
    counts = []
    for more in (1, 6):
        for _ in range(more):
            a_round(ingrid, an_offering(ingrid.organisation_id).pk, from_on=MET_FIRST)
        with asked_of_database() as desk:
            parts.on_the_desk(berit, berit.organisation_id, NOW)
        with asked_of_database() as page:
            queries.seen_by_rounds(berit, NOW, "nb")
        counts.append((len(desk), len(page)))
    assert counts[0] == counts[1]
    assert counts[0][0] <= 6


def move(actor, round_id: UUID, room: str, now: datetime = NOW) -> None:
    """The group meets in another room from now on."""
    here = planned.round_to_change(actor, round_id, now, "nb")
    groups.change_round(
        actor,
        round_id=round_id,
        version=here.version,
        recurrence=here.frame.recurrence,
        until_on=here.frame.until_on,
        starts=here.frame.starts,
        ends=here.frame.ends,
        capacity=here.round.capacity,
        meeting_place=room,
        welcomed_by=here.welcomed_by,
        now=now,
    )


ROOMS = ["The back door", "The library"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["hang", "hang", "take_down", "write", "not_written", "move", "new_version", "later"]
        ),
        st.integers(0, 1),
        st.integers(0, 1),
    ),
    min_size=3,
    max_size=20,
)


def check_history(history) -> None:
    """Do these steps, and after each hold what the desk says against a plain model of posters and ticks."""
    centre = an_organisation()
    ingrid, berit = an_actor(centre, Role.ADVISER), an_actor(centre, Role.MANAGER)
    a_guideline(berit)
    begins = [MET_FIRST, date(2026, 11, 26)]
    ids = [
        a_round(ingrid, an_offering(centre.pk).pk, from_on=day, until_on=date(2026, 12, 10)) for day in begins
    ]
    room_of, hangs, written, now, version = dict.fromkeys(ids, ROOMS[0]), {}, set(), NOW, 1
    for what, which, room in history:
        round_id = ids[which]
        try:
            if what == "hang":
                hangs[ROOMS[room]] = actions.hang_up(ingrid, room=ROOMS[room], on=TODAY, now=now)
            elif what == "take_down" and ROOMS[room] in hangs:
                actions.take_down(ingrid, poster_id=hangs.pop(ROOMS[room]), now=now)
            elif what == "write":
                actions.write_down(ingrid, round_id=round_id, on=begins[which], now=now)
                written.add(round_id)
            elif what == "not_written":
                actions.not_written_down(ingrid, round_id=round_id, now=now)
                written.discard(round_id)
            elif what == "move":
                move(ingrid, round_id, ROOMS[room], now)
                room_of[round_id] = ROOMS[room]
            elif what == "new_version":
                version = a_guideline(berit, based_on=version, note_days=1 + version, now=now)
            elif what == "later":
                now += timedelta(days=3)
        except Refused:
            pass
        today = now.date()
        expected = {
            one
            for one, day in zip(ids, begins, strict=True)
            if day <= today <= date(2026, 12, 10) and room_of[one] not in hangs and one not in written
        }
        assert {one.round_id for one in queries.seen_by_rounds(berit, now, "nb") if one.lacks} == expected
        assert said_on_desk(ingrid, now).get("lacking", 0) == len(expected)


@pytest.mark.django_db
@pytest.mark.requirement("S1-16")
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@generated(STEPS)
def test_in_any_history_a_running_group_sees_it_or_the_desk_says_that_it_does_not(history):
    check_history(history)


@pytest.mark.django_db
@pytest.mark.requirement("S1-16")
def test_without_the_rule_the_history_shows_it(monkeypatch):
    """Any poster anywhere would do: the group whose room has none is passed over, and the check above says so."""

    def anywhere(group, hanging: list[Hanging], written_on):
        return Shown(Way.ON_THE_WALL, TODAY, 1) if hanging else None

    history = [("hang", 0, 1)]
    check_history(history)
    monkeypatch.setattr(showing, "how_shown", anywhere)
    with pytest.raises(AssertionError):
        check_history(history)
