"""The command line: what it offers, what it answers, and how it fails."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from stegvis.config import cli

ROOT = Path(__file__).resolve().parents[2]


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("words", [(), ("--help",), ("help",), ("-h",)])
def test_help_lists_each_of_our_commands_on_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
):
    code, out, err = answer(capsys, *words)
    lines = out.splitlines()

    assert (code, err) == (0, "")
    assert lines[0] == "Usage: stegvis COMMAND [--help]"
    names = [line.split()[0] for line in lines[2:]]
    assert names == sorted(cli.commands())
    assert {"import-hsds", "export-hsds", "migrate"} <= set(names)
    assert not {"shell", "runserver", "flush"} & set(names)


@pytest.mark.parametrize("name", ["import-hsds", "export-hsds"])
def test_every_command_explains_itself_without_the_frameworks_options(
    capsys: pytest.CaptureFixture[str], name: str
):
    code, out, _ = answer(capsys, name, "--help")

    assert code == 0
    assert out.startswith(f"usage: stegvis {name} ")
    assert "--pythonpath" not in out


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]):
    assert answer(capsys, "no-such") == (
        2, "", "There is no command no-such. See them all with: stegvis --help\n"
    )  # fmt: skip


def test_unknown_words_are_refused(capsys: pytest.CaptureFixture[str]):
    assert answer(capsys, "import-hsds", "x", "--nonsense") == (
        2, "", "unrecognized arguments: --nonsense. See: stegvis import-hsds --help\n"
    )  # fmt: skip


class Failing(BaseCommand):
    fault: BaseException

    def handle(self, *args: Any, **options: Any) -> None:
        raise self.fault


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [
        (CommandError("Say which."), 1, "Say which."),
        (CommandError("Say which.", returncode=3), 3, "Say which."),
        (KeyboardInterrupt(), 130, "Stopped."),
        (FileNotFoundError(2, "No such file or directory", "x.json"), 1, "No such file or directory: x.json"),
        (OSError(28, "No space left on device"), 1, "No space left on device: failing"),
        (
            OperationalError("database is locked"),
            1,
            "The database is busy with somebody else's work. Try again in a while.",
        ),
        (
            OperationalError("no such table: x"),
            1,
            "The database is not up to date. Run: stegvis migrate",
        ),
        (
            OperationalError("server closed the\n connection"),
            1,
            "The database did not answer as it should: OperationalError: server closed the connection",
        ),
        (
            ValueError("odd"),
            1,
            "failing stopped by a fault of its own: ValueError: odd. STEGVIS_DEBUG=1 shows where.",
        ),
    ],
)
def test_every_failure_is_one_sentence_and_no_success(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: BaseException,
    code: int,
    sentence: str,
):
    command = Failing()
    command.fault = fault
    monkeypatch.setattr(cli, "commands", lambda: {"failing": "x"})
    monkeypatch.setattr(cli, "load_command_class", lambda app, name: command)

    assert answer(capsys, "failing") == (code, "", f"{sentence}\n")


def test_a_fault_can_be_looked_into(monkeypatch: pytest.MonkeyPatch):
    command = Failing(stderr=io.StringIO())
    command.fault = ValueError("odd")
    monkeypatch.setenv("STEGVIS_DEBUG", "1")
    monkeypatch.setattr(cli, "commands", lambda: {"failing": "x"})
    monkeypatch.setattr(cli, "load_command_class", lambda app, name: command)

    with pytest.raises(ValueError, match="odd"):
        cli.main(["failing"])


def in_a_shell(tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STEGVIS_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-m", "stegvis.config.cli", "export-hsds"],
        env={**kept, "PYTHONPATH": str(ROOT / "src"), "STEGVIS_VAR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_on_a_persons_own_machine_a_missing_database_is_a_sentence(tmp_path: Path):
    outcome = in_a_shell(tmp_path)

    assert (outcome.returncode, outcome.stderr) == (
        1,
        "The database is not up to date. Run: stegvis migrate\n",
    )


def test_with_a_key_in_the_environment_the_settings_are_those_of_production(tmp_path: Path):
    outcome = in_a_shell(tmp_path, STEGVIS_SECRET_KEY="x" * 50)

    assert outcome.returncode == 1
    assert re.fullmatch(r"Set STEGVIS_\w+ in the environment.\n", outcome.stderr)
