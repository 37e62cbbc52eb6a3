"""What a file of services is understood to say, and what is found wrong with it."""

import io
import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.areas.directory.rules import Category, State, hsds
from stegvis.areas.directory.rules.hsds import Fault, Item, Problem, Service, Weekly, describe
from stegvis.areas.directory.rules.hsds.plain import first_sentence, line, plain
from tests.factories.hsds import a_service, one_a_line, some_services

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def read(raw: bytes) -> list[Item | Problem]:
    return list(hsds.items(io.BytesIO(raw)))


def services(raw: bytes) -> list[Service | Problem]:
    found: list[Service | Problem] = []
    for item in read(raw):
        found.extend([item] if isinstance(item, Problem) else hsds.services_in(item, language="en"))
    return found


def faults(*members: dict[str, Any]) -> list[tuple[Fault, str]]:
    found = services(one_a_line(a_service() | change for change in members))
    return [(problem.fault, problem.field) for problem in found if isinstance(problem, Problem)]


SHAPES = {
    "one a line": one_a_line,
    "a mark at the start": lambda some: b"\xef\xbb\xbf" + one_a_line(some),
    "empty lines between": lambda some: b"\n\n" + one_a_line(some).replace(b"\n", b"\r\n\r\n"),
    "a list": lambda some: json.dumps(some).encode(),
    "a list on many lines": lambda some: json.dumps(some, indent=2).encode(),
    "a page": lambda some: json.dumps({"total_items": 3, "contents": some, "empty": False}).encode(),
    "a page on many lines": lambda some: json.dumps({"contents": some, "page_number": 1}, indent=1).encode(),
    "an organisation": lambda some: json.dumps({"id": "o", "name": "House", "services": some}).encode(),
    "organisations one a line": lambda some: one_a_line({"name": "House", "services": [one]} for one in some),
    "a list of organisations": lambda some: json.dumps(
        [{"name": "House", "services": some}], indent=4
    ).encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_file_gives_the_same_services(shape: str):
    some = some_services(3, description="Soup — søndag ☕")

    found = services(SHAPES[shape](some))

    assert [json.loads(one.text)["id"] for one in found if isinstance(one, Service)] == [
        one["id"] for one in some
    ]
    assert len(found) == 3


def test_one_service_on_many_lines_is_a_file_too():
    found = services(json.dumps(a_service(), indent=4).encode())

    assert [type(one) for one in found] == [Service]


def test_a_service_of_an_organisation_takes_it_along():
    (found,) = services(json.dumps({"name": "House", "x_size": 3, "services": [a_service()]}).encode())

    assert isinstance(found, Service)
    assert json.loads(found.text)["organization"] == {"name": "House", "x_size": 3}


@given(st.lists(JSON, max_size=5), st.sampled_from([None, 0, 3]))
@settings(max_examples=60, deadline=None)
def test_a_list_is_read_like_the_whole_file_would_be(values: list[object], indent: int | None):
    found = read(json.dumps(values, indent=indent, ensure_ascii=False).encode(errors="surrogatepass"))

    if not any(isinstance(one, Problem) for one in found):
        assert [one.value for one in found if isinstance(one, Item)] == values
        assert all("\n" not in one.text for one in found if isinstance(one, Item))
        assert [json.loads(one.text) for one in found if isinstance(one, Item)] == values


def test_the_text_stays_as_it_came():
    text = '{"name": "x", "amount": 1.50, "far": 1e2, "b": 1, "a": [ ]}'

    assert [one.text for one in read(f"[{text}]".encode()) if isinstance(one, Item)] == [text]
    assert [one.text for one in read(text.encode()) if isinstance(one, Item)] == [text]


@pytest.mark.parametrize(
    ("raw", "fault", "at"),
    [
        (b'{"id": "1"}\n{"id": }\n{"id": "3"}\n', Fault.NOT_JSON, 2),
        (b'{"id": "1"}\n{"id": "2', Fault.CUT_SHORT, 2),
        (b'{"id": nope}\n{"id": "2"}\n', Fault.NOT_JSON, 1),
        (b'{"id": "1"}\n{"id": "\xe6"}\n', Fault.NOT_UTF8, 2),
        (b'{"id": "1"} {"id": "2"}\n{"id": "3"}\n', Fault.NOT_JSON, 1),
        (b'[\n{"id": "1"},\n{"id": "2"', Fault.CUT_SHORT, 3),
        (b'[\n{"id": "1"},\n{"id": nonsense, "name": "something long"}]', Fault.NOT_JSON, 3),
        (b'[\n{"id": "1"}\n] tail', Fault.NOT_JSON, 3),
        (b'[\n{"id": "1"}\n{"id": "2"}]', Fault.NOT_JSON, 3),
        (b'[\n{"id": "1"},\n\n{"id": "\xff\xff"}]', Fault.NOT_UTF8, 4),
        (b'{"contents": [\n{}, \n', Fault.CUT_SHORT, 3),
        ('{"id": "1"}'.encode("utf-16"), Fault.NOT_UTF8, 1),
        ('{"id": "1"}\n'.encode("utf-16-be"), Fault.NOT_JSON, 1),
        (b"<html>", Fault.NOT_JSON, 1),
        (b"id,name\n1,x\n", Fault.NOT_JSON, 1),
        (b'{"a": ' + b"[" * 200_000, Fault.TOO_DEEP, 1),
        (b'{"id": ' + b"9" * 5_000 + b"}", Fault.NUMBER_TOO_BIG, 1),
        (b'{"id": 1e999}', Fault.NUMBER_TOO_BIG, 1),
        (b'{"id": NaN}', Fault.NOT_JSON, 1),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_line(raw: bytes, fault: Fault, at: int):
    problems = [found for found in read(raw) if isinstance(found, Problem)]

    assert (problems[0].fault, problems[0].line) == (fault, at)


def test_after_a_broken_line_reading_goes_on():
    good = one_a_line(some_services(2)).splitlines()
    found = read(good[0] + b"\n{broken\n" + b"x" * 20 + b"\n" + good[1])

    assert [type(one) for one in found] == [Item, Problem, Problem, Item]


def test_a_line_without_end_does_not_fill_the_memory():
    found = read(b'{"id": "' + b"x" * 10_000_000 + b'"}\n' + one_a_line([a_service()]))

    assert [type(one) for one in found] == [Problem, Item]
    assert isinstance(found[0], Problem)
    assert found[0].fault is Fault.ITEM_TOO_LONG


def test_an_item_without_end_does_not_either():
    (found,) = read(b'[{"id": "' + b"x" * 10_000_000 + b'"}]')

    assert isinstance(found, Problem)
    assert found.fault is Fault.ITEM_TOO_LONG


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"x_unknown": {"deep": [1, 2]}}, []),
        ({"description": None, "phones": None}, []),
        ({"status": None}, []),
        ({"assured_date": "1994-02-28", "last_modified": "2013-07-04T04:36:05.000Z"}, []),
        ({"id": None}, [(Fault.MISSING, "id")]),
        ({"id": "42"}, [(Fault.NOT_A_UUID, "id")]),
        ({"id": 42}, [(Fault.WRONG_TYPE, "id")]),
        ({"name": " "}, [(Fault.MISSING, "name")]),
        ({"name": "x" * 1_001}, [(Fault.TEXT_TOO_LONG, "name")]),
        ({"name": ["x"]}, [(Fault.WRONG_TYPE, "name")]),
        ({"status": "open"}, [(Fault.UNKNOWN_STATUS, "status")]),
        ({"assured_date": "2026-02-30"}, [(Fault.NOT_A_DATE, "assured_date")]),
        ({"last_modified": "yesterday"}, [(Fault.NOT_A_DATE, "last_modified")]),
        ({"minimum_age": "18"}, [(Fault.WRONG_TYPE, "minimum_age")]),
        ({"minimum_age": True}, [(Fault.WRONG_TYPE, "minimum_age")]),
        ({"phones": {"number": "1"}}, [(Fault.WRONG_TYPE, "phones")]),
        ({"phones": [{"number": "1"}, {"number": 2}]}, [(Fault.WRONG_TYPE, "phones[1].number")]),
        ({"organization": "House"}, [(Fault.WRONG_TYPE, "organization")]),
        (
            {"service_at_locations": [{"location": {"latitude": "59"}}]},
            [(Fault.WRONG_TYPE, "service_at_locations[0].location.latitude")],
        ),
        ({"x": "a\x00b"}, [(Fault.NUL, "x")]),
        ({"x": {"y": "long" * 30_000}}, [(Fault.TEXT_TOO_LONG, "x.y")]),
        ({"id": "1", "name": ""}, [(Fault.MISSING, "name"), (Fault.NOT_A_UUID, "id")]),
    ],
)
def test_every_field_is_held_against_the_specification(
    change: dict[str, Any], expected: list[tuple[Fault, str]]
):
    assert faults(change) == expected


