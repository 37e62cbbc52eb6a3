"""Pages of messages."""

from .calls import calls as calls
from .calls import reach as reach
from .complaining import how_to_complain as how_to_complain
from .complaining import my_complaints as my_complaints
from .complaints import complaint as complaint
from .complaints import complaints as complaints
from .complaints import name_reader as name_reader
from .desk import thread as thread
from .desk import written as written
from .own import mine as mine
from .own import my_reach as my_reach
