"""Nobody is scored, ranked or predicted: not by a column, a name in the code, or the order people stand in (X-16)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import models
from django.test.utils import isolate_apps

from stegvis.areas.people.models import Participant
from stegvis.kernel.models import OrganisationOwned
from tests.architecture.sources import ROOT
from tests.architecture.tables import our_models

pytestmark = pytest.mark.requirement("X-16")

SCORING = re.compile(
    r"(?:^|_)(?:scores?|scored|scoring|rank|ranks|ranked|ranking|risks?|rating|ratings|points(?!_to)|grade|grades|level|levels"
    r"|probability|likelihood|predict\w*|prognosis|streaks?|no_?shows?|compliance|motivation|severity|priority)(?:_|$)"
)
"""A word by itself in a name: "rank" in `rank_of`, not in `frank`."""

OF_SOMETHING_ELSE = {
    "directory": "Search puts offerings in order of how well their words fit; no person is looked at.",
    "ui": "Levels of headings.",
    "config/logs.py": "Levels of log lines.",
    "config/settings": "Levels of log lines.",
    "config/checks.py": "Levels of Django's own checks.",
}
"""Rooms where such a word speaks of something that is no person, each with what."""


def scored(candidates: list[type[models.Model]]) -> list[str]:
    """Columns that look like a measure of somebody."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in candidates
        for field in model._meta.get_fields()
        if SCORING.search(field.name.lower()) and model._meta.app_label != "directory"
    ]


def named(source: str) -> list[str]:
    """Names in code that speak of scoring."""
    return sorted({name for name in _names(ast.parse(source)) if SCORING.search(name.lower())})


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node.arg


def _room(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "stegvis").as_posix().removeprefix("areas/")


def test_no_column_is_a_measure_of_somebody():
    assert scored(our_models()) == []


def test_no_code_speaks_of_scores_ranks_or_risks():
    found = {
        _room(path): names
        for path in (ROOT / "src" / "stegvis").rglob("*.py")
        if "migrations" not in path.parts and not _room(path).startswith(tuple(OF_SOMETHING_ELSE))
        if (names := named(path.read_text()))
    }
    assert found == {}


def _orders(source: str) -> list[tuple[str, ...]]:
    return [
        tuple(str(word.value).lstrip("-") for word in node.args if isinstance(word, ast.Constant))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "order_by"
    ]


def test_people_stand_in_the_order_of_time_or_number_and_no_other():
    """No list of people is sorted by how much they come, answer, or do."""
    counted = re.compile(r"count|total|sum|times|came|attend", re.IGNORECASE)
    for path in (ROOT / "src" / "stegvis").rglob("*.py"):
        if "migrations" in path.parts or _room(path).startswith("directory"):
            continue
        for order in _orders(path.read_text()):
            assert not [word for word in order if counted.search(word.replace("came_on", ""))], (path, order)


@isolate_apps("stegvis.ui")
def test_a_score_is_noticed():
    class Impression(OrganisationOwned):
        of = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
        risk_level = models.IntegerField()

        class Meta:
            app_label = "ui"

    assert scored([Impression]) == ["ui.Impression.risk_level"]
    assert named("def rank_of(person): score = 1") == ["rank_of", "score"]
    assert named("frank = ranked_choice = 1") == ["ranked_choice"]
    assert _orders("people.order_by('-times_absent')") == [("times_absent",)]
