"""Pages about remarks: the guideline, where it is seen, and something was said."""

from .guideline import change as change
from .guideline import guideline as guideline
from .prints import poster as poster
from .prints import steps as steps
from .prints import wall as wall
from .remarks import follow_up as follow_up
from .remarks import remark as remark
from .showing import round_sees as round_sees
