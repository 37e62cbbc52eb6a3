"""What catalogue A.7 says is what the tables show and what the pages say: each held against visibility.py."""

from __future__ import annotations

from functools import cache
from uuid import UUID

import pytest
from django.urls import reverse

from stegvis.kernel.actor import Actor
from stegvis.kernel.models import Look, OrganisationOwned
from stegvis.kernel.roles import Role
from tests.access.addresses import addresses
from tests.access.scene import a_scene, about_participants, marks
from tests.access.table import PAGES, Page
from tests.access.visibility import COLUMNS, OF_TABLE, VISIBLE, Kind, See, read, viewers, viewers_of_all
from tests.access.world import World, client_of
from tests.factories.admission import participant_of
from tests.factories.people import an_actor
from tests.support import given

READ = [address for address in addresses() if address.name in PAGES and PAGES[address.name].reads]
PERSONS = [role for role in Role if role is not Role.HOUSEKEEPER]
BOTH_SIDES = pytest.mark.xdist_group("both sides")
"""Tests that look at what Kari and her adviser read: in one process, so that their pages are opened once."""
ROLES = [
    pytest.param(role, id=str(role), marks=BOTH_SIDES if role in {Role.PARTICIPANT, Role.ADVISER} else ())
    for role in PERSONS
]
NOT_LOOKED_FOR = {"people:leave", "people:sign_out"}
"""Addresses that end the session of whoever opens them."""


def wrongly_open(page: Page) -> set[tuple[Kind, Role]]:
    """The kinds that a page shows to roles that A.7 does not show them to."""
    shown = dict.fromkeys(page.shows, page.opens) | dict(page.parts)
    return {
        (kind, role)
        for kind, roles in shown.items()
        for role in roles - {Role.HOUSEKEEPER}
        if role not in viewers(kind)
    }


def test_the_table_has_every_role_and_every_kind():
    assert {*COLUMNS, Role.HOUSEKEEPER} == set(Role)
    assert set(VISIBLE) == set(Kind)


def test_a_row_that_leaves_out_a_role_is_noticed():
    with pytest.raises(ValueError, match="shorter"):
        read("words: own no")
    with pytest.raises(ValueError, match="perhaps"):
        read("words:" + " perhaps" * len(COLUMNS))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_names_the_kinds_of_data_it_shows(name: str):
    assert PAGES[name].shows, (
        "say in tests/access/table.py what this page shows, by tests/access/visibility.py"
    )


@pytest.mark.requirement("X-06")
@pytest.mark.requirement("S3-22")
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_opens_to_none_who_may_not_see_what_it_shows(name: str):
    page = PAGES[name]
    assert wrongly_open(page) == set()
    for roles in page.parts.values():
        assert roles < page.opens, "what all who open it meet stands in `shows`"


def test_a_page_open_to_one_too_many_is_noticed():
    both = frozenset({Role.ADVISER, Role.MANAGER})
    assert wrongly_open(Page(both, shows={Kind.OUTCOME})) == {(Kind.OUTCOME, Role.MANAGER)}
    assert wrongly_open(Page(both, parts={Kind.OUTCOME: both})) == {(Kind.OUTCOME, Role.MANAGER)}
    assert (
        wrongly_open(Page(both, shows={Kind.HOUSE}, parts={Kind.OUTCOME: frozenset({Role.ADVISER})})) == set()
    )


def test_every_table_about_participants_is_of_a_kind():
    labels = {model._meta.label for model in about_participants()}
    assert labels - set(OF_TABLE) == set(), "say in tests/access/visibility.py of which kind its rows are"


def _seen_by(actor: Actor, model: type[OrganisationOwned], about: UUID) -> bool:
    with given(actor):
        rows = model.objects.visible_to(actor)  # type: ignore[attr-defined]
        return rows.filter(**{model.ABOUT: about}).exists()


@pytest.mark.requirement("X-14")
@pytest.mark.requirement("S4-03")
@pytest.mark.django_db
def test_a_table_shows_its_rows_to_the_roles_of_the_table_and_no_others():
    """Only Ingrid, the adviser, has a part in what there is: what others may see partly shows them nothing."""
    world = World()
    a_scene(world)
    kari = participant_of(world.kari).pk
    wrong = []
    for model in about_participants():
        kind = OF_TABLE.get(model._meta.label)
        if kind is None:
            continue  # another test says so
        for role in PERSONS:
            sees = _seen_by(world.actor(role), model, kari)
            part = role in {Role.PARTICIPANT, Role.ADVISER}
            may = role in (viewers(kind) if part else viewers_of_all(kind))
            wrong += [(model._meta.label, role, sees)] if sees and not may else []
        for other in (world.eva, world.stranger, world.inger, an_actor(world.there, Role.MANAGER)):
            wrong += [(model._meta.label, "another")] if _seen_by(other, model, kari) else []
        shown = model.VISIBLE_TO and VISIBLE[kind][Role.PARTICIPANT] is See.OWN
        if shown and not _seen_by(world.kari, model, kari):
            wrong += [(model._meta.label, "hidden from herself")]
    assert wrong == []


