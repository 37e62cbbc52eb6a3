"""The library that all our tags are registered in, and the check that keeps their arguments within the system."""

from collections.abc import Iterable

from django import template

register = template.Library()


def one_of(value: str, allowed: Iterable[str], what: str) -> str:
    """`value`, when the design system knows it; otherwise TemplateSyntaxError, which names what it knows."""
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{what} must be one of {', '.join(allowed)}, not {value!r}")
    return value
