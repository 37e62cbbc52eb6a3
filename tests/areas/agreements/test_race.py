"""Two at once: one talk lies on the table, one yes makes one version, one library follows another."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from stegvis.areas.agreements import actions, queries
from stegvis.areas.agreements.rules import Part
from stegvis.areas.groups import actions as groups
from stegvis.areas.groups.models import Session
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import Changed, NotFound
from stegvis.kernel.roles import Role
from tests.areas.agreements.talking import say, standing, versions
from tests.factories.admission import NOW, a_held_talk, an_offering, participant_of
from tests.factories.groups import a_round, sessions_in
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread


def _scene() -> tuple[list[Actor], UUID, Session]:
    centre = an_organisation()
    ingrid, siri, kari = (an_actor(centre, role) for role in (Role.ADVISER, Role.ADVISER, Role.PARTICIPANT))
    listing, her = an_offering(centre.pk), participant_of(kari).pk
    a_held_talk(ingrid, her, listing.pk)
    round_id = a_round(ingrid, listing.pk)
    groups.give_place(ingrid, participant_id=her, round_id=round_id, now=NOW)
    return [ingrid, siri], round_id, sessions_in(ingrid, round_id)[0]


def _at_once(actors: list[Actor], work: Callable[[Actor], object]) -> list[str]:
    """What came of it for each: "done", or that somebody else was first."""
    start = threading.Barrier(len(actors))

    def one(actor: Actor) -> str:
        start.wait(timeout=30)
        try:
            work(actor)
        except (Changed, NotFound):
            return "second"
        return "done"

    with ThreadPoolExecutor(len(actors)) as pool:
        return sorted(pool.map(lambda actor: and_close(one, actor), actors))


@pytest.mark.requirement("S1-02")
def test_two_begin_and_two_say_yes_in_the_same_moment(shared_database: None):
    two, round_id, meeting = in_thread(_scene)
    now = meeting.starts_at

    def begin(actor: Actor) -> None:
        actions.begin_talk(actor, round_id=round_id, session_id=meeting.pk, now=now)

    assert _at_once(two, begin) == ["done", "done"]

    def save_parts() -> int:
        for part in (Part.TALK, Part.TREAT):
            say(two[0], round_id, part, standing(two[0], round_id, part), now=now)
        table = queries.on_the_table(two[0], round_id, "en")
        assert table is not None
        return table.times_saved

    saved = in_thread(save_parts)
    said = _at_once(two, lambda one: actions.agree(one, round_id=round_id, after=saved, why="", now=now))
    assert said == ["done", "second"]
    assert list(in_thread(versions, two[0], round_id)) == [0, 1]


@pytest.mark.requirement("S1-02")
def test_two_save_the_same_part_in_the_same_moment(shared_database: None):
    two, round_id, meeting = in_thread(_scene)
    now = meeting.starts_at
    in_thread(lambda: actions.begin_talk(two[0], round_id=round_id, session_id=meeting.pk, now=now))
    rules = in_thread(standing, two[0], round_id, Part.TALK)
    saved = _at_once(two, lambda one: say(one, round_id, Part.TALK, rules, after=0, now=now))
    assert saved == ["done", "second"]


@pytest.mark.requirement("S1-18")
def test_two_write_the_base_rules_in_the_same_moment(shared_database: None):
    two, _round_id, _meeting = in_thread(_scene)
    rules = in_thread(lambda: list(queries.base_rules(two[0]).rules)[1:])
    written = _at_once(two, lambda one: actions.write_base_rules(one, after=0, rules=rules, now=NOW))
    assert written == ["done", "second"]
    assert in_thread(lambda: queries.base_rules(two[0]).number) == 1
