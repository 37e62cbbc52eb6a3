"""Taking back in the very moment in which somebody reads: either it was read and she is told, or it was not read."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from uuid import UUID

import pytest

from stegvis.areas.privacy import actions, queries
from stegvis.kernel.errors import NotFound, Refused
from tests.areas.privacy.sharing import GOOD_TO_KNOW, House
from tests.factories.admission import NOW
from tests.racing import and_close, in_thread

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("X-04")]
READERS = 4


def all_at_once(work: list[Callable[[], int]]) -> int:
    """The sum of what they answer, each in a thread of its own, all beginning in the same instant."""
    ready = Barrier(len(work))

    def begin(one: Callable[[], int]) -> int:
        ready.wait(timeout=60)
        return one()

    with ThreadPoolExecutor(len(work)) as crowd:
        return sum(done.result() for done in [crowd.submit(and_close, begin, one) for one in work])


def _race(house: House) -> tuple[int, int]:
    """How often it was read, and of how many readings she is told, when all press at once."""
    grant_id: UUID = in_thread(house.share, house.odd)

    def read() -> int:
        with suppress(NotFound):
            return int(GOOD_TO_KNOW in house.read(house.odd, grant_id))
        return 0

    def take_back() -> int:
        actions.take_back(house.kari, grant_id=grant_id, now=NOW)
        with pytest.raises(NotFound):
            house.read(house.odd, grant_id)
        return 0

    times_read = all_at_once([read, read, take_back, *[read] * (READERS - 2)])
    return times_read, in_thread(_told, house, grant_id)


def _told(house: House, grant_id: UUID) -> int:
    from stegvis.areas.privacy.models import Reading
    from tests.support import given

    with given(house.kari):
        return Reading.objects.filter(grant_id=grant_id).count()


def test_whoever_reads_while_she_takes_it_back_is_told_to_her_or_reads_nothing(shared_database):
    house = in_thread(House)
    for _ in range(4):
        read, told = _race(house)
        assert read == told


@pytest.mark.proof
def test_a_hundred_such_moments(shared_database):
    house = in_thread(House)
    rounds = [_race(house) for _ in range(100)]
    assert all(read == told for read, told in rounds)
    assert len({read for read, _ in rounds}) > 1, "else they never met"


def test_two_forms_at_once_are_both_closed_by_one_tap(shared_database):
    house = in_thread(House)

    def share() -> int:
        with suppress(Refused):
            house.share(house.odd)
        return 0

    all_at_once([share, share])
    running = in_thread(queries.my_sharing, house.kari, NOW).running
    assert running
    in_thread(lambda: actions.take_back(house.kari, grant_id=running[0].grant_id, now=NOW))
    assert in_thread(queries.my_sharing, house.kari, NOW).running == ()
