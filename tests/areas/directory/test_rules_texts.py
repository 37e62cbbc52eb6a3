"""Every code of the directory has its words."""

from enum import StrEnum

import pytest

from stegvis.areas.directory import texts
from stegvis.areas.directory.rules import (
    Aim,
    Category,
    DocumentationMode,
    JoiningRule,
    Part,
    ParticipationKind,
    Refusal,
    ServiceKind,
    State,
    Step,
)


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (Aim, texts.AIMS),
        (Category, texts.CATEGORIES),
        (DocumentationMode, texts.DOCUMENTATION_MODES),
        (DocumentationMode, texts.DOCUMENTATION_MEANS),
        (JoiningRule, texts.JOINING_RULES),
        (Part, texts.PARTS),
        (ParticipationKind, texts.PARTICIPATION_KINDS),
        (Refusal, texts.REFUSALS),
        (ServiceKind, texts.SERVICE_KINDS),
        (State, texts.STATES),
        (Step, texts.STEPS),
    ],
)
def test_no_code_is_without_words(codes: type[StrEnum], words: dict[StrEnum, object]):
    assert {code for code in codes if str(words.get(code, "")).strip()} == set(codes)
    assert set(words) == set(codes)
