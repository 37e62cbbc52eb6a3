"""Doing things at the same moment: in threads, each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections


def in_thread(work: Callable[..., Any], *arguments: Any) -> Any:
    """Run in a thread of its own, with a connection of its own that is closed afterwards."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(and_close, work, *arguments).result()


def and_close(work: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return work(*arguments)
    finally:
        connections.close_all()
