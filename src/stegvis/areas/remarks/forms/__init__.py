"""The questions of this area."""

from .guideline import GuidelineForm as GuidelineForm
from .guideline import answers_of as answers_of
from .remarks import HandOnForm as HandOnForm
from .remarks import RemarkForm as RemarkForm
from .showing import RoomForm as RoomForm
from .showing import WrittenDownForm as WrittenDownForm
