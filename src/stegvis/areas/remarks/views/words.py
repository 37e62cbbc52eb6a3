"""What templates need to show the guideline in the reader's language."""

from __future__ import annotations

from typing import Any

from stegvis.ui.answers import language

from ..queries import Guideline
from ..rules import lines_of


def words_context(found: Guideline | None) -> dict[str, Any]:
    """The guideline in the page's language, or the house's own; nothing where there is none."""
    if found is None:
        return {}
    shown, written = found.in_language(language())
    return {
        "shown_in": shown,
        "written": written,
        "lines": lines_of(written.words),
        "acting": lines_of(written.acting),
    }
