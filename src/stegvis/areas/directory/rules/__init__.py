"""The directory's decisions. Pure: no Django, no clock."""

from .codes import GATED as GATED
from .codes import Aim as Aim
from .codes import Category as Category
from .codes import DocumentationMode as DocumentationMode
from .codes import JoiningRule as JoiningRule
from .codes import ListingKind as ListingKind
from .codes import ParticipationKind as ParticipationKind
from .codes import ServiceKind as ServiceKind
from .codes import State as State