@cache
def _marks() -> dict[str, Kind]:
    return marks()


def _opened(role: Role) -> dict[str, tuple[set[Kind], int]]:
    """For each page that opens to this role: the kinds of Kari's data that show on it, and the looks it left."""
    return {
        name: ({_marks()[words] for words in shown}, looks)
        for name, (shown, looks) in _words_on(role).items()
    }


@cache
def _words_on(role: Role) -> dict[str, tuple[frozenset[str], int]]:
    """The same, by the very words. Opened once for all who ask: the same house, and the same person in it."""
    world = World()
    keys, actor, found = a_scene(world), world.actor(role), {}
    kari = participant_of(world.kari).pk
    for address in READ:
        page = PAGES[address.name]
        if role not in page.opens or address.name in NOT_LOOKED_FOR:
            continue
        path = reverse(address.name, kwargs=keys.get(address.name) or (page.own(world) if page.own else {}))
        before = _looks(world, kari)
        answer = client_of(actor).get(path)  # a browser of its own: one page is Leave
        assert answer.status_code < 500, (address.name, answer.status_code)
        body = "" if answer.streaming else answer.content.decode(errors="replace")
        shown = frozenset(words for words in _marks() if words in body)
        found[address.name] = (shown, _looks(world, kari) - before)
    return found


def _looks(world: World, kari: UUID) -> int:
    with given(world.here.pk):
        return Look.objects.filter(about=kari).count()


def _said(name: str, role: Role) -> set[Kind]:
    page = PAGES[name]
    if role is Role.PARTICIPANT:  # her own name stands at the top of every page
        return set(page.shows) | set(page.parts) | {Kind.REGISTERED}
    return set(page.shows) | {kind for kind, roles in page.parts.items() if role in roles}


@pytest.mark.requirement("X-06")
@pytest.mark.requirement("S3-22")
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_every_page_shows_a_role_what_the_table_says_and_each_look_is_kept(role: Role):
    """What shows of her on a page is named beside it, and may be seen by that role; and whoever is not herself has
    left one look for it. Nothing of hers: no look.
    """
    opened = _opened(role)
    unnamed = {name: shown - _said(name, role) for name, (shown, _) in opened.items()}
    assert {name: kinds for name, kinds in unnamed.items() if kinds} == {}
    forbidden = {name: {k for k in shown if role not in viewers(k)} for name, (shown, _) in opened.items()}
    assert {name: kinds for name, kinds in forbidden.items() if kinds} == {}
    if role is not Role.PARTICIPANT:
        looks = {
            name: (looks, sorted(shown)) for name, (shown, looks) in opened.items() if looks != bool(shown)
        }
        assert looks == {}, "one look a participant and page, and none for nothing"


@BOTH_SIDES
@pytest.mark.django_db
def test_what_an_adviser_reads_is_really_there():
    """Else the test above would say nothing."""
    opened = _opened(Role.ADVISER)
    about_her = {"admission:waiting", "admission:talk", "groups:round", "groups:places_for", "people:let_in"}
    about_her |= {"groups:session", "groups:session_list", "messages:written"}
    assert about_her <= {name for name, (shown, _) in opened.items() if shown}
    assert {Kind.REGISTERED, Kind.WORDS, Kind.LETTERS} <= set().union(
        *(shown for shown, _ in opened.values())
    )


READ_ELSEWHERE: dict[str, str] = {}
"""Words about her that staff read and that stand on a page of hers which this scene does not open, each with which."""


@pytest.mark.requirement("S3-05")
@BOTH_SIDES
@pytest.mark.django_db
def test_all_that_staff_read_about_her_stands_on_her_own_pages():
    hers = set().union(*(shown for shown, _ in _words_on(Role.PARTICIPANT).values()))
    theirs = set().union(*(shown for shown, _ in _words_on(Role.ADVISER).values()))
    assert theirs, "else this would say nothing"
    assert theirs - hers - set(READ_ELSEWHERE) == set(), "a note about her that she cannot read"


@pytest.mark.requirement("S3-05")
def test_no_kind_of_data_is_shown_to_staff_and_not_to_herself():
    staff = {Role.ADVISER, Role.EMPLOYEE, Role.COORDINATOR, Role.MANAGER, Role.FRONT_LINE, Role.VOLUNTEER}
    hidden = {
        kind
        for kind in set(OF_TABLE.values())
        if viewers(kind) & staff and VISIBLE[kind][Role.PARTICIPANT] is not See.OWN
    }
    assert hidden == set()
