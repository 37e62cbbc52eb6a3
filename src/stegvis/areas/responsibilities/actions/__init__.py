"""Every change of tasks: deciding, wishing, agreeing, saying how it is, giving it back."""

from .agreeing import agree_on as agree_on
from .agreeing import note_wish as note_wish
from .agreeing import sign_on_paper as sign_on_paper
from .deciding import decide_tasks as decide_tasks
from .ending import end as end
from .ending import hand_back as hand_back
from .ending import see_back as see_back
from .handing import pass_guiding_on as pass_guiding_on
from .own import say_how_it_is as say_how_it_is
from .own import say_yes as say_yes
from .own import wish as wish
from .terms import Terms as Terms
