"""The decisions of outings, in plain Python. The rest of the area imports them from here."""

from .codes import Refusal as Refusal
from .frame import BREAKS as BREAKS
from .frame import MINUTES as MINUTES
from .frame import NOTHING_SAID as NOTHING_SAID
from .frame import Frame as Frame
from .frame import Needs as Needs
from .frame import Pace as Pace
from .frame import Part as Part
from .frame import Terrain as Terrain
from .frame import frame_of as frame_of
from .frame import gentlest as gentlest
from .frame import parts_of as parts_of
from .frame import strains as strains
from .safety import Missing as Missing
from .safety import Safety as Safety
from .safety import emergency_number as emergency_number
from .safety import missing_of as missing_of
from .settling import last_settling as last_settling
from .words import as_words as as_words
from .words import from_words as from_words
