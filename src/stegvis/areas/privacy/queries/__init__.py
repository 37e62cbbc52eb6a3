"""Reads; the actor comes first."""

from .looks import Looked as Looked
from .looks import LooksOfDay as LooksOfDay
from .looks import my_looks as my_looks
from .sharing import GrantShown as GrantShown
from .sharing import MySharing as MySharing
from .sharing import Noting as Noting
from .sharing import SharedWithMe as SharedWithMe
from .sharing import ToShare as ToShare
from .sharing import my_grant as my_grant
from .sharing import my_sharing as my_sharing
from .sharing import noted as noted
from .sharing import noting as noting
from .sharing import shared_with_me as shared_with_me
from .sharing import to_share as to_share
from .sharing_told import grants_told as grants_told
from .sharing_told import item_told as item_told
