"""The words of the interface in nb, da and sv: one catalogue a room, next to the code it belongs to.

python -m tools.messages update    bring every catalogue up to the code's message ids; translations are kept
python -m tools.messages compile   make the files that Django reads
python -m tools.messages check     fail on anything missing, stale, empty, fuzzy, inconsistent or left in English
"""

import io
import re
import sys
from collections import defaultdict
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "stegvis"
LANGUAGES = ("nb", "da", "sv")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(?:n?p?gettext|_)\(\s*{_STRING}(?:\s*,\s*{_STRING})*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%[sd]")
SAME_IN_NORDIC = ROOT / "tools" / "same_in_all_languages.txt"
Found = dict[tuple[str, str | None], tuple[str | tuple[str, str], str]]


def rooms() -> list[Path]:
    """Every folder with words of its own."""
    areas = [area for area in sorted((SOURCE / "areas").iterdir()) if (area / "apps.py").exists()]
    floors = [SOURCE / name for name in ("config", "kernel", "ui", "faces", "demo")]
    return [room for room in [*floors, *areas] if extracted(room)]


def extracted(room: Path) -> Found:
    """Message ids in a room's Python and templates, by (id, context)."""
    found: Found = {}
    for path in sorted(room.rglob("*.py")) + sorted(room.rglob("*.html")) + sorted(room.rglob("*.txt")):
        if "migrations" in path.parts or (path.suffix == ".txt" and "templates" not in path.parts):
            continue
        for words, context in _in_file(path):
            key = (words if isinstance(words, str) else words[0], context)
            found.setdefault(key, (words, str(path.relative_to(ROOT))))
    return found


def _in_file(path: Path) -> list[tuple[str | tuple[str, str], str | None]]:
    code = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django turns a template into calls between filler that is no Python: keep the calls alone.
        code = "\n".join(f"{call[0]})" for call in CALL.finditer(templatize(code)))
    found: list[tuple[str | tuple[str, str], str | None]] = []
    for _line, function, words, _comments in extract_python(
        io.BytesIO(code.encode()), list(KEYWORDS), [], {"encoding": "utf-8"}
    ):
        parts = [words] if isinstance(words, str) else list(words)
        context = parts.pop(0) if "pgettext" in function and parts else None
        if not parts or not parts[0]:
            continue
        plural = function.lstrip("_").startswith(("ngettext", "npgettext")) and len(parts) > 1
        found.append(((parts[0], parts[1]) if plural else parts[0], context))
    return found


def catalogue_path(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    for room in rooms():
        found = extracted(room)
        for language in LANGUAGES:
            path = catalogue_path(room, language)
            old, new = read(path, language), Catalog(locale=language, fuzzy=False)
            for (_, context), (words, where) in sorted(found.items(), key=lambda item: str(item[0])):
                first = words if isinstance(words, str) else words[0]
                known = old.get(first, context) or old.obsolete.get(first)
                flags = {"python-format"} if known and "python-format" in known.flags else set()
                new.add(words, known.string if known else "", [(where, None)], flags=flags, context=context)  # type: ignore[arg-type]
            for message in [*old, *old.obsolete.values()]:  # kept below, in case the words come back
                if message.id and message.string and new.get(_id(message), message.context) is None:
                    new.obsolete[message.id] = message
            path.parent.mkdir(parents=True, exist_ok=True)
            text = io.BytesIO()
            write_po(text, new, width=110, omit_header=False, include_lineno=False, sort_output=True)
            path.write_bytes(_without_dates(text.getvalue()))


def _without_dates(text: bytes) -> bytes:
    """Headers that would change at each run make every landing look like a translation."""
    head, _, body = text.partition(b"\n\n")
    kept = re.search(rb'"Plural-Forms:[^\n]*\n', head)
    return (
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        + (kept[0] if kept else b"")
        + b"\n"
        + body
    )


def compile_all() -> None:
    for path in sorted(SOURCE.rglob("django.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parts[-3])
        made = path.with_suffix(".mo")
        draft = made.with_suffix(".mo.new")
        with draft.open("wb") as file:
            write_mo(file, catalogue)
        draft.replace(made)


def problems() -> list[str]:
    """Everything that would show a person an untranslated, doubtful or differing word."""
    said: list[str] = []
    same = set(SAME_IN_NORDIC.read_text(encoding="utf-8").split("\n"))
    for language in LANGUAGES:
        meanings: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
        for room in rooms():
            path = catalogue_path(room, language)
            where = str(path.relative_to(ROOT))
            catalogue, found = read(path, language), extracted(room)
            entries = {(_id(message), message.context): message for message in catalogue if message.id}
            said += [f"{where}: missing: {key[0]!r}" for key in found if key not in entries]
            said += [f"{where}: stale: {key[0]!r}" for key in entries if key not in found]
            for key, message in entries.items():
                said += [f"{where}: {what}: {key[0]!r}" for what in _faults(message, same)]
                meanings[key].setdefault(str(message.string), where)
        said += [
            f"{language}: different translations of {key[0]!r}: {sorted(places.items())}"
            for key, places in meanings.items()
            if len(places) > 1
        ]
    return said


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _faults(message: Message, same: set[str]) -> list[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    faults = []
    if not all(strings) or not strings:
        return ["empty"]
    if message.fuzzy:
        faults.append("fuzzy")
    wanted = sorted(PLACEHOLDER.findall(_last(message.id)))
    if sorted(PLACEHOLDER.findall(strings[-1])) != wanted:
        faults.append("other placeholders")
    if strings[0] == _id(message) and strings[0] not in same:
        faults.append("left in English (or add it to tools/same_in_all_languages.txt)")
    return faults


def _last(words: str | tuple[str, ...]) -> str:
    return words if isinstance(words, str) else words[-1]


def main() -> int:
    if not settings.configured:
        settings.configure(USE_I18N=False)
    what = sys.argv[1] if len(sys.argv) == 2 else ""
    if what == "update":
        update()
    elif what == "compile":
        compile_all()
    elif what == "check":
        found = problems()
        print("\n".join(found) or "Every message has its words in nb, da and sv.")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
