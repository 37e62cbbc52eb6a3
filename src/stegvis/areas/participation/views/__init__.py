"""Pages of user participation."""

from .desk import for_person as for_person
from .desk import group as group
from .desk import groups as groups
from .desk import overview as overview
from .drafts import draft as draft
from .drafts import drafts as drafts
from .drafts import paper as paper
from .own import mine as mine
from .own import my_group as my_group
from .reading import reading as reading
from .reading import to_read as to_read
from .telling import note as note
from .telling import willing as willing
