"""Everything that changes the directory: one function, one use case."""

from .about import add_guide as add_guide
from .about import remove_guide as remove_guide
from .about import write_about as write_about
from .describing import copy as copy
from .describing import describe as describe
from .following import when_state_changes as when_state_changes
from .handing import let_manager_answer as let_manager_answer
from .handing import pass_offerings_on as pass_offerings_on
from .services import add_service as add_service
from .showing import close as close
from .showing import pause as pause
from .showing import publish as publish
from .showing import set_review as set_review
from .showing import tell as tell
from .writing import save_step as save_step
from .writing import set_alternatives as set_alternatives
from .writing import set_times as set_times
from .writing import translate as translate
