"""Promise for why somebody looked. Each area gives those for its own codes; the area below this one has them here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stegvis.kernel.menus import Face, MenuItem, Under

from .rules.doors import DoorRefusal, QuestionRefusal
from .rules.grounds import GroundRefusal, KeptFor, LegalGround
from .rules.leaving import LeavingRefusal
from .rules.sharing import ShareFor, ShareRefusal, ShareState


@dataclass(frozen=True, slots=True)
class Section:
    """A part of what is kept about her that she can close: what it is called, and what closing costs her."""

    name: Promise
    cost: Promise


OF_PEOPLE: dict[str, Promise] = {
    "people.let_in_again": _("Looked at who can be let in again, to help with a lost code"),
}

OF_LEAVING: dict[str, Promise] = {
    "privacy.copy_printed": _("Opened your own copy, to print it for you"),
    "privacy.leaving": _("Wrote down with you that you want to be deleted"),
}

OF_LOOKS: dict[str, Promise] = {
    "privacy.questions": _("Read what you asked about a look, to answer it"),
    "privacy.closing": _("Wrote down with you what you want closed"),
}

DOOR_REFUSALS: dict[DoorRefusal, Promise] = {
    DoorRefusal.NOTHING_CHOSEN: _("Choose first what is to be closed."),
}

QUESTION_REFUSALS: dict[QuestionRefusal, Promise] = {
    QuestionRefusal.NOTHING_WRITTEN: _("Write something first. A few words will do."),
    QuestionRefusal.ALREADY_ANSWERED: _("Somebody else has answered this meanwhile. Nothing was changed."),
}

LEAVING_REFUSALS: dict[LeavingRefusal, Promise] = {
    LeavingRefusal.HERS_TO_CONFIRM: _(
        "The participant has a login, and says yes to this there. It waits on the page “Delete me”."
    ),
    LeavingRefusal.NOT_NOTED: _("Write down first that the participant wants it, and print it to be signed."),
    LeavingRefusal.NOT_TICKED: _("Tick the box first, so that nothing goes by mistake."),
}

KEPT_FOR: dict[KeptFor, Promise] = {
    KeptFor.KNOWING: _("Your name here, your login and what you have decided"),
    KeptFor.CONTACT: _("How we reach you, and what we write to each other"),
    KeptFor.TALKS: _("Your talk with an adviser"),
    KeptFor.COMING: _("Your groups, your places and when you came"),
    KeptFor.LOG: _("Who looked at what is yours, and who changed it"),
    KeptFor.WORKING: _("Who works here"),
}

KEPT_FOR_TOLD: dict[KeptFor, Promise] = {
    KeptFor.KNOWING: _("Their name here, their login and what they have decided"),
    KeptFor.CONTACT: _("How they are reached, and what is written to and fro"),
    KeptFor.TALKS: _("Their talk with an adviser"),
    KeptFor.COMING: _("Their groups, their places and when they came"),
    KeptFor.LOG: _("Who looked at what is theirs, and who changed it"),
    KeptFor.WORKING: _("Who works here"),
}
"""The same, as the manager reads it."""

GROUNDS: dict[LegalGround, Promise] = {
    LegalGround.SERVICE: _("We need it to give you what you have asked us for."),
    LegalGround.LAW: _("A law tells us to keep it."),
    LegalGround.CONSENT: _("You have said yes to it."),
    LegalGround.EMPLOYMENT: _("We need it to run the place."),
}
"""What something rests on, as the person reads it."""

GROUNDS_TOLD: dict[LegalGround, Promise] = {
    LegalGround.SERVICE: _("The service: needed for what the person has asked for"),
    LegalGround.LAW: _("The law: a law says that you do this and keep it"),
    LegalGround.CONSENT: _("Consent: the person's own free yes, which can be taken back"),
    LegalGround.EMPLOYMENT: _("The work: needed to run the place"),
}
"""The same, as the manager chooses it."""

WHEN_TAKEN_BACK: dict[LegalGround, Promise] = {
    LegalGround.SERVICE: _("It goes when you leave us. Then we cannot give you that any more."),
    LegalGround.LAW: _("It does not go when you take back a yes. The law decides how long it stays."),
    LegalGround.CONSENT: _("Take your yes back, and it goes."),
    LegalGround.EMPLOYMENT: _("It goes when the work here ends."),
}

GROUND_REFUSALS: dict[GroundRefusal, Promise] = {
    GroundRefusal.NOT_A_GROUND_FOR_THIS: _("That cannot carry this purpose. Choose another one."),
    GroundRefusal.CONSENT_OF_AN_AUTHORITY: _(
        "You are an authority, and chose consent. Choose another ground, or tick that a lawyer has looked at it."
    ),
}

ALWAYS_STAYS: tuple[tuple[Promise, Promise], ...] = (
    (
        _("Who did what here, and who looked"),
        _(
            "Only with numbers, without your name and your words. It is there so that misuse can be found. "
            "It goes after five years."
        ),
    ),
    (_("How many came"), _("It was counted without names. Nobody can find you in it.")),
    (
        _("What has left the house"),
        _("An e-mail that was sent and a paper that was printed are out of our hands."),
    ),
    (
        _("Locked safety copies"),
        _("They are there in case a machine breaks, and are thrown away when there are newer ones."),
    ),
)
"""What stays when she leaves, and why."""

DONE_WITH: dict[str, Promise] = {
    "people": _("Your login and what we call you"),
    "privacy": _("What you decide about what is kept"),
    "messages": _("Your messages"),
    "admission": _("Your talk"),
    "groups": _("Your groups"),
    "participation": _("Your working groups"),
    "agreements": _("What your group agrees on"),
    "outings": _("Your outings"),
    "responsibilities": _("Your tasks"),
}
"""What the journal's codes are about, by the area that wrote them."""

