"""Run as `python -m tests.faults.build`: make Korsby in the database that the environment names, in one process.

`python -m tests.faults.build still SECONDS` makes all sessions there as if untouched for so long.
"""

import sys

import django
from django.core.management import call_command


def build() -> None:
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("createcachetable", verbosity=0)
    call_command("demo", small=True)


def be_still(seconds: int) -> None:
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    for row in Session.objects.all():
        session = SessionStore(row.session_key)
        session["seen"] = session.get("seen", 0) - seconds
        session.save()


if __name__ == "__main__":
    django.setup()
    if "still" in sys.argv:
        be_still(int(sys.argv[-1]))
    else:
        build()
