"""The last two agree in the same moment: it is decided, once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from stegvis.areas.participation import actions
from stegvis.areas.participation.models import Matter
from stegvis.areas.participation.rules import MatterState, Wish
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW, participant_of
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread
from tests.support import given


def _proposed() -> tuple[list[Actor], UUID]:
    centre = an_organisation()
    ingrid, kari, eva = (
        an_actor(centre, role) for role in (Role.ADVISER, Role.PARTICIPANT, Role.PARTICIPANT)
    )
    group_id = actions.start_group(ingrid, name="Rådet", now=NOW)
    for person in (kari, eva):
        actions.add_participant(ingrid, group_id=group_id, participant_id=participant_of(person).pk, now=NOW)
    matter_id = actions.raise_matter(eva, group_id=group_id, words="Runde bord", wish=Wish.DECIDE, now=NOW)
    return [ingrid, kari], matter_id


def _state(actor: Actor, matter_id: UUID) -> str:
    with given(actor):
        return Matter.objects.get(pk=matter_id).state


@pytest.mark.requirement("S1-06")
def test_the_last_two_agree_in_the_same_moment(shared_database: None):
    for _ in range(5):
        last, matter_id = in_thread(_proposed)
        start = threading.Barrier(len(last))

        def agree(actor: Actor, matter_id: UUID = matter_id, start: threading.Barrier = start) -> bool:
            start.wait(timeout=30)
            return actions.agree(actor, matter_id=matter_id, now=NOW)

        with ThreadPoolExecutor(len(last)) as pool:
            decided = list(pool.map(lambda actor: and_close(agree, actor), last))

        assert sorted(decided) == [False, True]
        assert in_thread(_state, last[0], matter_id) == MatterState.DECIDED
