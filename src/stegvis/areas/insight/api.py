"""What the demo and the faces may use."""

from .actions import review as review
from .rules import Decision as Decision
from .rules import Outcome as Outcome
from .rules import Why as Why

__all__ = ["Decision", "Outcome", "Why", "review"]
