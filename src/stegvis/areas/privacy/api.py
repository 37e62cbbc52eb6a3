"""What other areas and the faces may use."""

from .queries import Looked as Looked
from .queries import LooksOfDay as LooksOfDay
from .queries import my_looks as my_looks
from .texts import declare_reasons as declare_reasons

__all__ = ["Looked", "LooksOfDay", "declare_reasons", "my_looks"]
