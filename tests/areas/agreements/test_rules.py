"""What a group needs to have talked about, and what nobody decides for it, as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.areas.agreements.rules import (
    LEFT_TO_GROUP,
    NEEDED,
    OTHER_THINGS,
    BaseRule,
    Meeting,
    Part,
    Refusal,
    Rule,
    TakenAway,
    changes,
    leaves_out_what_happened,
    own_rules,
    parts_left,
    taken_away,
    to_begin_with,
    why_no_talk,
    why_not_agreed,
    why_not_base,
    written_anew,
)
from stegvis.areas.agreements.texts import HELP, PARTS, QUESTIONS, REFUSALS, rules_to_begin_with

TALK, TREAT = Rule(Part.TALK, "Listen.", "talk.listen"), Rule(Part.TREAT, "Be kind.", "treat.kind")
SUBJECT = Rule(Part.SUBJECT, "Other things.", OTHER_THINGS)
RULES = st.lists(st.builds(Rule, st.sampled_from(Part), st.sampled_from(["a", "b"]), st.just("")))


@pytest.mark.requirement("S1-03")
@pytest.mark.parametrize(
    ("spoken_of", "rules", "left"),
    [
        ([], [TALK, TREAT], NEEDED),  # the base rules stand there, but nobody has talked about them
        ([Part.TALK], [TALK, TREAT], (Part.TREAT,)),
        ([Part.TALK, Part.TREAT], [TALK], (Part.TREAT,)),  # talked about, and left empty
        ([Part.TALK, Part.TREAT], [TALK, TREAT], ()),
        (list(Part), [SUBJECT], NEEDED),
    ],
)
def test_both_parts_are_talked_about_and_neither_is_empty(
    spoken_of: list[Part], rules: list[Rule], left: tuple[Part, ...]
):
    assert parts_left(spoken_of, rules) == left


@pytest.mark.requirement("S1-22")
@pytest.mark.requirement("S1-23")
@pytest.mark.parametrize(
    ("meeting", "refusal"),
    [
        (Meeting(day_has_come=True, begun=True, called_off=False, people=1), None),
        (Meeting(day_has_come=True, begun=True, called_off=False, people=0), Refusal.NOBODY_THERE),
        (Meeting(day_has_come=True, begun=False, called_off=False, people=5), Refusal.NOT_BEGUN),
        (Meeting(day_has_come=False, begun=False, called_off=False, people=5), Refusal.DAY_TO_COME),
        (Meeting(day_has_come=True, begun=True, called_off=True, people=5), Refusal.CALLED_OFF),
    ],
)
def test_only_a_group_that_meets_agrees(meeting: Meeting, refusal: Refusal | None):
    assert why_not_agreed(meeting) == refusal
    can_prepare = refusal in {None, Refusal.NOBODY_THERE, Refusal.NOT_BEGUN}
    assert (why_no_talk(meeting) is None) == can_prepare


@pytest.mark.requirement("S1-18")
@pytest.mark.requirement("S1-22")
@given(RULES)
def test_a_round_begins_with_the_base_rules_and_no_open_point_decided(base: list[Rule]):
    begun = to_begin_with(base)
    assert begun == [rule for rule in base if rule.part in NEEDED]
    assert not {rule.part for rule in begun} & set(LEFT_TO_GROUP)


@pytest.mark.requirement("S1-18")
def test_a_base_rule_goes_with_a_reason_and_own_words_without():
    own = Rule(Part.TALK, "Tea first.")
    assert taken_away([TALK, own], [], {}) == Refusal.REASON_NEEDED
    assert taken_away([TALK, own], [], {"talk.listen": "  "}) == Refusal.REASON_NEEDED
    assert taken_away([TALK, own], [], {"talk.listen": "Ours is better."}) == [
        TakenAway(TALK, "Ours is better.")
    ]
    assert taken_away([TALK, own], [TALK], {}) == []
    assert taken_away([SUBJECT], [], {}) == [], "a position on an open point is the group's own to leave"


def test_lines_become_rules():
    typed = " - Tea first.\n\n•  Tea   first.\nLamps on. "
    assert [rule.words for rule in own_rules(Part.TREAT, typed)] == ["Tea first.", "Lamps on."]


@given(RULES, RULES)
def test_what_changed_leads_from_one_to_the_other(before: list[Rule], now: list[Rule]):
    found = changes(before, now)
    assert (set(before) - set(found.gone)) | set(found.added) == set(now)
    assert bool(found) == (set(before) != set(now))


@pytest.mark.requirement("S1-21")
def test_the_library_always_offers_the_rule_about_other_things():
    library = rules_to_begin_with()
    assert why_not_base([rule.as_rule("en") for rule in library]) is None
    without = [rule.as_rule("en") for rule in library if rule.key != OTHER_THINGS]
    assert why_not_base(without) == Refusal.RULE_STAYS
    assert leaves_out_what_happened([SUBJECT])
    assert not leaves_out_what_happened(without)
    no_talk = [rule.as_rule("en") for rule in library if rule.part is not Part.TALK]
    assert why_not_base(no_talk) == Refusal.PART_WITHOUT_RULES


def test_the_rules_to_begin_with_are_in_all_languages_and_differ():
    for rule in rules_to_begin_with():
        assert set(rule.words) == {"nb", "da", "sv", "en"}
        assert len(set(rule.words.values())) >= 3, rule.key
    assert {rule.part for rule in rules_to_begin_with()} == set(Part)


def test_new_words_leave_translations_behind_unless_they_mean_the_same():
    rule = BaseRule("talk.a", Part.TALK, {"nb": "Hør.", "en": "Listen."})

    def said(words: str, language: str = "nb", same: bool = False) -> list[BaseRule]:
        return written_anew([rule], {"talk.a": words}, [], language=language, main="nb", same_meaning=same)

    assert said("Hør etter.")[0].words == {"nb": "Hør etter."}
    assert said("Hør etter.", same=True)[0].words == {"nb": "Hør etter.", "en": "Listen."}
    assert said("Hør.")[0] == rule
    assert said("") == []
    assert said("Do listen.", "en")[0].words == {"nb": "Hør.", "en": "Do listen."}
    assert said("", "en")[0].words == {"nb": "Hør."}


@pytest.mark.parametrize("words", [PARTS, QUESTIONS, HELP])
def test_every_part_has_words(words: dict[Part, object]):
    assert set(words) == set(Part)


def test_every_refusal_has_words():
    assert set(REFUSALS) == set(Refusal)
