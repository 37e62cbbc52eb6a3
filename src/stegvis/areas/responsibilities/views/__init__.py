"""Pages of tasks."""

from .deciding import decide as decide
from .desk import desk as desk
from .desk import paper as paper
from .desk import task as task
from .noting import note as note
from .own import mine as mine
from .own import my_task as my_task
