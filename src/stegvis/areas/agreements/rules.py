"""What a group agrees on, when it has done so, and what the house's base rules may say. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What the talk about rules goes through, one at a time and in this order."""

    TALK = "talk"  # what can be talked about
    TREAT = "treat"  # how people treat each other
    SUBJECT = "subject"  # subject matter (S1-21)
    SOCIAL_MEDIA = "social_media"  # S1-22
    GREETING = "greeting"  # S1-23


NEEDED = (Part.TALK, Part.TREAT)
"""A rule talk covers at least these two (S1-03). The base rules speak of them, and every round begins so."""

LEFT_TO_GROUP = (Part.SUBJECT, Part.SOCIAL_MEDIA, Part.GREETING)
"""The group alone takes a position on these, or leaves them undecided (S1-22, S1-23). The house only suggests."""

OTHER_THINGS = "subject.other_things"
"""The rule that value lies in safe surroundings and in talking about other things than what happened (S1-21)."""

OWN = ""
"""What stands for the base rule in a rule that the group made itself."""

ENOUGH_TO_BE_ONE_OF = 3
"""So many hold a place before it is said that somebody of them wishes something: among fewer it would say who."""

MOST_RULES = 12
LONGEST = 300


class Refusal(StrEnum):
    PARTS_LEFT = "parts_left"
    REASON_NEEDED = "reason_needed"
    WHY_NEEDED = "why_needed"
    NOTHING_IS_DIFFERENT = "nothing_is_different"
    DAY_TO_COME = "day_to_come"
    NOT_BEGUN = "not_begun"
    CALLED_OFF = "called_off"
    NOBODY_THERE = "nobody_there"
    PART_WITHOUT_RULES = "part_without_rules"
    RULE_STAYS = "rule_stays"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `base`: the key of the base rule it is, `OWN` for the group's own words."""

    part: Part
    words: str
    base: str = OWN


@dataclass(frozen=True, slots=True)
class BaseRule:
    """One rule of the house's library: `key` is the same in every version, `words` by language."""

    key: str
    part: Part
    words: Mapping[str, str]

    def said_in(self, *languages: str) -> tuple[str, str]:
        """Its words in the first of these languages that has any, and that language."""
        found = next((one for one in (*languages, *sorted(self.words)) if self.words.get(one)), "")
        return self.words.get(found, ""), found

    def as_rule(self, *languages: str) -> Rule:
        return Rule(self.part, self.said_in(*languages)[0], self.key)


@dataclass(frozen=True, slots=True)
class TakenAway:
    """A rule that the group does not go on with, and why."""

    rule: Rule
    because: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting at which a group talks. `people`: how many have a place or were counted, never who."""

    day_has_come: bool
    begun: bool
    called_off: bool
    people: int


def to_begin_with(base: Iterable[Rule]) -> list[Rule]:
    """The rules of a new round: the base rules as they are today (S1-18). None of them decides an open point."""
    return [rule for rule in base if rule.part in NEEDED]


def suggestions(base: Iterable[Rule], part: Part) -> list[Rule]:
    """What the house suggests for an open point. The group takes one, writes its own, or leaves it."""
    return [rule for rule in base if rule.part is part and part in LEFT_TO_GROUP]


def why_no_talk(meeting: Meeting) -> Refusal | None:
    """Why the guided talk cannot be held at this meeting; None when it can."""
    if meeting.called_off:
        return Refusal.CALLED_OFF
    return None if meeting.day_has_come else Refusal.DAY_TO_COME


def why_not_agreed(meeting: Meeting) -> Refusal | None:
    """Why nothing can be agreed at this meeting: staff alone decide nothing for a group (S1-22). None when it can."""
    if refusal := why_no_talk(meeting):
        return refusal
    if not meeting.begun:
        return Refusal.NOT_BEGUN
    return None if meeting.people else Refusal.NOBODY_THERE


def parts_left(spoken_of: Collection[Part], rules: Collection[Rule]) -> tuple[Part, ...]:
    """What the group has not yet talked about, or has left empty: until then it has no agreement (S1-03)."""
    filled = {rule.part for rule in rules}
    return tuple(part for part in NEEDED if part not in spoken_of or part not in filled)


def leaves_out_what_happened(rules: Iterable[Rule]) -> bool:
    """Whether the group would rather talk about other things, so that no page of it asks what happened (S1-21)."""
    return any(rule.base == OTHER_THINGS for rule in rules)


def taken_away(
    before: Iterable[Rule], now: Collection[Rule], reasons: Mapping[str, str]
) -> list[TakenAway] | Refusal:
    """The base rules that the group does not go on with, each with its reason; a Refusal when one has none (S1-18).

    The group's own words can go without one. `reasons` by the key of the base rule.
    """
    kept = {rule.base for rule in now}
    gone = [rule for rule in before if rule.base != OWN and rule.part in NEEDED and rule.base not in kept]
    if any(not reasons.get(rule.base, "").strip() for rule in gone):
        return Refusal.REASON_NEEDED
    return [TakenAway(rule, reasons[rule.base].strip()) for rule in gone]


def own_rules(part: Part, typed: str) -> list[Rule]:
    """What the group wrote itself, a rule a line. Lines without words, and repeated ones, are none."""
    lines = (" ".join(line.split()).lstrip("-–•* ") for line in typed.splitlines())
    return [Rule(part, line) for line in dict.fromkeys(lines) if line]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from the version before."""

    added: tuple[Rule, ...]
    gone: tuple[Rule, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.gone)


def changes(before: Sequence[Rule], now: Sequence[Rule]) -> Changes:
    """What came and what went. The order in which rules stand says nothing."""
    return Changes(
        added=tuple(rule for rule in now if rule not in before),
        gone=tuple(rule for rule in before if rule not in now),
    )


def why_not_base(rules: Collection[Rule]) -> Refusal | None:
    """Why these cannot be the house's base rules; None when they can.

    Both needed parts have a rule, since every round begins with them, and the library offers the S1-21 rule.
    """
    if len(rules) > MOST_RULES * len(Part):
        return Refusal.TOO_MANY
    if not set(NEEDED) <= {rule.part for rule in rules}:
        return Refusal.PART_WITHOUT_RULES
    return None if leaves_out_what_happened(rules) else Refusal.RULE_STAYS


def written_anew(
    before: Iterable[BaseRule],
    said: Mapping[str, str],
    new: Iterable[BaseRule],
    *,
    language: str,
    main: str,
    same_meaning: bool,
) -> list[BaseRule]:
    """The library after somebody has written it in one language. `said`: the words by key; `new`: rules to add.

    In the house's `main` language no words take the rule away, and other words leave the other languages behind,
    unless they mean the same: a translation that says something else is worse than none.
    """
    rules = []
    for rule in before:
        words = said.get(rule.key, rule.words.get(language, ""))
        if language == main and not words:
            continue
        differs = language == main and words != rule.words.get(main, "") and not same_meaning
        others = {} if differs else {one: text for one, text in rule.words.items() if one != language}
        rules.append(BaseRule(rule.key, rule.part, {**others, **({language: words} if words else {})}))
    return [*rules, *new]
