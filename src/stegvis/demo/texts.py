"""Who is who in Korsby, in a sentence each."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHO: dict[str, Promise] = {
    "kari": _("Wants to join the Thursday lunch. Has made a code and asked for a talk."),
    "lotte": _("Has had her talk, and a place in the knitting café."),
    "ingrid": _("Adviser. Has the first talk with new people and gives them a place."),
    "odd": _("Employee. Writes about the offerings he runs."),
    "berit": _("Manager. Decides what the centre offers. Sees no names."),
    "irene": _("From outside. Takes complaints, and nobody else reads them."),
}
