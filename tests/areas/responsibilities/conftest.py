"""The lunch, Kari and those who go along with her."""

import pytest

from .scene import Scene


@pytest.fixture
def scene(db: None) -> Scene:
    return Scene()
