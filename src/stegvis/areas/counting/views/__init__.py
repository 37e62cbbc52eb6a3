"""Pages of counting."""

from .contacts import contacts as contacts
from .numbers import day as day
from .numbers import month as month