def test_half_a_character_and_endless_nesting_are_refused():
    deep: Any = []
    for _ in range(50):
        deep = [deep]
    half = json.dumps(a_service(x="\ud83c")).encode()

    assert [one.fault for one in services(half) if isinstance(one, Problem)] == [Fault.HALF_CHARACTER]
    assert [fault for fault, _ in faults({"x": deep})] == [Fault.TOO_DEEP]


def test_the_layout_of_a_file_does_not_make_a_service_another():
    def fingerprints(raw: bytes) -> list[str]:
        return [one.fingerprint for one in services(raw) if isinstance(one, Service)]

    some = some_services(2, x=1.5)
    turned = [dict(reversed(one.items())) for one in some]

    assert fingerprints(one_a_line(some)) == fingerprints(json.dumps(turned, indent=3).encode())
    assert fingerprints(one_a_line(some)) != fingerprints(one_a_line(some_services(2, x=1.6)))


@pytest.mark.parametrize(
    ("said", "field", "expected"),
    [
        ({"name": "Tea & <b>talk</b>"}, "title", "Tea & talk"),
        ({"name": "word " * 100}, "title", ("word " * 50)[:-1] + "…"),
        ({"description": "Soup. And bread."}, "summary", "Soup."),
        ({"description": "<p>One</p><p>Two<br>Three</p><script>bad()</script>"}, "content", "One\nTwo\nThree"),
        ({"eligibility_description": "Adults"}, "audience", "Adults"),
        ({"eligibility_description": "None"}, "audience", ""),
        ({"application_process": "Walk in"}, "first_time", "Walk in"),
        ({"status": "active"}, "state", State.PUBLISHED),
        ({"status": None}, "state", State.PUBLISHED),
        ({"status": "temporarily closed"}, "state", State.PAUSED),
        ({"status": "defunct"}, "state", State.CLOSED),
        ({"fees_description": "None"}, "free", True),
        ({"fees_description": "Gratis."}, "free", True),
        ({"fees_description": "None for most"}, "free", None),
        ({"fees_description": "5 kroner"}, "free", None),
        ({"cost_options": [{"amount": 0}]}, "free", True),
        ({"cost_options": [{"amount": 0}, {"amount": 10}]}, "free", False),
        ({}, "free", None),
        ({"languages": [{"name": "Spanish"}, {"code": "NB"}]}, "languages_spoken", ["es", "nb"]),
        ({"languages": [{"name": "Signing"}, {"name": "Signing"}]}, "languages_spoken", ["Signing"]),
        ({"url": "http://example.org/?a=1&b=2"}, "web_address", "http://example.org/?a=1&b=2"),
        ({"url": "javascript:alert(1)"}, "web_address", ""),
        ({"organization": {"name": "House"}}, "organisation_name", "House"),
        ({"assured_date": "2013-07-04"}, "checked_on", date(2013, 7, 4)),
        ({"last_modified": "2013-07-05T04:36:05Z"}, "checked_on", date(2013, 7, 5)),
        ({"attributes": [{"taxonomy_term": {"name": "Arts and Crafts"}}]}, "category", Category.CREATIVE),
        ({"attributes": [{"value": "Gåtur"}]}, "category", Category.PHYSICAL),
        ({"attributes": [{"value": "Legal"}]}, "category", Category.OTHER),
        ({"attributes": [{"value": "Partners"}]}, "category", Category.OTHER),
        ({}, "category", None),
        ({"schedules": [{"description": "Mondays"}, {"description": "Mondays"}]}, "frame", "Mondays"),
        (
            {"schedules": [{"byday": "TH,MO", "opens_at": "9:00", "closes_at": "12.30"}]},
            "times",
            (Weekly(0, time(9), time(12, 30)), Weekly(3, time(9), time(12, 30))),
        ),
        ({"schedules": [{"freq": "MONTHLY", "byday": "2TU", "opens_at": "9:00", "closes_at": "12:00"}]}, "times", ()),
        ({"schedules": [{"byday": "TU", "opens_at": "12:00", "closes_at": "9:00"}]}, "times", ()),
        ({"schedules": [{"byday": "TU", "interval": 2, "opens_at": "9:00", "closes_at": "10:00"}]}, "times", ()),
    ],
)  # fmt: skip
def test_what_a_service_says_in_our_words(said: dict[str, Any], field: str, expected: object):
    assert getattr(describe(a_service() | said), field) == expected


