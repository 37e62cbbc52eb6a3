"""What people are warned of, and may do all the same."""

from django.contrib import messages
from django.utils.translation import gettext as _

from stegvis.kernel.http import StegvisRequest

from ..rules import telling_words


def warn_of_telling(request: StegvisRequest, code_word: str) -> None:
    """A code word that tells what this is: her own choice, kept as it stands; she hears what others may hear in it."""
    if telling_words(code_word):
        messages.warning(
            request,
            _("It is saved. But others who hear that word may understand who calls. Another may be safer."),
        )
