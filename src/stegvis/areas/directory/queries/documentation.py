"""What may be written down about people, where nobody has said for which service (X-15)."""

from stegvis.kernel.actor import Actor
from stegvis.kernel.query import query

from ..models import Service
from ..rules import DocumentationMode

STRICTEST_FIRST = (DocumentationMode.NONE, DocumentationMode.WITHOUT_NAMES, DocumentationMode.WITH_NAMES)


@query
def strictest_documentation(actor: Actor) -> DocumentationMode:
    """The strictest mode among the services that a talk comes before (S1-12), or among all where there are none such;
    `none` where the organisation has no service yet.
    """
    rows = list(Service.objects.visible_to(actor).values_list("gated", "documentation"))
    modes = {mode for gated, mode in rows if gated} or {mode for _, mode in rows}
    return next((mode for mode in STRICTEST_FIRST if mode in modes), DocumentationMode.NONE)
