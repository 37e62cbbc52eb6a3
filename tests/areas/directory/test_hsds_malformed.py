"""Promise 11: whatever a file holds, the answer is a line and a reason, and nothing is written by half."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stegvis.areas.people.models import Organisation
from tests.areas.directory.hsds_commands import kept, run
from tests.factories.hsds import nordic_services, one_a_line
from tests.factories.people import an_organisation

pytestmark = pytest.mark.django_db

TOLD = re.compile(r"^broken\.json, line \d+(, item \d+)?: .+")
WHOLE = {
    "lines": lambda some: one_a_line(some),
    "list": lambda some: json.dumps(some, ensure_ascii=False).encode(),
    "tidy list": lambda some: json.dumps(some, ensure_ascii=False, indent=1).encode(),
    "page": lambda some: json.dumps({"page_number": 1, "contents": some}).encode(),
    "organisation": lambda some: json.dumps({"name": "House", "services": some}, indent=2).encode(),
}
NOT_A_TEXT: tuple[Any, ...] = (
    None,
    7,
    1.5,
    True,
    [],
    {},
    [[]],
    {"a": {}},
    "\x00",
    "\ud800",
    "x" * 200_000,
    "<b>x</b>",
)
Breaker = Callable[[random.Random, list[dict[str, Any]], str], bytes]


def cut(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    raw = WHOLE[shape](some)
    return raw[: chance.randrange(len(raw))]


def other_encoding(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    text = WHOLE[shape](some).decode()
    encoding = chance.choice(
        ["latin-1", "cp1252", "cp850", "utf-16", "utf-16-le", "utf-32", "cp500", "utf-7"]
    )
    return text.encode(encoding, errors="replace")


def a_changed_byte(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    raw = bytearray(WHOLE[shape](some))
    for _ in range(chance.randint(1, 3)):
        raw[chance.randrange(len(raw))] = chance.choice(b'\x00\xff"{}[],:\\\n9a\xc3')
    return bytes(raw)


def the_same_id_twice(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    one, other = chance.sample(range(len(some)), 2)
    some[one] = {**some[one], "id": chance.choice([str.upper, str.lower])(some[other]["id"])}
    return WHOLE[shape](some)


def another_type(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    service = chance.choice(some)
    service[chance.choice(list(service))] = chance.choice(NOT_A_TEXT)
    return json.dumps(some).encode() if shape != "lines" else "\n".join(map(json.dumps, some)).encode()


def deep(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    depth = chance.choice([31, 200, 2_000, 100_000])
    return WHOLE[shape](some).replace(b'"active"', b"[" * depth + b"]" * chance.choice([0, depth]), 1)


def long(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    return WHOLE[shape](some).replace(
        b'"active"', b'"' + b"x" * chance.choice([100_001, 5_000_000]) + b'"', 1
    )


def something_else(chance: random.Random, some: list[dict[str, Any]], shape: str) -> bytes:
    return chance.choice(
        [b"", b"\n\n", b"null", b"[]", b"{}", b"7", b'"x"', b"<!doctype html>", b"PK\x03\x04", b"id;name\n1;x",
         b"[[]]", b'{"contents": []}', b'{"contents": 7}', b'{"services": 7}', b"[null]", b"\xef\xbb\xbf", b"[1" * 9,
         b"-", b"tru"]
    )  # fmt: skip


BREAKERS: list[Breaker] = [
    cut, other_encoding, a_changed_byte, the_same_id_twice, another_type, deep, long, something_else
]  # fmt: skip


def check_one(organisation: Organisation, folder: Path, breaker: Breaker, shape: str, seed: int) -> None:
    """Either the file was whole after all and everything in it shows, or nothing at all has changed."""
    chance = random.Random(seed)
    some = chance.sample(nordic_services(), 4)
    path = folder / "broken.json"
    path.write_bytes(breaker(chance, some, shape))
    before = list(kept(organisation.pk))

    outcome = run("import-hsds", path, "--json")

    assert "Traceback" not in outcome.err
    if outcome.code == 0:
        assert outcome.numbers["refused"] == 0
        assert outcome.numbers["read"] > 0
        return
    problems, end = outcome.err.splitlines()[:-1], outcome.err.splitlines()[-1]
    assert problems
    assert all(TOLD.match(told) or re.match(r"\.\.\. and \d+ more", told) for told in problems), outcome.err[
        :500
    ]
    assert end.startswith("Nothing was imported: ")
    assert {name: outcome.numbers[name] for name in ("created", "updated", "unchanged")} == {
        "created": 0, "updated": 0, "unchanged": 0
    }  # fmt: skip
    assert list(kept(organisation.pk)) == before


CASES = (st.sampled_from(BREAKERS), st.sampled_from(sorted(WHOLE)), st.integers(0, 2**32))
SHARED_SETTINGS = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@pytest.fixture
def centre(settings: Any, tmp_path: Path) -> Organisation:
    settings.IMPORT_FOLDER = tmp_path / "imports"
    centre = an_organisation()
    standing = tmp_path / "broken.json"
    standing.write_bytes(one_a_line(nordic_services()[:2]))
    run("import-hsds", standing)
    return centre


@given(*CASES)
@settings(max_examples=300, **SHARED_SETTINGS)
def test_a_broken_file_is_refused_whole(
    centre: Organisation, tmp_path: Path, breaker: Breaker, shape: str, seed: int
):
    check_one(centre, tmp_path, breaker, shape, seed)


@pytest.mark.proof
@given(*CASES)
@settings(max_examples=10_000, **SHARED_SETTINGS)
def test_ten_thousand_broken_files_are_refused_whole(
    centre: Organisation, tmp_path: Path, breaker: Breaker, shape: str, seed: int
):
    check_one(centre, tmp_path, breaker, shape, seed)


@pytest.mark.parametrize("shape", sorted(WHOLE))
@pytest.mark.parametrize("breaker", BREAKERS)
def test_every_way_to_break_a_file_is_met(centre: Organisation, tmp_path: Path, breaker: Breaker, shape: str):
    for seed in range(3):
        check_one(centre, tmp_path, breaker, shape, seed)


def test_without_the_check_of_ids_a_broken_file_would_come_in(
    centre: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The guard removed: the test above would notice."""
    monkeypatch.setattr("stegvis.areas.directory.rules.hsds.services.faults_of", lambda service: iter(()))
    path = tmp_path / "broken.json"
    path.write_bytes(one_a_line([{**nordic_services()[5], "id": "not one"}]))

    assert run("import-hsds", path).code == 0
