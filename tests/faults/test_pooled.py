"""Behind pgbouncer in transaction mode: connections change hands after each transaction, and carry nothing over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.faults.house import Browser, House, Server
from tests.faults.pooler import pooled

pytestmark = [pytest.mark.postgresql, pytest.mark.xdist_group("servers"), pytest.mark.requirement("X-14")]
PEOPLE = ("kari", "ingrid", "kari", "ingrid", "kari")
OWNED = """SELECT relname FROM pg_class WHERE relforcerowsecurity AND relkind = 'r' AND NOT EXISTS
(SELECT 1 FROM pg_policies WHERE tablename = relname AND policyname = 'readable') ORDER BY 1"""


@pytest.fixture(scope="module")
def served(cluster: House) -> Iterator[tuple[Server, str]]:
    """Korsby with two web processes that share one single connection to its database."""
    with (
        pooled(cluster.address, connections=1) as address,
        House(cluster.folder, address).serving(workers=2) as server,
    ):
        yield server, address


def _left_over(address: str) -> tuple[int, list[str]]:
    """Which connection this is, and what whoever gets it next finds on it: rows of people, or a context."""
    with psycopg.connect(address, autocommit=True, prepare_threshold=None) as line:
        found = []
        for (table,) in line.execute(OWNED).fetchall():
            if line.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")').fetchone() != (False,):
                found.append(table)
        organisation, user, backend = line.execute(
            "SELECT coalesce(current_setting('stegvis.organisation', true), ''),"
            " coalesce(current_setting('stegvis.user', true), ''), pg_backend_pid()"
        ).fetchone() or ("", "", 0)
    return backend, [*found, *filter(None, (organisation, user))]


def _home(server: Server, key: str) -> tuple[int, str]:
    browser = Browser(server.port)
    page = browser.follow(browser.become(key))
    return page.status, page.text


def test_nothing_is_left_on_the_one_connection_that_all_share(served: tuple[Server, str]):
    server, address = served
    backends = set()
    for key in PEOPLE:
        assert _home(server, key)[0] == 200
        backend, left = _left_over(address)
        assert left == []
        backends.add(backend)
    assert len(backends) == 1, "or it would prove nothing"


def test_many_at_once_each_meet_their_own(served: tuple[Server, str]):
    server, address = served
    people = ["kari", "ingrid", "eva", "mona"] * 4
    demo = set(re.findall(r"/demo/become/([\w-]+)/", Browser(server.port).get("/demo/").text))
    people = [key for key in people if key in demo] or sorted(demo)[:8]
    alone = {key: _who(_home(server, key)[1]) for key in set(people)}
    with ThreadPoolExecutor(8) as crowd:
        together = list(crowd.map(lambda key: _home(server, key), people))
    assert {status for status, _ in together} == {200}
    assert [_who(text) for _, text in together] == [alone[key] for key in people]
    assert _left_over(address)[1] == []


def _who(page: str) -> str:
    """What stands at the top of a page about whose it is."""
    found = re.search(r"<header.*?</header>", page, re.DOTALL)
    assert found, page[:300]
    return re.sub(r'value="\w{20,}"', "", found[0])


def test_what_a_session_keeps_does_reach_the_next_one(served: tuple[Server, str]):
    """Else the tests above would say nothing: pgbouncer does not clear what was set for more than a transaction."""
    _, address = served
    with psycopg.connect(address, autocommit=True, prepare_threshold=None) as line:
        line.execute(
            "SELECT set_config('stegvis.organisation', id::text, false) FROM people_organisation LIMIT 1"
        )
    try:
        assert _left_over(address)[1] != []
    finally:
        with psycopg.connect(address, autocommit=True, prepare_threshold=None) as line:
            line.execute("SELECT set_config('stegvis.organisation', '', false)")
