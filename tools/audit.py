"""Known weaknesses in everything that is locked: `python -m tools.audit`, or `make audit`.

Asks the registries' own advisories by pip-audit and npm audit. Ends with 1 when one is known, and also when a package
could not be looked up: an audit that saw nothing must not look like one that found nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PIP_AUDIT = (
    *(sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"),
    *("--progress-spinner=off", "--format=json"),
)
LOCKED = tuple(f"requirements/{part}.txt" for part in ("base", "test", "node"))


def wrong_in_python(answer: str, expected: int) -> list[str]:
    """What is wrong with the answer of pip-audit about so many packages, in sentences. Empty: all seen, none known."""
    try:
        seen = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return ["gave no answer"]
    wrong = [
        f"{one['name']} could not be looked up: {one['skip_reason']}" for one in seen if "skip_reason" in one
    ]
    wrong += [
        f"{one['name']} {one['version']}: {weakness['id']}, mended in {weakness['fix_versions'] or 'nothing yet'}"
        for one in seen
        for weakness in one.get("vulns", ())
    ]
    if len(seen) < expected or not expected:
        wrong.append(f"{len(seen)} of {expected} packages were looked at")
    return wrong


def wrong_in_node(answer: str) -> list[str]:
    """The same for npm audit, which counts the packages it looked at itself."""
    try:
        report: dict[str, Any] = json.loads(answer)
        looked_at = report["metadata"]["dependencies"]["total"]
        known = report["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return ["gave no answer: " + " ".join(answer.split())[:200]]
    if not looked_at:
        return ["looked at nothing"]
    return [f"{name}: {weakness['severity']}" for name, weakness in known.items()]


def packages(locked: str) -> int:
    """How many packages a locked file names."""
    return sum("==" in line and not line.startswith((" ", "#")) for line in locked.splitlines())


def main() -> int:
    found = {}
    for path in LOCKED:
        ask = [*PIP_AUDIT, "-r", path]
        found[path] = wrong_in_python(_asked(ask), packages((ROOT / path).read_text()))
    found["package-lock.json"] = wrong_in_node(_asked(["npm", "audit", "--json"]))
    for path, wrong in found.items():
        print(f"{path}: {'nothing known' if not wrong else ''}")
        for sentence in wrong:
            print(f"  {sentence}")
    return 1 if any(found.values()) else 0


def _asked(command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.stdout or done.stderr


if __name__ == "__main__":
    sys.exit(main())
