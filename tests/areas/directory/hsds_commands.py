"""Running the two commands as a person does, and looking at what shows afterwards."""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db.models import F

from stegvis.areas.directory.models import Listing
from stegvis.config import cli
from tests.support import given


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def numbers(self) -> dict[str, int]:
        """The one object that `--json` prints."""
        numbers: dict[str, int] = json.loads(self.out)
        return numbers


def run(*words: str | Path) -> Outcome:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main([str(word) for word in words])
    return Outcome(code, out.getvalue(), err.getvalue())


def shown(organisation_id: UUID) -> list[Listing]:
    """The imported listings that are valid now, by name."""
    with given(organisation_id):
        return list(
            Listing.objects.filter(
                organisation_id=organisation_id,
                valid_from__lte=F("source__generation"),
                valid_to__gt=F("source__generation"),
            )
            .select_related("source", "original")
            .prefetch_related("texts", "times")
            .order_by("slug")
        )


def kept(organisation_id: UUID) -> Iterator[tuple[object, ...]]:
    """Every imported row with what decides about it: equal before and after means that nothing was touched."""
    with given(organisation_id):
        rows = Listing.objects.filter(organisation_id=organisation_id, source__isnull=False)
        yield from rows.order_by("pk").values_list(
            "pk", "valid_from", "valid_to", "fingerprint", "source__generation"
        )
