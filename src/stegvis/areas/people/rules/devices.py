"""A device in plain words, from what its browser says of itself. Only these words are kept, never the rest."""

import re

SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
"""Sign in the browser's own words -> its name. The first that fits: most claim to be all that came before them."""


def describe(said: str) -> tuple[str, str]:
    """The browser's name and the system's, such as ("Firefox", "Windows"); an empty text for one we do not know."""
    return _first(BROWSERS, said), _first(SYSTEMS, said)


def _first(signs: tuple[tuple[str, str], ...], said: str) -> str:
    return next((name for sign, name in signs if re.search(rf"\b{sign}", said)), "")
