"""Files of HSDS services, whole and broken."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest

ROOT = Path(__file__).resolve().parents[2]
NORDIC = ROOT / "tests" / "data" / "nordic_services.ndjson"
SHARED = Path(os.environ.get("STEGVIS_SHARED", ROOT.parent / "shared")) / "data"
_NAMES = UUID("5e671500-0000-4000-8000-000000000000")


def shared(path: str) -> Path:
    """A file of the folder of real input. Where the folder is missing the test is skipped, but never in CI."""
    if not SHARED.exists() and os.environ.get("CI") != "1":
        pytest.skip(f"{SHARED} is not here")
    return SHARED / path


def a_service(number: int = 1, **members: Any) -> dict[str, Any]:
    identity = str(uuid5(_NAMES, str(number)))
    return {"id": identity, "name": f"Service {number}", "status": "active", **members}


def some_services(count: int, **members: Any) -> list[dict[str, Any]]:
    return [a_service(number, **members) for number in range(1, count + 1)]


def nordic_services() -> list[dict[str, Any]]:
    return [json.loads(line) for line in NORDIC.read_text(encoding="utf-8").splitlines()]


def one_a_line(services: Iterable[Any]) -> bytes:
    return "".join(f"{json.dumps(service, ensure_ascii=False)}\n" for service in services).encode()
