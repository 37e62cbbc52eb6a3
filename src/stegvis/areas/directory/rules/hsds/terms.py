"""Plain word rules for terms of other directories: category, language, price, access."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..codes import Category

_WORDS: dict[Category, tuple[str, ...]] = {
    Category.PHYSICAL: (
        "sport", "exercise", "fitness", "walking", "hiking", "swimming", "dance", "yoga", "camping", "parks",
        "trening", "idrett", "friluftsliv", "svømming", "dans", "gåtur", "turgruppe", "fysisk aktivitet", "motion",
        "idræt", "friluftsliv", "svømning", "träning", "idrott", "simning", "promenad",
    ),
    Category.CREATIVE: (
        "arts", "art", "craft", "crafts", "music", "theater", "theatre", "sewing", "knitting", "choir", "painting",
        "writing", "horticultural", "gardening", "kunst", "håndarbeid", "musikk", "teater", "kor", "søm", "maling",
        "kreativt", "håndarbejde", "musik", "kreativ", "konst", "hantverk", "kör", "sömnad", "skapande", "hage",
    ),
    Category.FELLOWSHIP: (
        "clubs", "club", "social activities", "senior centers", "self-help", "support groups", "group support",
        "friendly visiting", "peer", "community meals", "fellowship", "meeting place", "fellesskap", "møteplass",
        "sosialt", "selvhjelp", "kafé", "måltid", "fællesskab", "mødested", "socialt", "selvhjælp", "café",
        "gemenskap", "mötesplats", "självhjälp", "träffpunkt",
    ),
}  # fmt: skip
_PATTERNS = {
    category: re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    for category, words in _WORDS.items()
}
_LANGUAGES = {
    "english": "en", "engelsk": "en", "engelska": "en", "norwegian": "nb", "norsk": "nb", "no": "nb", "norska": "nb",
    "danish": "da", "dansk": "da", "danska": "da", "swedish": "sv", "svensk": "sv", "svenska": "sv",
    "spanish": "es", "spansk": "es", "spanska": "es", "arabic": "ar", "arabisk": "ar", "arabiska": "ar",
    "polish": "pl", "polsk": "pl", "polska": "pl", "ukrainian": "uk", "ukrainsk": "uk", "ukrainska": "uk",
    "somali": "so", "tigrinya": "ti", "finnish": "fi", "finsk": "fi", "finska": "fi", "german": "de", "tysk": "de",
    "tyska": "de", "french": "fr", "fransk": "fr", "franska": "fr", "russian": "ru", "russisk": "ru", "ryska": "ru",
    "tagalog": "tl", "chinese": "zh", "vietnamese": "vi", "hindi": "hi", "japanese": "ja", "korean": "ko",
    "italian": "it", "portuguese": "pt", "farsi": "fa", "persian": "fa", "dari": "prs", "urdu": "ur", "thai": "th",
    "turkish": "tr", "tyrkisk": "tr", "turkiska": "tr",
}  # fmt: skip
_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*", re.IGNORECASE)
_FREE = frozenset(
    (
        "none", "no fee", "no fees", "no charge", "no cost", "free", "free of charge", "0", "gratis", "ingen",
        "kostnadsfri", "kostnadsfritt", "avgiftsfri", "avgiftsfritt", "utan kostnad", "uten kostnad", "ingen avgift",
        "none donations welcome", "none donations accepted", "none but donations welcome", "det er gratis",
        "det är gratis", "det er gratis å delta", "det er gratis at deltage", "det är gratis att delta",
    )
)  # fmt: skip
_STEP_FREE = re.compile(r"wheelchair|step.free|rullestol|kørestol|rullstol|trinnfri|trinfri", re.IGNORECASE)
_NOT_STEP_FREE = re.compile(r"\b(not|no|ikke|inte|some|most|varies)\b", re.IGNORECASE)


def category_of(terms: Sequence[str]) -> Category | None:
    """The first of the three usual categories (S2-12) that a term names; other when none does; None without terms."""
    words = [term.lower() for term in terms]
    for category, pattern in _PATTERNS.items():
        if any(pattern.search(word) for word in words):
            return category
    return Category.OTHER if words else None


def language_code(said: str) -> str:
    """A language's code (BCP 47) for its name or code; a name we do not know stays as it is."""
    known = _LANGUAGES.get(said.lower())
    if known:
        return known
    return said.lower() if len(said) <= 3 and _CODE.fullmatch(said) else said


def means_free(said: str) -> bool:
    """Whether the words about a price say that there is none, and nothing more."""
    return " ".join(re.findall(r"\w+", said.lower())) in _FREE


def says_step_free(accessibility: Iterable[str]) -> bool | None:
    """True when a wheelchair gets in, False when it is said that it does not, otherwise None."""
    said = [words for words in accessibility if _STEP_FREE.search(words)]
    if not said:
        return None
    if any(not _NOT_STEP_FREE.search(words) for words in said):
        return True
    return False if any(re.match(r"(?i)not|ikke|inte", words) for words in said) else None
