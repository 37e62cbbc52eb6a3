"""Questions that participants are asked here."""

from .sharing import ExtendForm as ExtendForm
from .sharing import ShareForm as ShareForm
from .sharing import TakenBackForm as TakenBackForm
from .sharing import say_no as say_no
