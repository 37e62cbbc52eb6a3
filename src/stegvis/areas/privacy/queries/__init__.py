"""Reads; the actor comes first."""

from .looks import Looked as Looked
from .looks import LooksOfDay as LooksOfDay
from .looks import my_looks as my_looks
