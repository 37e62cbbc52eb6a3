"""The pages of the groups area: taking a place, one's own place, and the desk's rounds."""

from .desk import places_for as places_for
from .desk import round_page as round_page
from .desk import rounds as rounds
from .own import choose as choose
from .own import my_place as my_place
