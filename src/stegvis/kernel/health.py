"""Is the house open? For whoever watches over it: no session, no cookie, nothing about anybody."""

from datetime import datetime

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from .http import public
from .models import Heartbeat


@public
def health(request: HttpRequest) -> JsonResponse:
    """200, or 503 when the database does not answer. `worker`: seconds since one was last alive, None if never."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        age = seconds_since_heartbeat(now=timezone.now())
    except Error:
        return JsonResponse({"ok": False, "database": False, "worker": None}, status=503)
    return JsonResponse({"ok": True, "database": True, "worker": age})


def seconds_since_heartbeat(*, now: datetime) -> int | None:
    last = Heartbeat.objects.order_by("-at").first()
    return None if last is None else max(0, round((now - last.at).total_seconds()))
