"""Words for every code of messages, and the few that leave the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

from stegvis.areas.people import api as people
from stegvis.ui import dates

from .rules import AnswerBy, Kind, Refusal, Way, Why, Words

ANSWER = "messages.answer"
"""The kind of message that says: there is an answer in your thread."""

COMPLAINT_RECEIVED, COMPLAINT_ANSWERED = "messages.complaint_received", "messages.complaint_answered"
"""Receipt and answer of a complaint: hers alone, so that no adviser learns of it."""

WAYS: dict[Way, Promise] = {
    Way.HERE: _("Only here, when I log in"),
    Way.EMAIL: _("By e-mail"),
    Way.CALL: _("Call me"),
    Way.NEVER: _("Never. I come to you"),
}

WHYS: dict[Why, Promise] = {
    Why.CHOSEN: _("Wants to be called"),
    Why.NO_LOGIN: _("Has no login"),
    Why.UNCERTAIN: _("It is not certain that the e-mail went out"),
    Why.NOT_SENT: _("The e-mail did not go out"),
}

ANSWERS_BY: dict[AnswerBy, Promise] = {
    AnswerBy.HERE: _("Here, on my page"),
    AnswerBy.CALL: _("Call me"),
}

REFUSALS: dict[Refusal, Promise] = {
    Refusal.NOTHING_WRITTEN: _("Write something first. A few words will do."),
    Refusal.SHE_HAS_NOT_WRITTEN: _(
        "You can answer once the participant has written. Until then, call or talk when you meet."
    ),
    Refusal.ADDRESS_NOT_VALID: _("Write one whole e-mail address, as in name@example.org."),
    Refusal.PHONE_NOT_VALID: _("Write a number we can call, with at least five digits."),
    Refusal.OTHERS_MAY_NOT_SEE: _(
        "An e-mail only goes out when it does no harm if others see it. Choose “Only here”, or let us call."
    ),
    Refusal.EMAIL_NEEDS_LOGIN: _(
        "The e-mail only says that there is a message. It takes a login to read it. Choose a call."
    ),
    Refusal.HOURS_ARE_NONE: _(
        "We never call or send at that time. Choose an end after the start, or leave both open."
    ),
    Refusal.CODE_WORD_NOT_VALID: _("Write one short line, at most 40 letters."),
    Refusal.NO_NAME: _("Write the name of the one who takes complaints."),
    Refusal.NO_WAY_WITHOUT_LOGIN: _(
        "Give a phone number or an address for letters. Not everybody who wants to complain has a login."
    ),
    Refusal.IN_THE_LINE: _(
        "Choose somebody else. Complaints are often about an adviser, so no adviser reads them."
    ),
    Refusal.ABOUT_THE_READER: _(
        "Nothing is sent, since the one you complain about would read it. Below you find others who help."
    ),
    Refusal.NOBODY_READS: _("Nobody reads complaints on screen here just now. Call or write a letter."),
}

LOOKS: dict[str, Promise] = {
    "messages.calls": _("Opened the list of whom to call, where your name stands"),
    "messages.written_to_us": _("Opened the list of who has written to us, where your name stands"),
    "messages.thread": _("Read your messages, to answer you"),
    "messages.reach": _("Looked at how you want to be reached"),
    "messages.complaint": _("Read your complaint"),
}

CLOSED: tuple[Promise, Promise] = (
    _("What we write to each other"),
    _(
        "Nobody here can read what you write, or answer it. You still hear from us. If you want to be called, we can "
        "still call you."
    ),
)
"""The part that she can close to all who work here, and what closing it costs her."""

NO_LONGER = _("This message no longer applies")
"""For one that was taken back after an e-mail had gone, and for a kind that nobody knows any more."""

CALLS = _("To call")
HERSELF = _("You")
MESSAGES = _("Messages")
COMPLAINTS = _("Complaints")


def reader_language() -> str:
    """The language of whoever reads the page, one of our four."""
    return dates.known(get_language() or "en")


@dataclass(frozen=True, slots=True)
class Outside:
    """All that an e-mail says: from whom it seems to come, its subject and its text."""

    sender: str
    subject: str
    text: str


def outside(language: str) -> Outside:
    """The words of every e-mail, always the same: nothing in them tells what Stegvis is or what it is about (X-02)."""
    with override(language):
        lines = (
            gettext("Hi!"),
            gettext("There is a message for you. You know where to find it."),
            gettext("You cannot answer this e-mail. If it was not meant for you, just delete it."),
        )
        return Outside(gettext("Message"), gettext("There is a message for you"), "\n\n".join(lines) + "\n")


def _answer(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(gettext("You have an answer"), "")


def _answer_spoken(arguments: Mapping[str, str], language: str) -> str:
    with override(language):
        return gettext("“We have answered what you wrote. Shall I read it to you?”")


def _received(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            gettext("Your complaint has come through"),
            gettext("You find it under Complain, and the answer when it comes."),
            reverse("messages:my_complaints"),
            gettext("See it"),
        )


def _answered(arguments: Mapping[str, str], language: str) -> Words:
    with override(language):
        return Words(
            gettext("Your complaint has an answer"), "", reverse("messages:my_complaints"), gettext("See it")
        )


def _nothing_spoken(arguments: Mapping[str, str], language: str) -> str:
    return ""


KINDS = (
    Kind(ANSWER, words=_answer, spoken=_answer_spoken),
    Kind(COMPLAINT_RECEIVED, words=_received, spoken=_nothing_spoken, hers_alone=True),
    Kind(COMPLAINT_ANSWERED, words=_answered, spoken=_nothing_spoken, hers_alone=True),
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody outside the house who takes complaints. `name` and `site` as they are called in their country."""

    name: str
    site: str
    takes: Promise


SUPERVISION = _("Looks into help that is not as the law wants it.")
AUTHORITIES = _("Looks into what authorities decide and how they act.")
DATA = _("Looks into how what is written about you is used.")

ELSEWHERE: dict[people.Country, tuple[Elsewhere, ...]] = {
    people.Country.NORWAY: (
        Elsewhere("Statsforvalteren", "statsforvalteren.no", SUPERVISION),
        Elsewhere(
            "Pasient- og brukerombudet",
            "helsenorge.no",
            _("Helps you to complain about help you were given."),
        ),
        Elsewhere("Sivilombudet", "sivilombudet.no", AUTHORITIES),
        Elsewhere("Datatilsynet", "datatilsynet.no", DATA),
    ),
    people.Country.DENMARK: (
        Elsewhere("Socialtilsynet", "socialtilsyn.dk", SUPERVISION),
        Elsewhere("Ankestyrelsen", "ast.dk", _("Takes complaints about what a municipality has decided.")),
        Elsewhere(
            "Folketingets Ombudsmand",
            "ombudsmanden.dk",
            AUTHORITIES,
        ),
        Elsewhere("Datatilsynet", "datatilsynet.dk", DATA),
    ),
    people.Country.SWEDEN: (
        Elsewhere(
            "Inspektionen för vård och omsorg (IVO)",
            "ivo.se",
            SUPERVISION,
        ),
        Elsewhere("Justitieombudsmannen (JO)", "jo.se", AUTHORITIES),
        Elsewhere(
            "Integritetsskyddsmyndigheten (IMY)",
            "imy.se",
            DATA,
        ),
    ),
}
"""Ombudsmen and supervision. Phone numbers and places differ by county and change: their own pages have them."""


SHARED = _("How to reach me")
"""What a participant can share with one person (X-04)."""

SHARED_PARTS: dict[str, Promise] = {
    "way": _("Like this"),
    "phone": _("Phone number"),
    "address": _("E-mail address"),
}
