"""Every change of messages."""

from .sending import send as send
from .sending import withdraw as withdraw
