"""What other areas and the faces may use."""

from .queries.briefs import ListingBrief as ListingBrief
from .queries.briefs import Time as Time
from .queries.briefs import joinable as joinable
from .queries.briefs import listing_briefs as listing_briefs
from .queries.public import JoiningFacts as JoiningFacts
from .queries.public import ListingShown as ListingShown
from .queries.public import joining_facts as joining_facts
from .queries.public import public_listing as public_listing

__all__ = [
    "JoiningFacts",
    "ListingBrief",
    "ListingShown",
    "Time",
    "joinable",
    "joining_facts",
    "listing_briefs",
    "public_listing",
]
