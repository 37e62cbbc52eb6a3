"""What no form expects: texts that are too long, marks that break things, keys of nothing and of somebody else."""

from __future__ import annotations

from random import Random

from tests.faults.forms import Form

MARKUP = "<script>alert(1)</script>"
"""Must never come back as it is."""

HOSTILE = (
    MARKUP,
    '"><img src=x onerror=alert(1)>',
    "{{ request }}{% include 'x' %}{{ 7|add:7 }}",
    "'; DROP TABLE people_user; --",
    "nul\x00byte",
    "\x00",
    "\ud800",
    "\u202eabc\u202c\u200f\u061c",
    "\ufeff\u0301" * 10,
    "a" * 5_000,
    "å" * 300_000,
    "\r\n\r\nSet-Cookie: x=1",
    "%00%0a%ff",
    "../../etc/passwd",
    "-1",
    "0",
    "1e309",
    "NaN",
    "٣",
    "9" * 400,
    "9999999999999999999999",
    "0000-00-00",
    "0000-12-31",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "24:60",
    "99:99:99",
    "no-such-code",
    "00000000-0000-0000-0000-000000000007",
    "not-a-uuid",
    "[]",
    '{"a": 1}',
    " ",
    "",
)


def spoiled(form: Form, chance: Random, *, values: tuple[str, ...] = HOSTILE) -> dict[str, list[str]]:
    """The form as it would be sent, with one or several of its answers spoiled, doubled or left out."""
    sent = form.filled()
    if form.buttons and chance.random() < 0.8:
        name, value = chance.choice(form.buttons)
        sent[name] = [value]
    names = [name for name in {*sent, *form.controls} if name != "csrfmiddlewaretoken"]
    if not names:
        return sent | {"extra": [chance.choice(values)]}
    for name in chance.sample(sorted(names), k=min(len(names), chance.choice((1, 1, 2, len(names))))):
        how = chance.random()
        if how < 0.85:
            sent[name] = [chance.choice(values)]
        elif how < 0.93:
            sent[name] = [chance.choice(values), chance.choice(values)]
        else:
            sent.pop(name, None)
    return sent


def each_spoiled(form: Form, value: str) -> dict[str, list[str]]:
    """The form with this value in all that is typed freely."""
    free = {"text", "textarea", "email", "tel", "number", "search", "password", "url"}
    return form.filled(**{c.name: value for c in form.controls.values() if c.kind in free})
