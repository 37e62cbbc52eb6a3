"""When two people wrote in the same part: what the other one wrote, where it differs from what was typed now."""

from dataclasses import dataclass

from django import forms

from ..forms.steps import DeskForm


@dataclass(frozen=True, slots=True)
class Theirs:
    """One question that two people answered differently: its label, and what stands there now, in words."""

    label: str
    words: str


def what_differs(now: DeskForm, typed: forms.Form) -> list[Theirs]:
    """Where `typed` differs from what stands there `now`. Never empty: what is equal was not refused."""
    found = []
    for name in now.fields:
        before, mine = _in_words(now[name]), _in_words(typed[name]) if name in typed.fields else ""
        if name not in {"version", "rows"} and before != mine:
            found.append(Theirs(str(now[name].label), before))
    return found


def _in_words(bound: forms.BoundField) -> str:
    """An answer as a person would read it: the names of what was chosen, not their codes."""
    value = bound.value()
    if value in (None, "", []):
        return ""
    values = value if isinstance(value, list | tuple | set | frozenset) else [value]
    names = {str(code): str(name) for code, name in getattr(bound.field, "choices", [])}
    return ", ".join(names.get(str(one), str(one)) for one in values).replace("\r\n", "\n")
