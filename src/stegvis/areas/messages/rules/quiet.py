"""When an organisation lets people be. Pure: a time of its wall clock goes in."""

from datetime import time


def is_quiet(at: time, *, quiet_from: time, quiet_until: time) -> bool:
    """Whether this time lies in the quiet hours, which may pass midnight; the same time twice: there are none."""
    if quiet_from <= quiet_until:
        return quiet_from <= at < quiet_until
    return at >= quiet_from or at < quiet_until
