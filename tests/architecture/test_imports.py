"""Who may import whom: every contract of pyproject.toml holds, and each one notices when it is broken."""

import grimp
import pytest
from importlinter.application.use_cases import _register_contract_types, read_user_options
from importlinter.configuration import configure
from importlinter.domain.contract import Contract, registry

from tests.architecture.sources import ROOT

configure()
OPTIONS = read_user_options(str(ROOT / "pyproject.toml"))
_register_contract_types(OPTIONS)


def _contract(options: dict) -> Contract:
    kind = registry.get_contract_class(options["type"])
    return kind(name=options["name"], session_options=OPTIONS.session_options, contract_options=options)


CONTRACTS = {options["name"]: _contract(options) for options in OPTIONS.contracts_options}
BREAKS = {
    "Floors of the house": ("stegvis.kernel.action", "stegvis.ui.icons"),
    "The order of areas": ("stegvis.areas.people.queries", "stegvis.areas.groups.models"),
    "Floors inside every area": ("stegvis.areas.people.policy", "stegvis.areas.people.queries"),
    "The rules of the field": ("stegvis.areas.groups.rules", "django"),
    "Views never touch tables": ("stegvis.areas.directory.views", "stegvis.areas.directory.models"),
    "Areas meet at api.py": ("stegvis.areas.groups.models", "stegvis.areas.people.models"),
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("stegvis", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_contract_holds(graph: grimp.ImportGraph, name: str, capsys: pytest.CaptureFixture[str]):
    found = CONTRACTS[name].check(graph, verbose=False)
    if not found.kept:
        CONTRACTS[name].render_broken_contract(found)
    assert found.kept, capsys.readouterr().out


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_contract_notices_when_it_is_broken(graph: grimp.ImportGraph, name: str):
    importer, imported = next(pair for start, pair in BREAKS.items() if name.startswith(start))
    broken = grimp.build_graph("stegvis", include_external_packages=True, cache_dir=None)
    broken.add_import(importer=importer, imported=imported)
    assert not CONTRACTS[name].check(broken, verbose=False).kept


@pytest.mark.parametrize(
    "stray", ["stegvis.utils", "stegvis.areas.people.services", "stegvis.areas.somewhere"]
)
def test_a_room_that_the_plan_does_not_name_is_noticed(stray: str):
    broken = grimp.build_graph("stegvis", include_external_packages=True, cache_dir=None)
    broken.add_module(stray)
    assert any(not contract.check(broken, verbose=False).kept for contract in CONTRACTS.values())
