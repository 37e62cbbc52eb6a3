"""Every address of the house, read from the URL resolver, so that none can be forgotten."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Address:
    """One named address. `keys`: the parts of its path that vary, with their converters' names."""

    name: str
    route: str
    view: Callable[..., HttpResponse]
    keys: tuple[tuple[str, str], ...]


def addresses() -> list[Address]:
    return sorted(_within(get_resolver(), "", ""), key=lambda address: address.name)


def _within(resolver: URLResolver, space: str, route: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _within(entry, f"{space}{entry.namespace}:" if entry.namespace else space, here)
        elif isinstance(entry, URLPattern):
            yield Address(f"{space}{entry.name}", here, entry.callback, tuple(_keys(entry)))


def _keys(entry: URLPattern) -> Iterator[tuple[str, str]]:
    for name, converter in entry.pattern.converters.items():
        yield name, re.sub("Converter$", "", type(converter).__name__).lower()


def without_access(found: list[Address], access_of: Callable[[Any], str | None]) -> list[str]:
    """Addresses whose view does not say who may open it."""
    return [address.name for address in found if access_of(address.view) is None]
