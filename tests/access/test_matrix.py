"""Every address x method x role x own, hidden, foreign, unknown object: nobody gets beyond their seat.

The addresses come from the URL resolver; who may open them from the table. What is foreign and what is unknown
must look the same, to the letter (promise 1).
"""

import re

import pytest
from django.test import Client

from stegvis.kernel import rights
from stegvis.kernel.http import PUBLIC, access_of
from stegvis.kernel.roles import Role
from tests.access.addresses import Address, addresses, without_access
from tests.access.table import EVERYBODY, PAGES, Page
from tests.access.world import World, client_of, path_to, unknown_keys

ALL = addresses()
LISTED = [address for address in ALL if address.name in PAGES]
CLOSED = {302, 403, 404}
NOT_READING = ("put", "patch", "delete", "options")


def test_every_address_is_in_the_table():
    assert {address.name for address in ALL} - set(PAGES) == set()


def test_the_table_names_only_addresses_that_exist():
    assert set(PAGES) - {address.name for address in ALL} == set()


def test_every_view_says_who_may_open_it():
    assert without_access(ALL, access_of) == []


def test_an_address_that_says_nothing_is_noticed():
    silent = Address("area:silent", "silent/", lambda request: None, ())  # type: ignore[arg-type, return-value]
    assert without_access([silent], access_of) == ["area:silent"]


@pytest.mark.parametrize("address", LISTED, ids=lambda address: address.name)
def test_the_view_and_the_table_agree(address: Address):
    access = access_of(address.view)
    holders = EVERYBODY if access == PUBLIC else rights.holders()[access or ""]
    assert set(holders) - {Role.HOUSEKEEPER} == PAGES[address.name].opens - {Role.HOUSEKEEPER}


@pytest.mark.parametrize("address", [a for a in LISTED if a.keys], ids=lambda address: address.name)
def test_what_varies_in_an_address_has_an_own_and_a_foreign_object(address: Address):
    page = PAGES[address.name]
    assert page.own is not None
    assert page.foreign is not None or page.opens == EVERYBODY


TARGETS = [pytest.param(False, id="sample"), pytest.param(True, id="full", marks=pytest.mark.proof)]
"""A sample tries one of the methods that no page takes, another for each address and role; the proof tries all."""
OPEN = [(address, role) for address in LISTED for role in Role if role in PAGES[address.name].opens]


@pytest.mark.requirement("X-02")
@pytest.mark.requirement("X-14")
@pytest.mark.django_db
@pytest.mark.parametrize("address", LISTED, ids=lambda address: address.name)
@pytest.mark.parametrize("full", TARGETS)
def test_it_stays_closed_to_every_other_seat(address: Address, full: bool):
    """One house for all of them: who gets nowhere changes nothing for the next."""
    page, world = PAGES[address.name], World()
    own = page.own(world) if page.own else {}
    for role in Role:
        if role not in page.opens:
            _stays_closed(
                client_of(world.actor(role)), path_to(address, own), role, _odd(address, role, full)
            )


@pytest.mark.requirement("X-02")
@pytest.mark.requirement("X-14")
@pytest.mark.django_db
@pytest.mark.parametrize(("address", "role"), OPEN, ids=[f"{address.name}-{role}" for address, role in OPEN])
@pytest.mark.parametrize("full", TARGETS)
def test_who_may_open_it_sees_nothing_of_others(address: Address, role: Role, full: bool):
    odd = _odd(address, role, full)
    page, world = PAGES[address.name], World()
    actor = world.actor(role)
    own = page.own(world) if page.own else {}
    _opens(client_of(actor), path_to(address, own), page, odd)
    for make in (page.foreign, page.hidden):
        if make is not None:
            _looks_unknown(world, role, address, make(world), odd)


def _odd(address: Address, role: Role, full: bool) -> tuple[str, ...]:
    """Methods that no page takes."""
    turn = (LISTED.index(address) + list(Role).index(role)) % len(NOT_READING)
    return NOT_READING if full else NOT_READING[turn : turn + 1]


def _stays_closed(client: Client, path: str, role: Role, odd: tuple[str, ...]) -> None:
    opened, posted = client.get(path), client.post(path, {})
    if role is Role.VISITOR:
        assert opened.status_code == 302, "a visitor is shown the way to sign in"
        assert opened.headers["Location"].startswith("/sign-in/")
    else:
        assert opened.status_code == 403, role
    assert posted.status_code in CLOSED, role
    if posted.status_code == 302:
        assert posted.headers["Location"].startswith("/sign-in/")
    assert client.head(path).status_code == opened.status_code
    for method in odd:
        assert getattr(client, method)(path).status_code == 405, method


def _opens(client: Client, path: str, page: Page, odd: tuple[str, ...]) -> None:
    opened = client.get(path)
    assert opened.status_code in ({page.status, 302, 303} if page.reads else {405}), opened.content[:500]
    assert client.post(path, {}).status_code < 500
    for method in odd:
        assert getattr(client, method)(path).status_code == 405, f"{method} is no way to use a page"


def _looks_unknown(
    world: World, role: Role, address: Address, keys: dict[str, object], odd: tuple[str, ...]
) -> None:
    """Two browsers of one person, so that nothing said to the first (a note in its session) shows in the second. Both
    are asked the same, one thing after the other: what one of them has kept, the other must have kept as well.
    """
    asks = world.actor(role)
    browsers = [(client_of(asks), path_to(address, which)) for which in (keys, unknown_keys(address))]
    for method in ("get", "head", "post", *odd):
        answers = []
        for browser, path in browsers:
            answer = getattr(browser, method)(path)
            answers.append((answer.status_code, _without_marks(answer.content.decode(), path)))
        assert answers[0] == answers[1]
        assert answers[0][0] in {404, 405}


def _without_marks(body: str, path: str) -> str:
    """The page without what differs between any two requests: its own address and the forms' marks."""
    body = body.replace(path, "PATH")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)
