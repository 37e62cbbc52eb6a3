"""Pages of user participation."""

from .desk import for_person as for_person
from .desk import group as group
from .desk import groups as groups
from .own import mine as mine
from .own import my_group as my_group
