"""HSDS 3.1, the Human Services Data Specification: reading, checking, understanding and writing. Pure."""

from .checking import faults_of as faults_of
from .faults import Fault as Fault
from .faults import Item as Item
from .faults import Problem as Problem
from .mapping import Described as Described
from .mapping import Weekly as Weekly
from .mapping import describe as describe
from .reading import ITEM_LIMIT as ITEM_LIMIT
from .reading import items as items
from .services import Service as Service
from .services import services_in as services_in
from .writing import Offered as Offered
from .writing import service as service