KEPT_UNREADABLE = _("We only keep a trace of it that nobody can read back")

OF_SHARING: dict[str, Promise] = {
    "privacy.shared": _("Read what you share"),
    "privacy.shared_list": _("Looked at who shares something with them"),
    "privacy.noting": _("Wrote down with you what you want to share"),
}


IN_THEIR_WORK = _("Opened something about you in their work here")
"""For a code of which nobody knows the words any more: an old look is told all the same."""

_reasons: dict[str, Promise] = {}
_sections: dict[str, Section] = {}


def declare_sections(sections: Mapping[str, Section]) -> None:
    """Let participants close a part of what an area keeps, by the code its models name in `SECTION`. From `ready()`.

    Raises ValueError when a code has other words already.
    """
    for code, section in sections.items():
        if _sections.setdefault(code, section) != section:
            raise ValueError(f"{code} is declared twice")


def sections() -> Mapping[str, Section]:
    """Every part that can be closed, by its code, in the order in which the areas came."""
    return dict(_sections)


def declare_reasons(reasons: Mapping[str, Promise]) -> None:
    """Add an area's words for the codes it gives to `journal.seen(why=...)`. To be called from its `ready()`.

    The words go on from a name: what was opened, and what for. Raises ValueError when a code has others already.
    """
    for code, words in reasons.items():
        if _reasons.setdefault(code, words) is not words:
            raise ValueError(f"{code} is declared twice")


def reason(code: str) -> Promise:
    """Why somebody looked, in words a participant reads."""
    return _reasons.get(code, IN_THEIR_WORK)


def declared() -> frozenset[str]:
    """Every code that has words."""
    return frozenset(_reasons)


MENU = (
    MenuItem(
        Face.MINE,
        _("What I share"),
        "privacy:sharing",
        "privacy.share",
        20,
        _("Let one person see something of yours, and take it back."),
    ),
    MenuItem(Face.DESK, _("Shared with me"), "privacy:shared", "privacy.read_shared", 40, under=Under.PEOPLE),
    MenuItem(
        Face.MINE,
        _("Who has looked"),
        "privacy:looks",
        "privacy.see_own_looks",
        10,
        _("Who has opened something about you, when and why."),
    ),
    MenuItem(
        Face.MINE,
        _("Closed doors"),
        "privacy:doors",
        "privacy.decide_over_doors",
        30,
        _("Decide who here may not open what is about you."),
    ),
    MenuItem(
        Face.MINE,
        _("My copy"),
        "privacy:copy",
        "privacy.take_copy",
        60,
        _("All that is kept about you, to read or take with you."),
    ),
    MenuItem(
        Face.MINE,
        _("Delete me"),
        "privacy:leave_us",
        "privacy.leave",
        90,
        _("What goes, what stays and why. You need not say why you go."),
    ),
    MenuItem(
        Face.MINE,
        _("Why we keep what we keep"),
        "privacy:my_grounds",
        "privacy.see_own_grounds",
        50,
        _("The reasons that hold in law, one by one."),
    ),
    MenuItem(
        Face.DESK, _("Legal grounds"), "privacy:grounds", "privacy.choose_grounds", 94, under=Under.HOUSE
    ),
    MenuItem(
        Face.DESK,
        _("Questions about looks"),
        "privacy:questions",
        "privacy.answer_questions",
        85,
        under=Under.PEOPLE,
    ),
)
"""The lines of this area's pages."""


SHARED_FOR: dict[ShareFor, Promise] = {
    ShareFor.WELCOME: _("To meet me well"),
    ShareFor.HELP: _("To help me with something"),
    ShareFor.PLAN: _("To plan together with me"),
    ShareFor.NOT_AGAIN: _("So that I need not tell it again"),
}
"""What a share is for, as she says it."""

SHARE_STATES: dict[ShareState, Promise] = {
    ShareState.NOTED: _("Waits for your yes"),
    ShareState.RUNNING: _("Shared"),
    ShareState.RUN_OUT: _("The time is over"),
    ShareState.TAKEN_BACK: _("Taken back"),
}

HOW_LONG: dict[int, Promise] = {
    1: _("1 month"),
    3: _("3 months"),
    6: _("6 months"),
    12: _("12 months"),
}

NO_LONGER_KEPT = _("Something that is not kept here any more")

SHARE_REFUSALS: dict[ShareRefusal, Promise] = {
    ShareRefusal.NOTHING_CHOSEN: _("Choose at least one thing. What you do not choose stays with you."),
    ShareRefusal.SEEN_ALREADY: _(
        "%(name)s sees this already, to help you. Choose somebody else, or something else."
    ),
    ShareRefusal.SHARED_ALREADY: _(
        "You share this with %(name)s already. You can let that go on for longer."
    ),
    ShareRefusal.LONGER_THAN_A_YEAR: _("A year at most. After that you can choose anew."),
    ShareRefusal.DAY_HAS_PASSED: _("That day has passed. Choose one that is still to come."),
    ShareRefusal.HERS_ALONE: _(
        "The participant shares with %(name)s on My page, or not at all. It cannot be written down by others."
    ),
    ShareRefusal.NOT_TO_ONESELF: _("You would be the one who reads. A colleague writes this down."),
    ShareRefusal.IS_OVER: _("Its time is over. You can share it anew."),
}
"""`name` is the person with whom it was to be shared."""
