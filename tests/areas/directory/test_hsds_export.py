"""What came in goes out again with nothing lost; our own offerings go out as HSDS."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from stegvis.areas.people.models import Organisation
from stegvis.kernel.roles import Role
from tests.areas.directory.hsds_commands import run
from tests.factories.directory import a_draft, a_published_offering
from tests.factories.hsds import NORDIC, a_service, nordic_services, one_a_line, shared
from tests.factories.people import an_actor, an_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.IMPORT_FOLDER = tmp_path / "imports"


@cache
def _schema() -> Any:
    return json.loads(shared("hsds/compiled/service.json").read_text(encoding="utf-8"))


def assert_valid(services: list[dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(_schema(), format_checker=jsonschema.FormatChecker())
    for service in services:
        validator.validate(service)


def by_id(lines: list[str]) -> dict[str, Any]:
    return {service["id"]: service for service in map(json.loads, lines)}


def exported(*words: str) -> list[str]:
    outcome = run("export-hsds", *words)
    assert outcome.code == 0, outcome.err
    return outcome.out.splitlines()


def test_our_own_file_comes_out_as_it_went_in(centre: Organisation):
    run("import-hsds", NORDIC)

    lines = exported("--source", "nordic_services")

    assert sorted(lines) == sorted(NORDIC.read_text(encoding="utf-8").splitlines())
    assert any('"degrees": 21.50' in line for line in lines)  # as a number was written, it is written again


def test_the_real_file_comes_out_as_it_went_in(centre: Organisation, tmp_path: Path):
    real = shared("sanmateo_services.ndjson")
    run("import-hsds", real)

    outcome = run("export-hsds", tmp_path / "out.ndjson", "--source", "sanmateo_services")

    came_in = by_id(real.read_text(encoding="utf-8").splitlines())
    went_out = by_id((tmp_path / "out.ndjson").read_text(encoding="utf-8").splitlines())
    assert outcome.out == f"Exported 1200 services of {centre.name}.\n"
    assert went_out == came_in
    assert [list(one) for one in went_out.values()] == [list(came_in[key]) for key in went_out]
    assert_valid(list(went_out.values())[::20])


def test_a_service_that_changed_goes_out_as_it_is_now(centre: Organisation, tmp_path: Path):
    file = tmp_path / "town.ndjson"
    for services in ([a_service(1), a_service(2)], [a_service(1, name="Now"), a_service(2)]):
        file.write_bytes(one_a_line(services))
        run("import-hsds", file)

    assert by_id(exported()) == {one["id"]: one for one in (a_service(1, name="Now"), a_service(2))}


def test_what_is_closed_for_now_goes_out_too(centre: Organisation, tmp_path: Path):
    file = tmp_path / "town.ndjson"
    file.write_bytes(one_a_line([a_service(1, status="temporarily closed")]))
    run("import-hsds", file)

    assert len(exported()) == 1


def test_an_export_comes_in_elsewhere_and_goes_out_the_same(tmp_path: Path):
    first, second = an_organisation(), an_organisation()
    run("import-hsds", NORDIC, "--organisation", first.slug)
    run("export-hsds", tmp_path / "a.ndjson", "--organisation", first.slug)
    run("import-hsds", tmp_path / "a.ndjson", "--organisation", second.slug)

    assert by_id(exported("--organisation", second.slug)) == {one["id"]: one for one in nordic_services()}


def test_our_own_published_offerings_go_out_as_hsds(centre: Organisation):
    manager = an_actor(centre, Role.MANAGER)
    listing_id = a_published_offering(manager)
    a_draft(manager, title="Not yet")

    (line,) = exported()
    service = json.loads(line)

    assert_valid([service])
    assert (service["id"], service["name"], service["status"]) == (str(listing_id), "Torsdagslunsj", "active")
    assert service["organization"]["name"] == centre.name
    assert [(when["byday"], when["opens_at"]) for when in service["schedules"] if "byday" in when] == [
        ("TH", "12:00")
    ]
    assert service["eligibility_description"] == "Alle som vil spise sammen med noen."
    assert exported() == [line]


def test_another_organisations_services_stay_at_home(centre: Organisation):
    other = an_organisation()
    run("import-hsds", NORDIC, "--organisation", other.slug)

    assert exported("--organisation", centre.slug) == []


def test_an_unknown_source_is_said_to_be_one(centre: Organisation):
    run("import-hsds", NORDIC)

    outcome = run("export-hsds", "--source", "nowhere")

    assert outcome.code == 1
    assert outcome.err == "Nothing was imported under the name nowhere. Known names: nordic_services.\n"


def test_numbers_for_machines_stand_apart_from_the_services(centre: Organisation, tmp_path: Path):
    run("import-hsds", NORDIC)

    on_screen = run("export-hsds", "--json")
    to_file = run("export-hsds", tmp_path / "x.ndjson", "--json")

    assert json.loads(on_screen.err) == to_file.numbers
    assert to_file.numbers == {"read": 30, "created": 30, "updated": 0, "unchanged": 0, "refused": 0}


def test_a_file_that_cannot_be_written_leaves_the_old_one(centre: Organisation, tmp_path: Path):
    run("import-hsds", NORDIC)
    (tmp_path / "folder").mkdir()

    outcome = run("export-hsds", tmp_path / "folder" / "none" / "x.ndjson")

    assert outcome.code == 1
    assert outcome.err.startswith("No such file or directory: ")
    assert list((tmp_path / "folder").iterdir()) == []
