"""A page as somebody reads it: its running text and its words, without the frame around them."""

import csv
from functools import cache
from html.parser import HTMLParser

from tests.architecture.sources import ROOT

RUNNING = {"p", "li", "dd", "summary"}
NOT_OURS = {"script", "style", "svg", "template", "nav", "footer", "form"}
EMPTY = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr", "use", "path"}


class Reader(HTMLParser):
    """Collects the blocks of running text inside <main>. Words marked with another `lang` are somebody else's."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.blocks: list[str] = []
        self.all: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        foreign = tag != "html" and any(name in {"lang", "data-content"} for name, _ in attrs)
        self.open.append((tag, foreign))
        if tag in RUNNING:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self.open]
        if "main" not in names or any(foreign for _, foreign in self.open) or NOT_OURS & set(names):
            return
        self.all.append(data)
        if self.blocks and RUNNING & set(names):
            self.blocks[-1] += data


def running_text(html: str) -> str:
    reader = Reader()
    reader.feed(html)
    return "\n".join(text for block in reader.blocks if len(text := " ".join(block.split())) > 1)


@cache
def known_words(language: str) -> frozenset[str]:
    """The glossary's words in one language: what people here meet daily."""
    with (ROOT / "docs" / "spec" / "glossary.tsv").open(newline="") as file:
        cells = [row[language] for row in csv.DictReader(file, delimiter="\t")]
    words = (word for cell in cells for word in cell.split("(")[0].replace("/", " ").split())
    return frozenset(word.casefold() for word in words if len(word) > 3)
