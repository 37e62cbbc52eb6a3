"""The `stegvis` command: our own commands, each with a help, an honest exit code and errors in one sentence.

A command is a Django management command of one of our apps: `import_hsds.py` becomes `stegvis import-hsds`. Writing
such a file is all it takes to add one.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import django
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import find_commands, load_command_class
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

FROM_DJANGO = {"migrate": "django.core"}
"""Commands of Django's own that a house cannot do without."""

NOT_SHOWN = {"--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
             "--skip-checks"}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. The answer is the exit code: 0 only when all went well.

    Without DJANGO_SETTINGS_MODULE the settings are those of production where STEGVIS_SECRET_KEY is set, and else
    those of a person's own machine.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    house = "prod" if "STEGVIS_SECRET_KEY" in os.environ else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"stegvis.config.settings.{house}")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        return _say(str(error))
    atexit.register(
        connections.close_all
    )  # a store that is closed properly has nothing to mend at the next start
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(_overview())
        return 0
    app = commands().get(words[0])
    if app is None:
        return _say(f"There is no command {words[0]}. See them all with: stegvis --help", code=2)
    return _run(load_command_class(app, words[0].replace("-", "_")), words[0], words[1:])


def commands() -> dict[str, str]:
    """The name of each command, as it is typed, and the app that has it."""
    found = dict(FROM_DJANGO)
    for app in apps.get_app_configs():
        if app.name.startswith("stegvis."):
            names = find_commands(str(Path(app.path) / "management"))
            found.update((name.replace("_", "-"), app.name) for name in names)
    return dict(sorted(found.items()))


def _overview() -> str:
    known = commands()
    widest = max(map(len, known))
    lines = [
        f"  {name:<{widest}}  {load_command_class(app, name.replace('-', '_')).help}"
        for name, app in known.items()
    ]
    return "\n".join(["Usage: stegvis COMMAND [--help]", "", *lines, ""])


def _run(command: BaseCommand, name: str, words: list[str]) -> int:
    command.suppressed_base_arguments = NOT_SHOWN
    parser = command.create_parser("stegvis", name)
    try:
        options = vars(parser.parse_args(words))
    except SystemExit:  # --help
        return 0
    except CommandError as error:
        return _say(f"{str(error).removeprefix('Error: ')}. See: stegvis {name} --help", code=2)
    positional = options.pop("args", ())
    try:
        command.execute(*positional, **options)
    except CommandError as error:
        return _say(str(error), code=error.returncode)
    except KeyboardInterrupt:
        return _say("Stopped.", code=130)
    except DatabaseError as error:
        return _say(_about_the_database(error))
    except OSError as error:
        return _say(f"{error.strerror or error}: {error.filename or name}")
    except Exception as error:
        if os.environ.get("STEGVIS_DEBUG") == "1":
            raise
        return _say(f"{name} stopped by a fault of its own: {_line(error)}. STEGVIS_DEBUG=1 shows where.")
    return 0


def _about_the_database(error: DatabaseError) -> str:
    said = str(error)
    if "locked" in said:
        return "The database is busy with somebody else's work. Try again in a while."
    if "no such" in said or "does not exist" in said:
        return "The database is not up to date. Run: stegvis migrate"
    return f"The database did not answer as it should: {_line(error)}"


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(": .")


def _say(sentence: str, *, code: int = 1) -> int:
    sys.stderr.write(f"{sentence.rstrip()}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
