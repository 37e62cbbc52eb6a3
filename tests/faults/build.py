"""Run as `python -m tests.faults.build`: make Korsby in the database that the environment names, in one process."""

import django
from django.core.management import call_command

if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("demo")
