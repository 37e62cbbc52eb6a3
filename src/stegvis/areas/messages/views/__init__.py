"""Pages of messages."""

from .calls import calls as calls
from .calls import reach as reach
from .desk import thread as thread
from .desk import written as written
from .own import mine as mine
from .own import my_reach as my_reach