def test_where_it_is_comes_from_the_first_place_that_says_so():
    address = {"address_1": "Torget 2", "address_2": "2nd floor", "city": "Korsby"}
    place = {
        "addresses": [address],
        "transportation": "Bus 4",
        "accessibility": [{"description": "Wheelchair accessible"}],
        "phones": [{"number": "17"}],
    }
    found = describe(a_service(service_at_locations=[{"id": "x"}, {"location": {}}, {"location": place}]))

    assert (found.place, found.address, found.how_to_find) == ("Korsby", "Torget 2, 2nd floor", "Bus 4")
    assert (found.step_free, found.phone) == (True, "17")


@given(
    st.text(max_size=200) | st.from_regex(r"(<[a-z/!]{0,6}[ a-z=\"']{0,9}>?|&(lt|gt|amp|#60);|[a-z ]){0,20}")
)
@settings(max_examples=200, deadline=None)
def test_no_markup_is_left_in_any_text(text: str):
    made = plain(text)

    assert not any(
        f"<{letter}" in made for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/!?"
    )
    assert "\x00" not in made


@given(st.text(max_size=300), st.integers(10, 60))
def test_a_cut_line_is_never_longer_than_its_place(text: str, longest: int):
    assert len(line(text, longest)) <= longest
    assert len(first_sentence(text, longest)) <= longest
    assert "\n" not in line(text, longest)
