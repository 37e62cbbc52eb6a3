"""Reads of what belongs to somebody: the actor comes first, and what comes out is ready-made."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.db.models import QuerySet

from .actor import Actor
from .database import as_actor

P = ParamSpec("P")
R = TypeVar("R")


def query(read: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
    """Run a read with the database showing the actor's organisation only.

    Raises TypeError for a lazy answer: it would be read later, when the database shows nothing any more.
    """

    @wraps(read)
    def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with as_actor(actor):
            answer = read(actor, *args, **kwargs)
        if isinstance(answer, QuerySet):
            raise TypeError(f"{read.__qualname__} must answer with rows, not with a question")
        return answer

    return run
