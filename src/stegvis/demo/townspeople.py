"""Sixty invented people of Korsby: who is in which group, who waits, who has a code. Nobody here exists."""

PAINTERS = ("Anne", "Bjørn", "Cecilie", "Dag", "Elise", "Frank", "Grete", "Hans")

MEMBERS: dict[str, tuple[str, ...]] = {
    "torsdagslunsj": ("Anne", "Arne", "Astrid", "Dag", "Bente", "Birger", "Grete", "Bodil"),
    "strikkekafe": ("Eva", "Finn", "Gerd", "Gunnar", "Hanne", "Harald", "Heidi"),
    "sykafe": ("Helge", "Hilde", "Håkon", "Inger", "Ivar", "Jan"),
    "turgruppe": ("Kjell", "Knut", "Bente", "Lars", "Leif", "Liv", "Magne"),
    "yoga": ("Marit", "Mona", "Nils", "Nina", "Ola", "Olav", "Ragnhild", "Randi"),
    "syng-sammen": ("Rune", "Sigrid", "Eva", "Solveig", "Stein", "Svein", "Liv", "Terje", "Tone", "Torill"),
}
"""Who has a place in the round that runs now, in the order in which they came during the year."""

IN_LINE: dict[str, tuple[str, ...]] = {
    "sykafe": ("Johan", "Jorunn", "Karin"),
    "yoga": ("Reidar", "Rolf"),
}
"""Who waits where it is full, in order. In the sewing café somebody has just left, and the first is asked."""

LEFT_LATELY = {"sykafe": "Jan"}

MOVED_ON = ("Trond", "Turid", "Unni")
"""Came to the lunch last year and do other things now."""

WAITING_FOR_A_TALK = ("Vidar", "Wenche", "Yngve")
TALK_BEGUN = "Åse"

WITH_CODE = frozenset({"Astrid", "Hilde", "Jorunn", "Solveig", *WAITING_FOR_A_TALK})
"""Who can log in. The others have no phone with them, or would rather be told."""

NEW = frozenset({"Bodil", "Heidi", "Torill"})
"""New this week: what holds before the first time is still to be read."""


def everybody() -> tuple[str, ...]:
    """All sixty, each once."""
    groups = (PAINTERS, *MEMBERS.values(), *IN_LINE.values(), MOVED_ON, WAITING_FOR_A_TALK, (TALK_BEGUN,))
    return tuple(dict.fromkeys(name for group in groups for name in group))
