"""Words that tell what a service is: none of them leaves the house, in any of our languages (X-02)."""

from __future__ import annotations

TELLING = (
    # What happened to somebody
    """abuse assault incest rape violen trauma victim survivor overgrep misbruk misbrug missbruk voldt vold voll våld
    krenk krænk kränk utsatt udsat utsatt blodskam seksu sexu offer""",
    # What is done about it
    """recover addict drug alcohol psych mental suicid diagnos therap treatment rehab patient client clinic disab sober
    rus rusomsorg rusmid stoff alkohol avheng beroende afhæng psyk selvmord självmord terapi behandl tilfrisk återhämt
    bedring klient klinikk klinik edru ædru nykter""",
    # What kind of place it is
    """centre center crisis shelter counsel support help advis social welfare volunteer municipal service association
    group meeting appointment offering senter krise kris hjelp hjælp hjälp støtte stöd veiled vejled vägled rådgiv
    frivillig kommune kommun sosial velferd velfærd välfärd nav tjeneste tjänst forening förening gruppe grupp møte
    møde möte time tilbud stegvis barnevern socialtjänst""",
)
"""Beginnings of words. Wide on purpose: an innocent word that falls with them can be replaced by another."""

WHOLE_WORDS = frozenset({"nav", "rus", "time", "kris", "offer", "voll", "stoff"})
"""Too short to be looked for inside other words."""


def telling_words(text: str) -> list[str]:
    """Every telling word in this text, each once, by alphabet; best none. Upper and lower case are the same."""
    low = text.casefold()
    whole = set("".join(letter if letter.isalpha() else " " for letter in low).split())
    words = {word for some in TELLING for word in some.split()}
    return sorted(word for word in words if word in (whole if word in WHOLE_WORDS else low))
