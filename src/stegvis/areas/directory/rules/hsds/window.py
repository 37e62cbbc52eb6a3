"""The part of a long text that is being read, moved forward value by value."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from .faults import Broken, Fault
from .parsing import one_value

CHUNK = 65_536


class Window:
    """UTF-8 text from a stream; `line` is the line (from 1) of what comes next. Holds one value and a chunk."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self.line = 1
        self._stream = stream
        self._limit = limit
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._ended = False

    def symbol(self) -> str:
        """Skip space and look at the next character; empty at the end."""
        while True:
            rest = self._at
            while rest < len(self._text) and self._text[rest] in " \t\r\n":
                rest += 1
            self._move(rest)
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._more()

    def take(self, symbol: str) -> None:
        """Step over this character. Raises Broken when another stands there."""
        found = self.symbol()
        if found != symbol:
            fault = Fault.NOT_JSON if found else Fault.CUT_SHORT
            raise Broken(fault, line=self.line, detail=f"Expecting {symbol!r}")
        self._move(self._at + 1)

    def value(self) -> tuple[object, str]:
        """The next JSON value and its text. Raises Broken when it is no JSON, or longer than the limit."""
        while True:
            found = one_value(self._text, self._at, line=self.line, whole=self._ended)
            if found:
                value, end = found
                text = self._text[self._at : end]
                self._move(end)
                return value, text
            if len(self._text) - self._at > self._limit:
                raise Broken(Fault.ITEM_TOO_LONG, line=self.line)
            self._more()

    def _move(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to

    def _more(self) -> None:
        kept = self._text[self._at :]
        raw = self._stream.read(
            max(CHUNK, len(kept))
        )  # doubling: a long value is not scanned again and again
        self._ended = not raw
        try:
            new = self._decoder.decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            line = self.line + kept.count("\n") + error.object[: error.start].count(b"\n")
            raise Broken(Fault.NOT_UTF8, line=line) from None
        self._text = kept + new
        self._at = 0
