"""Words for every code of messages."""

from django.utils.translation import get_language

from stegvis.ui import dates


def reader_language() -> str:
    """The language of whoever reads the page, one of our four."""
    return dates.known(get_language() or "en")
