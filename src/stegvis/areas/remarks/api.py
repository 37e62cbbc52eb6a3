"""What the faces and the demo may use."""

from .actions import hang_up as hang_up
from .actions import note_remark as note_remark
from .actions import write_down as write_down
from .actions import write_guideline as write_guideline
from .queries import to_begin_with as to_begin_with
from .rules import Written as Written

__all__ = ["Written", "hang_up", "note_remark", "to_begin_with", "write_down", "write_guideline"]
