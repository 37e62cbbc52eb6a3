"""What may be written down about people, where nobody has said for which service (X-15)."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Service
from ..rules import DocumentationMode

STRICTEST_FIRST = (DocumentationMode.NONE, DocumentationMode.WITHOUT_NAMES, DocumentationMode.WITH_NAMES)


@query
def strictest_documentation(actor: Actor) -> DocumentationMode:
    """The strictest mode among the organisation's services; `none` where it has no service yet."""
    modes = set(Service.objects.visible_to(actor).values_list("documentation", flat=True))
    return next((mode for mode in STRICTEST_FIRST if mode in modes), DocumentationMode.NONE)
