"""Pages of this area."""

from .copies import copy as copy
from .copies import copy_file as copy_file
from .copies import copy_for as copy_for
from .copies import copy_read as copy_read
from .doors import doors as doors
from .doors import note_doors as note_doors
from .grounds import grounds as grounds
from .grounds import my_reasons as my_reasons
from .leaving import leave_us as leave_us
from .leaving import leaving as leaving
from .leaving import left as left
from .looks import look as look
from .looks import looks as looks
from .mine import mine as mine
from .questions import question as question
from .questions import questions as questions
from .shared import note_share as note_share
from .shared import noted_share as noted_share
from .shared import shared as shared
from .shared import shared_one as shared_one
from .sharing import my_grant as my_grant
from .sharing import share as share
from .sharing import sharing as sharing
