"""docs/map.md: the areas in their order, what they do, who may, and the states things go through."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import ModuleType

from stegvis.kernel import rights

ROOT = Path(__file__).resolve().parents[2]
Following = Mapping[StrEnum, StrEnum] | frozenset[StrEnum]
AREAS = ROOT / "src" / "stegvis" / "areas"
ORDER = ("people", "privacy", "messages", "directory", "admission", "groups")
INTRODUCTION = """# Map of the house

Areas from the ground up: each may use those above it in this list, through their `api.py`. An action is a change,
a query a read; both take the actor first.
"""


def text() -> str:
    lines = [INTRODUCTION]
    for area in ORDER:
        lines += [f"## {area}", "", _sentence(_about(AREAS / area)), ""]
        lines += _functions(area, "actions", "action", "### Actions")
        lines += _functions(area, "queries", "query", "### Queries")
        lines += _rights(area)
        lines += _states(area)
    return "\n".join(lines)


def _about(area: Path) -> str | None:
    """What an area's tables hold, or what the area is for when it has none of its own."""
    tables = area / "models.py"
    return ast.get_docstring(_tree(tables if tables.exists() else area / "__init__.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def _sentence(docstring: str | None) -> str:
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def _functions(area: str, module: str, decorator: str, heading: str) -> list[str]:
    """One line for each decorated function of a module, or of a package of that name."""
    place = AREAS / area / module
    files = (
        sorted(place.glob("*.py"))
        if place.is_dir()
        else [p for p in [place.with_suffix(".py")] if p.exists()]
    )
    found = [
        f"| `{node.name}` | {_sentence(ast.get_docstring(node))} |"
        for path in files
        for node in _tree(path).body
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(name, ast.Name) and name.id == decorator for name in node.decorator_list)
    ]
    return [heading, "", f"| {decorator} | what it does |", "|---|---|", *sorted(found), ""] if found else []


def _rights(area: str) -> list[str]:
    rows = [
        f"| `{right}` | {', '.join(sorted(role.value for role in holders)) or 'nobody'} |"
        for right, holders in rights.holders().items()
        if right.startswith(f"{area}.")
    ]
    return ["### Rights", "", "| right | roles |", "|---|---|", *rows, ""] if rows else []


def _states(area: str) -> list[str]:
    """A diagram for each table of transitions that the rules declare."""
    lines: list[str] = []
    for name, table in sorted(_transitions(area)):
        drawn = [f"    {line}" for state, following in table.items() for line in _arrows(state, following)]
        lines += [f"### {name}", "", "```mermaid", "stateDiagram-v2", *drawn, "```", ""]
    return lines


def _arrows(state: StrEnum, following: Following) -> list[str]:
    """`{move: state after it}` or the states that may follow."""
    if isinstance(following, Mapping):
        return sorted(f"{state} --> {after}: {move}" for move, after in following.items())
    return sorted(f"{state} --> {after}" for after in following)


def _transitions(area: str) -> Iterator[tuple[str, Mapping[StrEnum, Following]]]:
    found = {}
    for module in _rules(area):
        for name, table in vars(module).items():
            if name.endswith("TRANSITIONS") and isinstance(table, Mapping):
                found[type(next(iter(table))).__name__] = table
    yield from found.items()


def _rules(area: str) -> Iterator[ModuleType]:
    rules = importlib.import_module(f"stegvis.areas.{area}.rules")
    if not hasattr(rules, "__path__"):
        yield rules
    for part in pkgutil.iter_modules(getattr(rules, "__path__", [])):
        yield importlib.import_module(f"{rules.__name__}.{part.name}")
