"""Everyday words to make a secret from: one list a language, 1,024 or more, each easy to say, spell and remember."""

from ..kinds import Language
from .danish import WORDS as DANISH
from .english import WORDS as ENGLISH
from .norwegian import WORDS as NORWEGIAN
from .swedish import WORDS as SWEDISH

LISTS: dict[Language, tuple[str, ...]] = {
    Language.NORWEGIAN: tuple(NORWEGIAN.split()),
    Language.DANISH: tuple(DANISH.split()),
    Language.SWEDISH: tuple(SWEDISH.split()),
    Language.ENGLISH: tuple(ENGLISH.split()),
}
