"""Whatever is sent, from any seat, by any form: an answer that someone wrote, and never a page that breaks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from random import Random
from urllib.parse import quote, urlencode, urljoin

import pytest
from django.http import HttpResponse
from django.test import Client

from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.table import PAGES
from tests.access.world import World, client_of, path_to, unknown_keys
from tests.faults.forms import Form, forms_of
from tests.faults.hostile import HOSTILE, MARKUP, each_spoiled, spoiled

pytestmark = pytest.mark.django_db
ROLES = (Role.VISITOR, Role.PARTICIPANT, Role.ADVISER, Role.EMPLOYEE, Role.MANAGER)
NOT_WALKED = {"people:leave", "people:sign_out", "people:come_back", "demo:become"}
TRIES = 1
NAMES = ["language", "next", "page", "words", "change", "step", "participant", "round", *HOSTILE[:12]]
MANY_TRIES = 40
"""How often each form is sent, each time spoiled otherwise: in the suite, and as proof."""


def _is_calm(answer: HttpResponse, what: object) -> None:
    assert answer.status_code < 500, (answer.status_code, what)
    if "text/html" in answer.headers.get("Content-Type", "") and not answer.streaming:
        page = answer.content.decode()
        assert MARKUP not in page, what
        assert "<img src=x" not in page, what
        if answer.status_code >= 400:
            assert page.count("<h1") == 1, f"nobody wrote this page: {answer.status_code} {what}"


def _pages_of(role: Role, world: World) -> list[str]:
    last = sorted(addresses(), key=lambda address: address.name == "privacy:leave_us")
    return [
        path_to(address, page.own(world) if page.own else {})
        for address in last
        if (page := PAGES.get(address.name)) and role in page.opens and page.reads
        and address.name not in NOT_WALKED
    ]  # fmt: skip


def _forms(client: Client, path: str) -> list[Form]:
    answer = client.get(path)
    if answer.status_code != 200 or "text/html" not in answer.headers.get("Content-Type", ""):
        return []
    found = forms_of(answer.content.decode())
    for form in found:
        form.action = urljoin(path, form.action)
    return [form for form in found if not form.action.startswith(("/leave", "/sign-out", "/demo"))]


def _send(client: Client, form: Form, fields: dict[str, list[str]]) -> HttpResponse:
    if form.method == "get":
        return client.get(
            f"{form.action.split('?')[0]}?{urlencode(fields, doseq=True, errors='surrogatepass')}"
        )
    body = urlencode(fields, doseq=True, errors="surrogatepass")
    return client.post(form.action, body, content_type="application/x-www-form-urlencoded")


def _each_form(role: Role, world: World) -> Iterator[tuple[Client, str, Form]]:
    """Every form of every page of this role, each kind of form once."""
    seen = set()
    actor = world.actor(role)
    for path in _pages_of(role, world):
        client = client_of(actor)
        for form in _forms(client, path):
            kind = (form.action.split("?")[0], *sorted(form.controls), *sorted(form.buttons))
            if kind not in seen:
                seen.add(kind)
                yield client, path, form


def _send_spoiled(role: Role, tries: int) -> None:
    chance = Random(zlib.crc32(role.encode()))
    sent = 0
    for client, path, form in _each_form(role, World()):
        _is_calm(_send(client, form, each_spoiled(form, MARKUP)), (path, form.action))
        _is_calm(client.get(path), path)
        for _ in range(tries):
            fields = spoiled(form, chance)
            _is_calm(_send(client, form, fields), (path, form.action, str(fields)[:600]))
            sent += 1
    assert sent >= tries


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_form_stands_up_to_what_no_form_expects(role: Role):
    _send_spoiled(role, TRIES)


@pytest.mark.proof
@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_form_stands_up_to_much_more(role: Role):
    _send_spoiled(role, MANY_TRIES)


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_addresses_with_hostile_words(role: Role):
    world = World()
    client = client_of(world.actor(role))
    chance = Random(0)
    for path in _pages_of(role, world):
        for name in chance.sample(NAMES, 1):
            value = chance.choice(HOSTILE)[:2_000]
            query = f"{quote(name, errors='surrogatepass')}={quote(value, errors='surrogatepass')}"
            _is_calm(client.get(f"{path}?{query}"), (path, query[:300]))
        _is_calm(client.get(f"{path}?a=%ff%fe&language=%c3%28&%00=%00"), path)
    _is_calm(client.get("/offerings/?" + "&".join(f"f{n}=1" for n in range(501))), "501 words")


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_addresses_of_nothing_and_of_others(role: Role):
    world = World()
    client = client_of(world.actor(role))
    for address in addresses():
        page = PAGES.get(address.name)
        if page is None or not address.keys or address.name in NOT_WALKED:
            continue
        for keys in (unknown_keys(address), page.foreign(world) if page.foreign else {}):
            if keys:
                _is_calm(client.get(path_to(address, keys)), address.name)
                _is_calm(client.post(path_to(address, keys), {}), address.name)


BODIES = {
    "not UTF-8": (b"nickname=%ff%fe&\xff\xfe=\xff", "application/x-www-form-urlencoded"),
    "another alphabet": (b"a=b", "application/x-www-form-urlencoded; charset=utf-16"),
    "too long": (b"a=" + b"x" * 1_100_000, "application/x-www-form-urlencoded"),
    "too many": ("&".join(f"f{n}=1" for n in range(501)).encode(), "application/x-www-form-urlencoded"),
    "no parts": (b"--x\r\n", "multipart/form-data; boundary=x"),
    "no boundary": (b"a", "multipart/form-data"),
    "broken parts": (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff', "multipart/form-data; boundary=x"),
    "no form": (b'{"a": [', "application/json"),
    "nothing known": (b"\x00\x01", "\x7f"),
}  # fmt: skip
POSTED = ("/sign-in/", "/seat/", "/sign-out/", "/no-such-page/", "/")


@pytest.mark.parametrize("checked", [True, False], ids=["mark checked", "mark not checked"])
@pytest.mark.parametrize("body", BODIES)
def test_bodies_that_are_no_form(body: str, checked: bool):
    content, kind = BODIES[body]
    for path in POSTED:
        client = Client(raise_request_exception=False, enforce_csrf_checks=checked)
        _is_calm(client.post(path, content, content_type=kind), (path, body))


@pytest.mark.parametrize(("body", "status"), [("too long", 413), ("too many", 413), ("no boundary", 400)])
@pytest.mark.parametrize("language", ["nb", "da", "sv", "en"])
def test_they_are_answered_in_the_persons_language(body: str, status: int, language: str):
    content, kind = BODIES[body]
    answer = Client(raise_request_exception=False).post(
        "/sign-in/", content, content_type=kind, headers={"Accept-Language": language}
    )
    assert answer.status_code == status
    assert f'<html lang="{language}"' in answer.content.decode()


def test_another_houses_name():
    client = Client(raise_request_exception=False)
    answer = client.get("/offerings", headers={"Host": "somewhere.example"})
    assert answer.status_code == 400
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("cookie", ["\x00", "a" * 4_000, "å", "'; DROP", "../../x", "{{ 7 }}"])
@pytest.mark.parametrize("name", ["session", "form", "language", "messages", "v", "device"])
def test_cookies_that_are_not_ours(name: str, cookie: str):
    client = Client(raise_request_exception=False)
    sent = {"cookie": f"{name}={cookie}"}  # as it came: newer Pythons would not let a client say such things
    for path in ("/", "/sign-in/", "/me/", "/leave/"):
        _is_calm(client.get(path, headers=sent), (name, path))
    _is_calm(client.post("/sign-in/", {"code": "x"}, headers=sent), name)


def test_a_page_that_shows_markup_is_noticed():
    with pytest.raises(AssertionError):
        _is_calm(HttpResponse(f"<h1>{MARKUP}</h1>"), "here")


def test_an_answer_that_nobody_wrote_is_noticed():
    with pytest.raises(AssertionError):
        _is_calm(HttpResponse("Bad Request", status=400), "here")
