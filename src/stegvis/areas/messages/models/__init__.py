"""The tables of messages."""

from .complaints import Complaint as Complaint
from .complaints import NamedPerson as NamedPerson
from .contact import SECTION as SECTION
from .contact import Delivery as Delivery
from .contact import Letter as Letter
from .contact import Message as Message
from .contact import Reach as Reach
