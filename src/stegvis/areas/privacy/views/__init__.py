"""Pages of this area."""

from .looks import looks as looks
from .mine import mine as mine
