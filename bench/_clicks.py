"""What a person without a script does on a page: press a link or send a form, each one tap."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

NOT_SENT = {"submit", "button", "reset"}


class Page(HTMLParser):
    """The links and forms of one page, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[dict[str, Any]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag == "a":
            self.links.append(found.get("href", ""))
        elif tag == "form":
            method = found.get("method", "get").lower()
            self.forms.append(
                {"action": found.get("action", ""), "method": method, "sent": {}, "buttons": []}
            )
        elif self.forms and tag == "button" and found.get("name"):
            self.forms[-1]["buttons"].append((found["name"], found.get("value", "")))
        elif self.forms and tag == "input" and found.get("type") not in NOT_SENT:
            self._filled_in(found)

    def _filled_in(self, found: dict[str, str]) -> None:
        ticked = found.get("type") in {"radio", "checkbox"}
        if not ticked or "checked" in found:
            self.forms[-1]["sent"][found.get("name", "")] = found.get("value", "on" if ticked else "")

    def handle_data(self, data: str) -> None:
        self.words += data


class Phone:
    """A browser that counts its taps. Typing is not a tap; a tick is."""

    def __init__(self, client: Any, start: str) -> None:
        self.client, self.taps = client, 0
        self._show(start, client.get(start))

    def _show(self, address: str, answer: Any) -> None:
        while answer.status_code in {302, 303}:
            address = urljoin(address, answer["Location"])
            answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        self.address, self.page = address, Page(answer.content.decode())

    def press(self, starts_with: str) -> None:
        """The first link to an address that begins so."""
        link = next(link for link in self.page.links if link.startswith(starts_with))
        self.taps += 1
        self._show(link, self.client.get(link))

    def send(self, field: str, *, ticks: int = 0, **typed: str) -> None:
        """The first form with this field, its other fields as they are; `ticks`: taps within the form."""
        form = next(form for form in self.page.forms if field in form["sent"])
        self._send(form, typed, taps=1 + ticks)

    def press_button(self, name: str) -> None:
        """The first button of this name, with the form it stands in."""
        form = next(form for form in self.page.forms if name in dict(form["buttons"]))
        self._send(form, {name: dict(reversed(form["buttons"]))[name]}, taps=1)

    def _send(self, form: dict[str, Any], said: dict[str, str], taps: int) -> None:
        self.taps += taps
        ask = self.client.get if form["method"] == "get" else self.client.post
        address = urljoin(self.address, form["action"])
        self._show(address, ask(address, form["sent"] | said))
