"""The kernel's own work in the background."""

from datetime import datetime
from importlib import import_module

from django.conf import settings
from django_tasks import task

from . import clock


@task  # type: ignore[untyped-decorator, unused-ignore]
def run_job(name: str, due_at: str) -> None:
    """Run one periodic job for the time it was due."""
    clock.job_named(name)(datetime.fromisoformat(due_at))


def clear_expired_sessions(now: datetime) -> None:
    """Sessions that ran out are of no use to anybody but a thief (X-17)."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
