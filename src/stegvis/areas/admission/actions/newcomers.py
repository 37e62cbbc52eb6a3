"""Between making a code and having read it: the session remembers that the slip is still to be shown."""

from django.contrib.sessions.backends.base import SessionBase

SHOW_SLIP = "admission.show_slip"


def show_slip_later(session: SessionBase) -> None:
    """A code was just made; its slip comes at the end of joining, when nothing else is asked any more."""
    session[SHOW_SLIP] = True


def slip_is_due(session: SessionBase) -> bool:
    """Whether the slip comes now. Says yes once."""
    return bool(session.pop(SHOW_SLIP, False))
