"""What the demo and higher areas may use."""

from .actions import Terms as Terms
from .actions import agree_on as agree_on
from .actions import decide_tasks as decide_tasks
from .actions import hand_back as hand_back
from .actions import say_how_it_is as say_how_it_is
from .actions import say_yes as say_yes
from .actions import wish as wish
from .queries import MyTasks as MyTasks
from .queries import TasksInShort as TasksInShort
from .queries import my_tasks as my_tasks
from .queries import on_my_page as on_my_page
from .rules import Purpose as Purpose
from .rules import Said as Said
from .rules import TaskKind as TaskKind

__all__ = [
    "MyTasks",
    "Purpose",
    "Said",
    "TaskKind",
    "TasksInShort",
    "Terms",
    "agree_on",
    "decide_tasks",
    "hand_back",
    "my_tasks",
    "on_my_page",
    "say_how_it_is",
    "say_yes",
    "wish",
]
