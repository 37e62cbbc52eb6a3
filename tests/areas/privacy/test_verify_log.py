"""`stegvis verify-log`: what it says, what it answers, and the head it writes to be kept elsewhere (promise 5)."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from stegvis.areas.privacy import tasks
from stegvis.config import cli
from stegvis.kernel import journal
from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look, Seal
from stegvis.kernel.roles import Role
from tests.factories.admission import NOW
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("X-06")]


@pytest.fixture
def adviser() -> Actor:
    return an_actor(an_organisation(slug="korsby", name="Korsby"), Role.ADVISER)


def look_and_seal(adviser: Actor, how_often: int = 3) -> None:
    journal.seen(adviser, about=[uuid4() for _ in range(how_often)], why="admission.talk", at=NOW)
    tasks.seal_looks(NOW)


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(["verify-log", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_all_is_as_it_was_sealed(adviser, capsys):
    look_and_seal(adviser)
    journal.seen(adviser, about=[uuid4()], why="admission.talk", at=NOW)
    assert answer(capsys) == (
        0,
        "Korsby: as sealed: 3 looks, 1 not sealed yet since 2026-11-23 10:00 UTC\n",
        "",
    )


def test_what_was_done_to_it_is_named(adviser, capsys):
    look_and_seal(adviser)
    with given(adviser):
        Look.objects.filter(number=1).update(why="other.page")
        Look.objects.filter(number=3).delete()
    code, out, err = answer(capsys)
    assert code == 1
    assert out.splitlines() == ["Korsby: NOT as sealed: 2 looks", "  number 1: edited", "  number 3: deleted"]
    assert err == "2 faults in the log of looks.\n"


def test_machines_read_it_too(adviser, capsys):
    look_and_seal(adviser)
    found = json.loads(answer(capsys, "--json")[1])
    assert found["as_sealed"] is True
    assert (found["organisations"][0]["looks"], found["organisations"][0]["head"]["number"]) == (3, 3)


def test_a_head_kept_elsewhere_shows_a_chain_that_was_cut_off(adviser, capsys, tmp_path: Path):
    head = tmp_path / "head.json"
    look_and_seal(adviser)
    assert answer(capsys, "--write-head", str(head))[0] == 0
    look_and_seal(adviser)
    assert answer(capsys, "--head", str(head))[0] == 0
    with given(adviser):
        Look.objects.filter(number__gt=2).delete()
        Seal.objects.filter(number__gt=2).delete()
    assert answer(capsys)[0] == 0, "the database alone does not know"
    code, out, _ = answer(capsys, "--head", str(head))
    assert (code, "number 2: cut off" in out) == (1, True)


def test_a_head_is_never_written_over_what_it_would_have_shown(adviser, capsys, tmp_path: Path):
    head = tmp_path / "head.json"
    look_and_seal(adviser)
    answer(capsys, "--write-head", str(head))
    kept = head.read_text()
    with given(adviser):
        Seal.objects.filter(number=3).delete()
        Look.objects.filter(number=3).delete()
    code, _, err = answer(capsys, "--write-head", str(head))
    assert (code, head.read_text()) == (1, kept)
    assert "No head was written." in err


def test_an_organisation_that_is_gone_is_named(adviser, capsys, tmp_path: Path):
    head = tmp_path / "head.json"
    lost = uuid4()
    head.write_text(json.dumps({"heads": {str(lost): {"number": 1, "link": "00"}}}))
    code, out, _ = answer(capsys, "--head", str(head))
    assert (code, f"{lost}: cut off" in out) == (1, True)


@pytest.mark.parametrize("text", ["", "{}", '{"heads": {"x": {}}}', '{"heads": []}'])
def test_a_file_that_is_no_head_is_said_to_be_none(adviser, capsys, tmp_path: Path, text: str):
    file = tmp_path / "other.json"
    file.write_text(text)
    code, _, err = answer(capsys, "--head", str(file))
    assert (code, "is not a head that verify-log wrote" in err) == (1, True)


def test_without_an_organisation_it_says_so(capsys, db):
    assert answer(capsys)[:2] == (0, "There is no organisation yet.\n")
