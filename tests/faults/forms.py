"""The forms of a page, as a browser finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

NOT_SENT = {"submit", "button", "reset", "image", "file"}


@dataclass
class Control:
    """One thing to fill in. `choices`: the values that a select, radio or checkbox offers."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, **changes: str | list[str]) -> dict[str, list[str]]:
        """What would be sent if nobody touched anything but `changes`."""
        sent = {}
        for control in self.controls.values():
            values = control.chosen if control.choices else [control.value]
            if values:
                sent[control.name] = list(values)
        return sent | {name: [value] if isinstance(value, str) else value for name, value in changes.items()}


def forms_of(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def text_of(html: str) -> str:
    """The words on a page, without markup."""
    reader = _Reader()
    reader.feed(html)
    return " ".join(" ".join(reader.words).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self._form: Form | None = None
        self._control: Control | None = None
        self._tag = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        has = {name for name, _ in attributes}
        self._tag = tag
        if tag == "form":
            self._form = Form(found.get("action", ""), found.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "button" and found.get("name"):
            self._form.buttons.append((found["name"], found.get("value", "")))
        elif tag == "input" and found.get("name") and found.get("type") not in NOT_SENT:
            self._input(self._form, found, "checked" in has)
        elif tag in {"select", "textarea"} and found.get("name"):
            self._control = self._form.controls.setdefault(found["name"], Control(found["name"], tag))
        elif tag == "option" and self._control is not None:
            self._control.choices.append(found.get("value", ""))
            if "selected" in has:
                self._control.chosen.append(found.get("value", ""))

    def _input(self, form: Form, found: dict[str, str], checked: bool) -> None:
        kind = found.get("type", "text")
        control = form.controls.setdefault(found["name"], Control(found["name"], kind))
        if kind not in {"radio", "checkbox"}:
            control.value = found.get("value", "")
            return
        control.choices.append(found.get("value", "on"))
        if checked:
            control.chosen.append(found.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag in {"select", "textarea"}:
            control, self._control = self._control, None
            if control is not None and tag == "select" and not control.chosen:
                control.chosen = control.choices[:1]
            if control is not None and tag == "textarea":
                control.value = control.value.removeprefix("\n")  # as browsers do

    def handle_data(self, data: str) -> None:
        if self._control is not None and self._control.kind == "textarea":
            self._control.value += data
        if self._tag not in {"script", "style"}:
            self.words.append(data)
