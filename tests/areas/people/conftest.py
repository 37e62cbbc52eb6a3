"""A clean count of wrong tries for every test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_guessed_yet() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
