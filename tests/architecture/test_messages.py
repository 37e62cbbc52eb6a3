"""Every word of the interface exists in Norwegian, Danish and Swedish, and is the word the glossary wants."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from tests.architecture.sources import ROOT
from tools import messages

FALSE_FRIENDS = {
    "nb": {
        r"veiledningsdokument": "a guide is a retningslinje; veileder is the adviser",
        r"mottak(?:et)?": "mottak is also an asylum centre; write mottakelse or who meets you",
        r"klient\w*": "deltaker",
        r"tidsbestilling\w*": "avtale",
    },
    "da": {
        r"udredning\w*": "a statutory assessment; write afdækkende samtale",
        r"virksomhedspraktik": "statutory; write arbejdstræning",
        r"bostøtte": "a statutory service; write støtte i hjemmet",
        r"klient\w*": "deltager",
        r"frokostmøde\w*": "frokost is lunch; a breakfast meeting is a morgenmøde",
        r"tilbud om tur\w*": "udflugt",
    },
    "sv": {
        r"erbjudande\w*": "sounds commercial; write verksamhet or aktivitet",
        r"ledsagare\w*": "statutory (LSS); write medföljare",
        r"vägledare\w*": "a fixed role; write rådgivare",
        r"kontaktperson\w*": "a statutory measure; write kontakt",
        r"klient\w*": "deltagare",
        r"registerutdrag\w*": "also GDPR access; never alone",
        r"medborgare": "sounds constitutional; write invånare",
        r"\btur(?:en|er)?": "means luck; write utflykt",
    },
}
"""Words of docs/spec/glossary.tsv that mean something else in that language, and what to write instead."""


def translations(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src" / "stegvis").rglob(f"locale/{language}/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                words = message.string if isinstance(message.string, str) else " ".join(message.string)
                if message.id and words:
                    yield str(path.relative_to(ROOT)), words


def false_friends(language: str, words: str) -> list[str]:
    return [
        f"{match[0]}: {instead}"
        for friend, instead in FALSE_FRIENDS[language].items()
        for match in re.finditer(rf"\b{friend}\b", words, re.IGNORECASE)
    ]


def test_every_message_is_there_in_every_language():
    assert messages.problems() == []


@pytest.mark.parametrize("language", FALSE_FRIENDS)
def test_no_word_is_a_false_friend(language: str):
    found = [
        f"{path}: {friend}"
        for path, words in translations(language)
        for friend in false_friends(language, words)
    ]
    assert found == []


def test_a_false_friend_is_noticed():
    assert false_friends("sv", "Ett erbjudande för dig") == [
        "erbjudande: sounds commercial; write verksamhet or aktivitet"
    ]
    assert false_friends("sv", "Du har tur") == ["tur: means luck; write utflykt"]
    assert false_friends("sv", "kulturen, returen") == []
    assert false_friends("da", "Frokost kl. 12") == []
