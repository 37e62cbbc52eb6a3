"""An audit that saw nothing does not pass for one that found nothing (`make audit`)."""

import json

import pytest

from tools.audit import LOCKED, ROOT, packages, wrong_in_node, wrong_in_python

SEEN = {"name": "django", "version": "5.2.19", "vulns": []}
WEAK = {"name": "django", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
SKIPPED = {"name": "django", "skip_reason": "not found"}


def _python(*dependencies: object) -> str:
    return json.dumps({"dependencies": dependencies})


def _node(total: int, **known: object) -> str:
    return json.dumps({"vulnerabilities": known, "metadata": {"dependencies": {"total": total}}})


def test_all_looked_at_and_nothing_known_is_the_one_good_answer():
    assert wrong_in_python(_python(SEEN), 1) == []
    assert wrong_in_node(_node(12)) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("", 1), ("{}", 1), ("no network", 1), (_python(), 1), (_python(), 0), (_python(SEEN), 2),
     (_python(SKIPPED), 1), (_python(WEAK), 1)],
)  # fmt: skip
def test_anything_else_fails(answer: str, expected: int):
    assert wrong_in_python(answer, expected)


@pytest.mark.parametrize(
    "answer",
    ["", '{"error": {"code": "ENOTFOUND"}}', "[]", _node(0), _node(12, esbuild={"severity": "high"})],
)
def test_anything_else_of_npm_fails(answer: str):
    assert wrong_in_node(answer)


def test_every_locked_package_is_counted():
    for path in LOCKED:
        assert packages((ROOT / path).read_text()) > 0
