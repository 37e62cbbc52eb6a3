"""Pages of this area."""

from .looks import looks as looks
