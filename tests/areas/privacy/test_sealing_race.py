"""Workers that seal, and a retention that takes out, at the same moment: one chain, nothing twice, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db.models import Q

from stegvis.kernel import journal, sealing, verifying
from stegvis.kernel.actor import Actor
from stegvis.kernel.roles import Role
from stegvis.kernel.sealing import Gone
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.racing import and_close, in_thread

pytestmark = [pytest.mark.requirement("X-06"), pytest.mark.usefixtures("shared_database")]


def _house_with_looks(her: UUID) -> Actor:
    adviser = an_actor(an_organisation(), Role.ADVISER)
    journal.seen(adviser, about=[her, *(uuid4() for _ in range(40))], why="admission.talk", at=NOW)
    return Actor.housekeeper(adviser.organisation_id)


def test_a_chain_is_made_longer_by_one_at_a_time():
    her = uuid4()
    keeper = in_thread(_house_with_looks, her)

    def seal() -> int:
        return sealing.seal_looks(keeper, now=NOW)

    def take_out() -> int:
        return sealing.age_out(keeper, Q(about=her), why=Gone.ERASED, now=NOW)

    with ThreadPoolExecutor(4) as threads:
        done = [threads.submit(and_close, work) for work in (seal, take_out, seal, seal)]
    assert [one.exception() for one in done] == [None] * 4

    report = in_thread(verifying.verify, keeper)
    assert (report.found, report.looks, report.gone[Gone.ERASED], report.unsealed) == ((), 40, 1, 0)
    assert report.head.number == 42, "each look is sealed once, and hers goes once"
