"""The rules of this area, in plain Python."""

from .kinds import Country as Country
from .kinds import Language as Language
from .kinds import OrganisationKind as OrganisationKind
from .kinds import Reason as Reason
from .record_checks import CheckedTask as CheckedTask
from .record_checks import CheckKind as CheckKind
