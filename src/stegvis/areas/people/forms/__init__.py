"""The questions of this area: as few as can be."""

from .second_step import AppForm as AppForm
from .second_step import ChangePasswordForm as ChangePasswordForm
from .second_step import PasskeyForm as PasskeyForm
from .second_step import SecondStepForm as SecondStepForm
from .signing import CodeForm as CodeForm
from .signing import NewCodeForm as NewCodeForm
from .signing import NewcomerForm as NewcomerForm
from .signing import PasswordForm as PasswordForm
from .signing import StaffForm as StaffForm
from .staff import CheckForm as CheckForm
from .staff import ChecksForm as ChecksForm
from .staff import EndForm as EndForm
from .staff import HandOverForm as HandOverForm
from .staff import InviteForm as InviteForm
