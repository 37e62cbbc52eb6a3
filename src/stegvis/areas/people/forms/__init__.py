"""The questions of this area: as few as can be."""

from .signing import CodeForm as CodeForm
from .signing import NewCodeForm as NewCodeForm
from .signing import NewcomerForm as NewcomerForm
from .signing import PasswordForm as PasswordForm
from .signing import StaffForm as StaffForm
