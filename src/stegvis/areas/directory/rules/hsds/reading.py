"""A file of services, read item by item: one a line, a list, or a page with `contents`. Memory holds one item."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from .faults import Broken, Fault, Item, Problem
from .parsing import on_one_line, one_value
from .window import Window

ITEM_LIMIT = 4_000_000
"""Bytes that one service, or one organisation with its services, may take."""


def items(stream: BinaryIO) -> Iterator[Item | Problem]:
    """Every item of a seekable stream of UTF-8 (with or without a mark at the start), and every problem met.

    After a broken line reading goes on with the next line; after a fault inside a list it stops.
    """
    start = len(codecs.BOM_UTF8) if stream.read(3) == codecs.BOM_UTF8 else 0
    stream.seek(start)
    by_lines = _is_one_a_line(stream)
    stream.seek(start)
    if by_lines:
        yield from _from_lines(stream)
        return
    try:
        yield from _from_document(Window(stream, ITEM_LIMIT))
    except Broken as broken:
        yield Problem(broken.fault, broken.line, detail=broken.detail)


def _is_one_a_line(stream: BinaryIO) -> bool:
    """Whether the first line is a whole object and no page, or a broken one that another object follows."""
    first = b"\n"
    while first and not first.strip():
        first = stream.readline(ITEM_LIMIT)
    if not first.startswith(b"{"):
        return False
    try:
        found = one_value(first.decode(), 0, line=1, whole=True)
    except (Broken, UnicodeDecodeError):
        goes_on = first.rstrip().endswith((b"[", b",", b"{", b":"))
        _skip_line(stream, first)
        return not goes_on and stream.readline(10).startswith(b"{")
    value = found[0] if found else None
    return not (isinstance(value, dict) and isinstance(value.get("contents"), list))


def _from_lines(stream: BinaryIO) -> Iterator[Item | Problem]:
    number = line = 0
    while raw := stream.readline(ITEM_LIMIT + 1):
        line += 1
        if not raw.strip():
            continue
        number += 1
        if len(raw) > ITEM_LIMIT:
            _skip_line(stream, raw)
            yield Problem(Fault.ITEM_TOO_LONG, line, number)
            continue
        yield _one_line(raw, line, number)


def _skip_line(stream: BinaryIO, raw: bytes) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(ITEM_LIMIT)


def _one_line(raw: bytes, line: int, number: int) -> Item | Problem:
    try:
        text = on_one_line(raw.decode())
        found = one_value(text, 0, line=line, whole=True)
    except UnicodeDecodeError as error:
        return Problem(Fault.NOT_UTF8, line, number, detail=f"byte {error.start + 1}")
    except Broken as broken:
        whole_line = broken.fault is Fault.CUT_SHORT and raw.endswith(b"\n")
        return Problem(
            Fault.NOT_JSON if whole_line else broken.fault, broken.line, number, detail=broken.detail
        )
    assert found is not None  # noqa: S101  # nothing is asked for when the text is whole
    value, end = found
    if text[end:].strip():
        return Problem(Fault.NOT_JSON, line, number, detail="Extra data")
    return Item(number, line, text, value)


def _from_document(window: Window) -> Iterator[Item | Problem]:
    opening = window.symbol()
    if opening == "[":
        yield from _list(window)
    elif opening == "{":
        yield from _object(window)
    elif opening:
        raise Broken(Fault.NOT_JSON, line=window.line, detail="Expecting a list or an object")
    if window.symbol():
        raise Broken(Fault.NOT_JSON, line=window.line, detail="Extra data")


def _list(window: Window) -> Iterator[Item]:
    """The items of a list, one at a time."""
    window.take("[")
    number = 0
    while window.symbol() != "]":
        if number:
            window.take(",")
            window.symbol()
        number += 1
        line = window.line
        value, text = window.value()
        yield Item(number, line, on_one_line(text), value)
    window.take("]")


def _object(window: Window) -> Iterator[Item]:
    """The items of a page's `contents`; an object without such a list is itself the one item."""
    line = window.line
    members: dict[str, object] = {}
    texts: list[str] = []
    is_page = False
    window.take("{")
    while window.symbol() != "}":
        if members or is_page:
            window.take(",")
            window.symbol()
        name, name_text = window.value()
        if not isinstance(name, str):
            raise Broken(Fault.NOT_JSON, line=window.line, detail="Expecting property name")
        window.symbol()
        window.take(":")
        if window.symbol() == "[" and name == "contents":
            is_page = True
            yield from _list(window)
            continue
        members[name], text = window.value()
        texts.append(f"{name_text}: {text}")
        if sum(map(len, texts)) > ITEM_LIMIT:
            raise Broken(Fault.ITEM_TOO_LONG, line=line)
    window.take("}")
    if not is_page:
        yield Item(1, line, on_one_line("{" + ", ".join(texts) + "}"), members)
