"""Importing services: all of a file or nothing, and a second time changes nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from stegvis.areas.directory import api as directory
from stegvis.areas.directory.actions import imports
from stegvis.areas.directory.actions.imports import running, steps
from stegvis.areas.directory.models import Alternative, Listing, ListingText, Offering, SearchText, Source
from stegvis.areas.directory.rules import ListingKind, State
from stegvis.areas.people.models import Organisation
from stegvis.kernel.actor import Actor
from stegvis.kernel.errors import NotAllowed
from stegvis.kernel.models import JournalEntry
from stegvis.kernel.roles import Role
from tests.areas.directory.hsds_commands import kept, run, shown
from tests.factories.directory import NOW, a_published_offering
from tests.factories.hsds import NORDIC, a_service, nordic_services, one_a_line, shared, some_services
from tests.factories.people import an_actor, an_organisation
from tests.support import given

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.IMPORT_FOLDER = tmp_path / "imports"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "town.ndjson"


def bring(file: Path, services: list[dict[str, Any]], *words: str) -> dict[str, int]:
    file.write_bytes(one_a_line(services))
    outcome = run("import-hsds", file, "--json", *words)
    assert outcome.code == 0, outcome.err
    return outcome.numbers


def numbers(read: int, **some: int) -> dict[str, int]:
    return {"read": read, "created": 0, "updated": 0, "unchanged": 0, "refused": 0, **some}


def test_our_own_services_come_in_and_say_where_they_are_from(centre: Organisation):
    outcome = run("import-hsds", NORDIC, "--language", "nb")
    found = {one.original.as_it_came: one for one in shown(centre.pk)}
    lunch = next(one for one in found.values() if one.slug.startswith("torsdagslunsj-"))

    assert outcome.code == 0
    assert outcome.out.splitlines()[-1] == (
        f"Imported nordic_services for {centre.name}: 30 read, 30 created, 0 updated, 0 unchanged, 0 refused."
    )
    assert set(found) == set(NORDIC.read_text(encoding="utf-8").splitlines())
    assert (lunch.kind, lunch.state, lunch.free) == (ListingKind.IMPORTED, State.PUBLISHED, True)
    assert lunch.checked_on == date(2026, 9, 1)
    assert [time.weekday for time in lunch.times.all()] == [3]


def test_an_imported_listing_shows_its_source_and_cannot_be_joined(centre: Organisation, file: Path):
    bring(file, [a_service(assured_date="2026-01-02")])
    (listing,) = shown(centre.pk)

    page = directory.public_listing(slug=listing.slug, language="nb")

    assert (page.brief.source_name, page.brief.checked_on) == ("town", date(2026, 1, 2))
    assert directory.joinable(Actor.visitor(centre.pk), "nb") == []


def test_a_second_run_changes_nothing(centre: Organisation):
    run("import-hsds", NORDIC)
    before, journal = list(kept(centre.pk)), JournalEntry.objects.count()

    again = run("import-hsds", NORDIC, "--json", "--complete")

    assert again.numbers == numbers(30, unchanged=30, closed=0)
    assert list(kept(centre.pk)) == before
    assert JournalEntry.objects.count() == journal


def test_a_changed_service_replaces_what_it_was_and_keeps_its_address(centre: Organisation, file: Path):
    bring(file, some_services(3))
    (before, *_) = shown(centre.pk)

    assert bring(file, [a_service(1, name="Renamed"), *some_services(3)[1:]]) == numbers(
        3, updated=1, unchanged=2
    )

    after = {one.slug: one for one in shown(centre.pk)}
    with given(centre.pk):
        assert len(after) == Listing.objects.count() == 3  # what was replaced is gone
        assert ListingText.objects.get(listing=after[before.slug]).title == "Renamed"


def test_what_the_file_does_not_mention_stays_unless_the_file_is_complete(centre: Organisation, file: Path):
    bring(file, some_services(3))

    assert bring(file, some_services(1)) == numbers(1, unchanged=1)
    assert len(shown(centre.pk)) == 3
    assert bring(file, some_services(1), "--complete") == numbers(1, unchanged=1, closed=2)
    assert len(shown(centre.pk)) == 1
    assert bring(file, some_services(2)) == numbers(2, created=1, unchanged=1)


def test_a_dry_run_says_what_would_happen_and_does_nothing(centre: Organisation, file: Path):
    assert bring(file, some_services(2), "--dry-run") == numbers(2, created=2)
    assert not Source.objects.exists()
    bring(file, some_services(2))
    before = list(kept(centre.pk))

    assert bring(file, [a_service(1, x=1)], "--dry-run", "--complete") == numbers(1, updated=1, closed=1)
    assert list(kept(centre.pk)) == before


def test_one_broken_service_and_nothing_changes(centre: Organisation, file: Path):
    bring(file, some_services(2))
    before = list(kept(centre.pk))
    broken = [
        a_service(1, name="New words"),
        a_service(7, phones="none"),
        a_service(8, status="open"),
        a_service(1),
    ]

    file.write_bytes(one_a_line(broken))
    outcome = run("import-hsds", file, "--json")

    assert (outcome.code, outcome.numbers) == (1, numbers(4, refused=3))
    assert list(kept(centre.pk)) == before
    assert outcome.err.splitlines() == [
        "town.ndjson, line 2, item 2: phones has the wrong type, expected: list",
        "town.ndjson, line 3, item 3: status is not one of: active, inactive, defunct, temporarily closed",
        f"town.ndjson, line 4, item 4: id is the same as that of another service: {a_service(1)['id']}, line 1, item 1",
        "Nothing was imported: 3 services are not as HSDS 3.1 asks.",
    ]


def test_a_long_list_of_problems_is_cut_and_counted(centre: Organisation, file: Path):
    file.write_bytes(one_a_line([{"name": "x"}] * 70))

    told = run("import-hsds", file).err.splitlines()

    assert len(told) == 52
    assert told[-2:] == ["... and 20 more", "Nothing was imported: 70 services are not as HSDS 3.1 asks."]


def test_a_service_that_is_closed_for_now_comes_in_without_showing(centre: Organisation, file: Path):
    bring(file, [a_service(1, status="temporarily closed"), a_service(2, status="defunct"), a_service(3)])

    assert sorted(one.state for one in shown(centre.pk)) == [State.CLOSED, State.PAUSED, State.PUBLISHED]
    with given(centre.pk):
        assert SearchText.objects.count() == 1


def test_two_organisations_may_import_the_same_file(file: Path):
    ours, theirs = an_organisation(), an_organisation()
    for slug in (ours.slug, theirs.slug):
        assert bring(file, some_services(2), "--organisation", slug) == numbers(2, created=2)

    assert len({one.slug for one in (*shown(ours.pk), *shown(theirs.pk))}) == 4


def test_without_a_word_about_which_organisation_nothing_is_guessed(settings: Any, file: Path):
    settings.DEMO = False
    slugs = sorted([an_organisation(name="A").slug, an_organisation(name="B").slug])
    file.write_bytes(one_a_line(some_services(1)))

    outcome = run("import-hsds", file)

    assert outcome.code == 1
    assert outcome.err == f"Say which organisation with --organisation: {', '.join(slugs)}.\n"


def test_a_batch_that_fails_leaves_the_old_picture_and_the_next_run_mends_it(
    centre: Organisation, file: Path, monkeypatch: pytest.MonkeyPatch
):
    bring(file, some_services(250))
    before = {one.pk for one in shown(centre.pk)}
    write, calls = steps.write_batch, []

    def full_disk(actor: Actor, **step: Any) -> None:
        calls.append(step)
        if len(calls) == 3:
            raise OperationalError("database or disk is full")
        write(actor, **step)

    with monkeypatch.context() as broken:
        broken.setattr(steps, "write_batch", full_disk)
        file.write_bytes(one_a_line(some_services(250, x=2)))
        outcome = run("import-hsds", file)

    assert (outcome.code, outcome.err) == (
        1,
        "Stopped: database or disk is full. "
        "Nothing of it shows: what was there before still stands. Run the import again.\n",
    )
    assert {one.pk for one in shown(centre.pk)} == before
    with given(centre.pk):
        assert 250 < Listing.objects.count() < 500

    assert bring(file, some_services(250, x=3)) == numbers(250, updated=250)
    with given(centre.pk):
        assert Listing.objects.count() == SearchText.objects.count() == 250


def test_nothing_shows_before_the_last_step(
    centre: Organisation, file: Path, monkeypatch: pytest.MonkeyPatch
):
    seen = []
    move = steps.show_next

    def looking(actor: Actor, **step: Any) -> Any:
        seen.append(
            (
                len(shown(centre.pk)),
                directory.search(words="service", language="en", filters=directory.Filters()).total,
            )
        )
        return move(actor, **step)

    monkeypatch.setattr(steps, "show_next", looking)
    bring(file, some_services(120))

    assert seen == [(0, 0)]
    assert len(shown(centre.pk)) == 120


def test_an_offering_that_leads_on_to_an_imported_listing_goes_on_doing_so(centre: Organisation, file: Path):
    bring(file, some_services(1))
    offering_id = a_published_offering(an_actor(centre, Role.MANAGER))
    with given(centre.pk):
        Alternative.objects.create(
            organisation_id=centre.pk,
            offering=Offering.objects.get(listing_id=offering_id),
            listing=Listing.objects.get(kind=ListingKind.IMPORTED),
        )

    bring(file, [a_service(1, name="Renamed")])

    (after,) = shown(centre.pk)
    with given(centre.pk):
        assert Alternative.objects.filter(listing=after).count() == 1


def test_only_the_command_line_may_import(centre: Organisation, tmp_path: Path):
    manager = an_actor(centre, Role.MANAGER)

    with imports.staging(tmp_path, "x") as staged, pytest.raises(NotAllowed):
        running.apply(
            manager,
            staged,
            source_name="x",
            language="nb",
            complete=False,
            now=NOW,
            progress=lambda done: None,
        )


def test_two_imports_of_one_source_do_not_run_together(centre: Organisation, file: Path, tmp_path: Path):
    file.write_bytes(one_a_line(some_services(1)))
    name = f"{centre.pk}-{b'town'.hex()}"

    with imports.staging(tmp_path / "imports", name):
        outcome = run("import-hsds", file)

    assert (outcome.code, outcome.err) == (1, "Another import of town is running. Wait until it is done.\n")
    assert bring(file, some_services(1)) == numbers(1, created=1)


def test_markup_in_texts_becomes_plain_words(centre: Organisation, file: Path):
    bring(
        file,
        [
            a_service(
                1,
                name="<b>Tea</b>",
                description='Come <script>alert(1)</script><a href="javascript:x">in</a>',
            )
        ],
    )

    (listing,) = shown(centre.pk)
    (text,) = listing.texts.all()
    assert (text.title, text.content) == ("Tea", "Come in")


def test_the_number_of_sql_statements_does_not_depend_on_the_number_of_services(file: Path):
    asked = []
    for count in (5, 25):  # both fit into the first write
        organisation = an_organisation()
        with CaptureQueriesContext(connection) as statements:
            bring(
                file, some_services(count, description=f"Number {count}"), "--organisation", organisation.slug
            )
        asked.append(len(statements))

    assert asked[1] <= asked[0] <= 60


def test_the_real_file_comes_in_whole_and_is_found(centre: Organisation):
    outcome = run("import-hsds", shared("sanmateo_services.ndjson"), "--json")

    assert outcome.numbers == numbers(1200, created=1200)
    assert len(shown(centre.pk)) == 1200
    found = directory.search(words="library", language="en", filters=directory.Filters())
    assert found.total > 20
    assert all(brief.source_name == "sanmateo_services" for brief in found.listings)


def test_a_nordic_service_is_found_in_its_own_language(centre: Organisation):
    run("import-hsds", NORDIC, "--language", "nb")

    found = directory.search(words="sy", language="nb", filters=directory.Filters())

    assert "Åpen systue" in [brief.title for brief in found.listings]


def test_the_originals_are_kept_to_the_letter(centre: Organisation, tmp_path: Path):
    as_list = tmp_path / "nordic.json"
    as_list.write_text(json.dumps(nordic_services(), indent=2, ensure_ascii=False), encoding="utf-8")
    run("import-hsds", as_list)

    assert {one.original.as_it_came.count("\n") for one in shown(centre.pk)} == {0}
