"""Every change of messages."""

from .channels import choose_reach as choose_reach
from .channels import confirm_reach as confirm_reach
from .channels import note_still_right as note_still_right
from .channels import record_reach as record_reach
from .complaints import answer_complaint as answer_complaint
from .complaints import complain as complain
from .complaints import forget_reader as forget_reader
from .complaints import name_reader as name_reader
from .complaints import send_again as send_again
from .letters import answer as answer
from .letters import settle as settle
from .letters import take_back as take_back
from .letters import write as write
from .outbox import Outgoing as Outgoing
from .outbox import doubt_old as doubt_old
from .outbox import note_outcome as note_outcome
from .outbox import take_next as take_next
from .reaching import open_mine as open_mine
from .reaching import tell as tell
from .sending import send as send
from .sending import withdraw as withdraw
