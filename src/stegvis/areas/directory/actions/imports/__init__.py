"""Bringing in services from other directories: all of a file shows at once, or nothing of it does."""

from .checking import Checked as Checked
from .checking import check as check
from .running import Counts as Counts
from .running import apply as apply
from .running import compare as compare
from .staging import Busy as Busy
from .staging import Staging as Staging
from .staging import staging as staging
