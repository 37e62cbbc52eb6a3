"""What a participant decides about what is kept."""

from .copies import Copy as Copy
from .grounds import LegalBasis as LegalBasis
from .items import Item as Item
from .items import Part as Part
from .items import Released as Released
from .items import declare_item as declare_item
from .items import item as item
from .items import items as items
from .leaving import LeavingWish as LeavingWish
from .questions import Question as Question
from .sharing import Grant as Grant
from .sharing import GrantItem as GrantItem
from .sharing import Reading as Reading
