"""What the views of this area share: answering a form."""

from django.http import HttpResponseRedirect

UNPROCESSABLE = 422


class SeeOther(HttpResponseRedirect):
    """Done: the page to look at now. Reloading it sends nothing again."""

    status_code = 303
