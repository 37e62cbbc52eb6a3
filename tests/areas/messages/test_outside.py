"""What leaves the house says nothing: sender, subject, text, number, in all four languages (X-02, promise 6)."""

from email import message_from_bytes
from email.header import decode_header, make_header
from uuid import UUID

import pytest
from django.conf import settings
from django.core import mail

from stegvis.areas.messages import rules
from stegvis.areas.messages.actions import Outgoing
from stegvis.areas.messages.rules import telling_words
from stegvis.areas.messages.tasks.emails import notice, post
from stegvis.areas.messages.texts import outside
from stegvis.config.apps import sender_tells_nothing

LANGUAGES = [code for code, _ in settings.LANGUAGES]
NUMBER = UUID("00000000-0000-4000-8000-000000000001")


def _outgoing(language: str = "nb", address: str = "kari@example.org") -> Outgoing:
    return Outgoing(NUMBER, 1, address, language)


def _plain(header: str) -> str:
    return str(make_header(decode_header(header)))


@pytest.mark.requirement("X-02")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_outside_word_tells_what_this_is(language: str):
    raw = notice(_outgoing(language)).message().as_bytes()
    email = message_from_bytes(raw)
    body = email.get_payload(decode=True)
    assert isinstance(body, bytes)
    seen = [f"{name}: {_plain(value)}" for name, value in email.items() if name != "Date"]
    assert {line: found for line in [*seen, body.decode()] if (found := telling_words(line))} == {}
    assert {name for name, _ in email.items()} == {
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date"),
        *("Message-ID", "Auto-Submitted"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_its_own(language: str):
    others = [outside(code) for code in LANGUAGES if code != language]
    assert outside(language) not in others


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A message from the Incest Centre", ["centre", "incest"]),
        ("Beskjed fra krisesenteret i Korsby", ["krise", "senter"]),
        ("Rusomsorgen ringer", ["rusomsorg"]),
        ("om rus og avhengighet", ["avheng", "rus"]),
        ("Din frivillige besøgsven", ["frivillig"]),
        ("Socialtjänsten söker dig", ["social", "socialtjänst", "tjänst"]),
        ("There is a message for you", []),
    ],
)
def test_telling_words_are_found(text: str, found: list[str]):
    assert telling_words(text) == found


def test_without_the_list_a_telling_text_would_pass(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rules.telling, "TELLING", ())
    assert telling_words("The Incest Centre") == []


@pytest.mark.parametrize(
    ("address", "is_refused"), [("post@example.org", False), ("post@korsby-krisesenter.no", True)]
)
def test_a_sender_that_tells_stops_the_start(settings, address: str, is_refused: bool):
    settings.DEFAULT_FROM_EMAIL = address
    assert bool(sender_tells_nothing()) is is_refused
    settings.EMAILS_GO_OUT = False
    assert sender_tells_nothing() == []


@pytest.mark.parametrize(
    "address",
    [
        "kari@example.org\nBcc: all@example.org",
        "kari@example.org\r\nSubject: other",
        "kari@example.org\r\n\r\nother text",
    ],
)
def test_no_address_adds_a_header(address: str):
    """Such an address cannot be stored; were it there all the same, nothing goes out."""
    assert post(_outgoing(address=address)) is rules.Outcome.NEVER
    assert mail.outbox == []


def test_without_a_mail_server_nothing_is_tried(settings):
    settings.EMAILS_GO_OUT = False
    assert post(_outgoing()) is rules.Outcome.NEVER


def test_an_e_mail_goes_to_one_person_only():
    assert post(_outgoing()) is rules.Outcome.WENT
    [email] = mail.outbox
    assert (email.to, email.cc, email.bcc) == (["kari@example.org"], [], [])
