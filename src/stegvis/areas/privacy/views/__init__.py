"""Pages of this area."""

from .looks import looks as looks
from .mine import mine as mine
from .shared import note_share as note_share
from .shared import noted_share as noted_share
from .shared import shared as shared
from .shared import shared_one as shared_one
from .sharing import my_grant as my_grant
from .sharing import share as share
from .sharing import sharing as sharing
